from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.items import Item, Origin, Photo
from tests.material import item
from tests.unprivileged import as_nobody, open_to_all, read_only


def fill(folder: Path, *items: Item, index: bool = True) -> None:
    with open_for_import(folder) as archive:
        archive.put([(each, Origin("test"), False) for each in items])
        if index:
            archive.catch_up()


def found(folder: Path, query: str) -> list[str]:
    with open_archive(folder) as archive:
        matches = archive.search(query)
        return [hit.item.id for hit in archive.hits(matches, 0, 10)]


def test_what_was_put_in_is_found(tmp_path: Path) -> None:
    fill(tmp_path / "a.beilin", item("one", "harbor"), item("two", "西安交通大学"))
    assert found(tmp_path / "a.beilin", "西安") == ["two"]
    assert found(tmp_path / "a.beilin", "harbor") == ["one"]


def test_an_archive_whose_index_lags_catches_up(tmp_path: Path) -> None:
    fill(tmp_path / "a", item("one", "harbor"))
    fill(tmp_path / "a", item("two", "harbor"), index=False)
    with open_archive(tmp_path / "a") as archive:
        assert not archive.index_is_current()
        archive.catch_up()
        assert archive.index_is_current()
    assert sorted(found(tmp_path / "a", "harbor")) == ["one", "two"]


@pytest.mark.parametrize("damage", ["gone", "emptied", "commit point"])
def test_a_lost_index_is_built_anew(tmp_path: Path, damage: str) -> None:
    fill(tmp_path / "a", item("one", "harbor"))
    index = tmp_path / "a" / "index"
    if damage == "commit point":
        (index / "covered.json").write_text("{")
    else:
        shutil.rmtree(index)
    if damage == "emptied":
        index.mkdir()
    with open_archive(tmp_path / "a") as archive:
        archive.catch_up()
    assert found(tmp_path / "a", "harbor") == ["one"]


def test_an_index_newer_than_the_store_is_built_anew(tmp_path: Path) -> None:
    fill(tmp_path / "a", item("one", "harbor"))
    old = tmp_path / "old.db"
    shutil.copy(tmp_path / "a" / "items.db", old)
    fill(tmp_path / "a", item("two", "harbor"))
    shutil.copy(old, tmp_path / "a" / "items.db")
    with open_archive(tmp_path / "a") as archive:
        archive.catch_up()
    assert found(tmp_path / "a", "harbor") == ["one"]


def test_catching_up_can_be_cancelled_and_goes_on_later(tmp_path: Path) -> None:
    fill(tmp_path / "a", item("one", "harbor"), index=False)
    with open_archive(tmp_path / "a") as archive:
        with pytest.raises(Cancelled):
            archive.catch_up(cancelled=lambda: True)
        archive.catch_up()
        assert archive.index_is_current()


def test_an_update_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    fill(tmp_path / "a", item("one", "harbor"))
    fill(tmp_path / "a", item("one", "customs"))
    assert found(tmp_path / "a", "harbor") == []
    assert found(tmp_path / "a", "customs") == ["one"]


def test_problems_name_what_is_damaged(tmp_path: Path) -> None:
    fill(tmp_path / "a", item("one", photos=(Photo("gone.jpg"),)))
    with open_archive(tmp_path / "a") as archive:
        assert any("gone.jpg" in str(problem) for problem in archive.problems())


def test_a_folder_that_is_no_archive_says_so(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="nothing here"):
        open_archive(tmp_path / "nothing here")
    with pytest.raises(ArchiveError, match="not a Beilin archive"):
        open_archive(tmp_path)


def test_a_folder_with_other_things_is_not_made_an_archive(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(ArchiveError, match="new or empty"):
        open_for_import(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_damaged_and_newer_archives_say_so(tmp_path: Path) -> None:
    fill(tmp_path / "a", item())
    manifest = tmp_path / "a" / "archive.toml"
    text = manifest.read_text()
    manifest.write_text(text.replace("format_version = 1", "format_version = 99"))
    with pytest.raises(ArchiveError, match="newer Beilin"):
        open_archive(tmp_path / "a")
    versions = ("", "[1]", "0", "true", '"one"')
    damaged = ["", *(text.replace("version = 1", f"version = {each}") for each in versions)]
    for content in damaged:
        manifest.write_text(content)
        with pytest.raises(ArchiveError, match=r"archive\.toml cannot be read"):
            open_archive(tmp_path / "a")
    manifest.write_text(text)
    (tmp_path / "a" / "items.db").write_bytes(b"no database" * 500)
    with pytest.raises(ArchiveError, match=r"items\.db"):
        open_archive(tmp_path / "a")


def test_an_unknown_id_is_named(tmp_path: Path) -> None:
    fill(tmp_path / "a", item())
    with open_archive(tmp_path / "a") as archive, pytest.raises(ArchiveError, match="nobody"):
        archive.item("nobody")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.parametrize("indexed", [True, False])
def test_a_read_only_folder_opens_for_any_user(
    tmp_path: Path, indexed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, cache = tmp_path / "a", tmp_path / "cache"
    fill(tmp_path / "warm", item("one", "harbor"))
    found(tmp_path / "warm", "harbor")  # all modules are loaded while root may read them
    fill(folder, item("one", "harbor"), index=indexed)
    read_only(folder)
    before = sorted(path.name for path in folder.rglob("*"))
    cache.mkdir()
    cache.chmod(0o777)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    open_to_all(tmp_path)

    def read() -> bool:
        with open_archive(folder) as archive:
            archive.catch_up()
        return found(folder, "harbor") == ["one"]

    assert as_nobody(read) == 0
    assert sorted(path.name for path in folder.rglob("*")) == before


WRITER = """
import sys
from pathlib import Path
from desktop_app.archive_writer import open_for_import
from desktop_app.items import Origin
from tests.material import item
with open_for_import(Path(sys.argv[1])) as archive:
    for batch in range(100000):
        archive.put([(item(f"{batch}-{n}", "harbor"), Origin("test"), False) for n in range(20)])
        print(batch, flush=True)
        if batch % 3 == 0:
            archive.catch_up()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_kill_9_loses_nothing_that_was_reported(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    for seconds in (0.05, 0.13, 0.3):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parent.parent,
        ) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
            reported = [first, *process.stdout.readlines()]
        with open_archive(folder) as archive:
            archive.catch_up()
            last = int(reported[-1])
            assert archive.item(f"{last}-19").id
            assert len(archive.search("harbor").numbers) == archive.info().items
            assert archive.problems() == []
