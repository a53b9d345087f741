from __future__ import annotations

from pathlib import Path

from desktop_app.importing.watching import Watch


def test_what_is_there_is_found_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("a")
    watch = Watch([tmp_path])
    assert watch.look() == frozenset()  # it may still be being written
    assert watch.look() == {tmp_path / "in" / "a.txt"}
    assert watch.look() == frozenset()


def test_what_comes_or_changes_is_found_when_it_is_whole(tmp_path: Path) -> None:
    watch = Watch([tmp_path])
    assert watch.look() == frozenset()
    page = tmp_path / "a.html"
    page.write_text("<p>one")
    watch.look()
    page.write_text("<p>one, two")
    assert watch.look() == frozenset()
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "a.png").write_bytes(b"png")
    assert watch.look() == frozenset()  # the page waits for its picture
    assert watch.look() == {page, tmp_path / "a_files" / "a.png"}
    page.write_text("<p>other")
    watch.look()
    assert watch.look() == {page}


def test_a_file_that_never_ends_does_not_hold_up_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    watch, looks = Watch([tmp_path]), []
    for length in range(30):
        (tmp_path / "log.txt").write_text("x" * length)
        looks.append(watch.look())
    found = [look for look in looks if look]
    assert found == [{tmp_path / "a.txt"}]


def test_what_vanishes_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    watch = Watch([tmp_path])
    watch.look()
    (tmp_path / "a.txt").unlink()
    assert watch.look() == frozenset()
