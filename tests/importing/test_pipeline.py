"""Whole imports: counts, ids, photos, hostile files, cancelling."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.errors import ArchiveError, ImportFailure
from desktop_app.exporting.exporters import export
from desktop_app.importing import pipeline
from desktop_app.importing.pipeline import Importer, ImportProgress
from desktop_app.importing.report import Report
from tests.importing.reading import PNG


def import_all(archive: Path, *sources: Path) -> Report:
    with open_for_import(archive) as opened:
        return Importer(opened).run(sources)


@pytest.fixture
def material(shared_data: Path, tmp_path: Path) -> list[Path]:
    bulletins = [shared_data / "bulletins-zh" / f"2023010{day}.md" for day in (1, 2)]
    speeches = tmp_path / "speeches"
    speeches.mkdir()
    for name in ("metadata.csv", "1961-Kennedy-1.txt"):
        (speeches / name).symlink_to(shared_data / "speeches-en" / name)
    return [shared_data / "seed", *bulletins, speeches, shared_data / "pages-zh-en"]


def test_a_second_import_changes_nothing(material: list[Path], tmp_path: Path) -> None:
    first = import_all(tmp_path / "a.beilin", *material)
    assert (first.updated, first.unchanged, first.failed) == (0, 0, [])
    assert first.imported > 20
    assert first.found == first.imported + len(first.skipped)
    second = import_all(tmp_path / "a.beilin", *material)
    assert (second.imported, second.updated, second.unchanged) == (0, 0, first.imported)
    assert second.found == first.found


def test_every_imported_item_is_found_again(material: list[Path], tmp_path: Path) -> None:
    report = import_all(tmp_path / "a.beilin", *material)
    with open_archive(tmp_path / "a.beilin") as archive:
        items = list(archive.items())
        assert len(items) == report.imported == len({item.id for item in items})
        draw = random.Random(1)
        for item in draw.sample([item for item in items if item.language == "zh"], 10):
            text = max(item.paragraphs or (item.title,), key=len)
            start = draw.randrange(max(1, len(text) - 6))
            phrase = "".join(c for c in text[start : start + 6] if "\u4e00" <= c <= "\u9fff")[:4]
            if len(phrase) >= 2 and phrase in text:
                matches = archive.search(f'"{phrase}"')
                hits = archive.hits(matches, 0, len(matches.numbers))
                assert item.id in {hit.item.id for hit in hits}


def test_a_changed_page_is_updated_in_place(tmp_path: Path) -> None:
    page = tmp_path / "in" / "page.txt"
    page.parent.mkdir()
    page.write_text("Title\nMay 1, 2020\n\nOld words.\n", "utf-8")
    assert import_all(tmp_path / "a.beilin", page.parent).imported == 1
    page.write_text("Title\nMay 1, 2020\n\nNew words.\n", "utf-8")
    assert import_all(tmp_path / "a.beilin", page.parent).updated == 1
    with open_archive(tmp_path / "a.beilin") as archive:
        (item,) = archive.items()
        assert item.paragraphs == ("New words.",)


def test_hostile_files_fail_or_are_skipped_and_the_rest_is_imported(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    files = {
        "00-empty.html": b"",
        "01-noise.txt": bytes(range(256)) * 500,
        "02-line.txt": b"word " * 2_000_000,
        "03-deep.html": b"<div>" * 50_000 + b"words",
        "04-wrong.html": b"<meta charset=utf-16>" + b"\xd0\xd0\x80\xff" * 50,
        "05-cut.sgm": b'<REUTERS NEWID="1">\n<TEXT><TITLE>cut',
        "06-bad.jsonl": b"{\n" + b"[" * 50_000 + b'\n{"title": "\\ud800"}\n',
        "07-yaml.md": b"---\na: &a [*a, *a]\nb: !!python/name:os.system\n---\n# T\n\nText.\n",
        "08-nest.md": b">" * 20_000 + b" words\n",
        "09-links.md": b"[" * 20_000 + b"x" + b"](y)" * 20_000,
        "10-null.txt": b"\0" * 10_000,
        "99-good.txt": b"A good page\nMay 1, 2020\n\nGood words.\n",
    }
    for name, content in files.items():
        (source / name).write_bytes(content)
    report = import_all(tmp_path / "a.beilin", source)
    blamed = {Path(r.source.split(" ")[0]).name for r in (*report.skipped, *report.failed)}
    assert {"00-empty.html", "01-noise.txt", "02-line.txt", "05-cut.sgm"} <= blamed
    assert {"06-bad.jsonl", "10-null.txt"} <= blamed
    assert all(str(reason.reason) for reason in (*report.skipped, *report.failed))
    with open_archive(tmp_path / "a.beilin") as archive:
        assert "A good page" in {item.title for item in archive.items()}


def test_a_name_that_is_no_text_does_not_stop_the_import(tmp_path: Path) -> None:
    try:
        (tmp_path / "in").mkdir()
        odd = Path(str(tmp_path / "in" / "odd-") + "\udcff.txt")
        odd.write_text("Title\nMay 1, 2020\n\nWords.\n", "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    assert import_all(tmp_path / "a.beilin", tmp_path / "in").imported == 1


def test_an_export_is_imported_whole(tmp_path: Path) -> None:
    source = tmp_path / "in"
    (source / "page_files").mkdir(parents=True)
    (source / "page_files" / "a.png").write_bytes(PNG)
    text = "<p>" + "</p><p>".join(f"Paragraph number {n} of the saved page." for n in range(9))
    figure = '<figure><img src="page_files/a.png"><figcaption>Caption</figcaption></figure>'
    (source / "page.html").write_text(f"<h1>The page's title</h1>{text}{figure}<p>End.", "utf-8")
    import_all(tmp_path / "a.beilin", source)
    with open_archive(tmp_path / "a.beilin") as archive:
        assert export(archive, tmp_path / "out.jsonl") == 1
        (before,) = archive.items()
    report = import_all(tmp_path / "b.beilin", tmp_path / "out.jsonl")
    with open_archive(tmp_path / "b.beilin") as archive:
        (after,) = archive.items()
    assert (report.imported, report.photos) == (1, 1)
    assert after == before


def test_cancelling_keeps_what_is_done(shared_data: Path, tmp_path: Path) -> None:
    met: list[ImportProgress] = []
    with open_for_import(tmp_path / "a.beilin") as archive:
        importer = Importer(archive, met.append, lambda: bool(met) and met[-1].items >= 12)
        report = importer.run([shared_data / "bulletins-zh" / "20230101.md"])
        assert report.cancelled
        assert 0 < report.imported == archive.info().items
    assert all(progress.bytes_done <= progress.bytes_total for progress in met)


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImportFailure, match="nowhere"):
        import_all(tmp_path / "a.beilin", tmp_path / "nowhere")


def test_two_items_with_one_id_are_one_and_the_other_is_named(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    lines = [
        {"id": "a", "title": "First"},
        {"id": "a", "title": "Second"},
        {"id": "a", "title": "First"},
    ]
    source.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    for expected in ((1, 0, 1), (0, 0, 2)):
        report = import_all(tmp_path / "a.beilin", source)
        assert (report.imported, report.updated, report.unchanged) == expected
        assert [reason.source.split()[-1] for reason in report.skipped] == ["a"]
        assert report.found == 3
    with open_archive(tmp_path / "a.beilin") as archive:
        assert [item.title for item in archive.items()] == ["First"]


def test_an_archive_that_cannot_be_written_ends_the_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for number in range(3):
        (source / f"{number}.txt").write_text(f"Title {number}\nMay 1, 2020\n\nWords.\n", "utf-8")
    with open_for_import(tmp_path / "a.beilin") as archive:

        def full(*_given: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(archive._index.engine, "add", full)
        with pytest.raises(ArchiveError, match="No space left"):
            Importer(archive).run([source])
    with open_archive(tmp_path / "a.beilin") as archive:
        assert archive.info().items == 3


def test_what_is_no_file_is_reported_and_nothing_waits_for_it(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.txt").write_text("Title\nMay 1, 2020\n\nWords.\n", "utf-8")
    (source / "gone.txt").symlink_to("nowhere")
    (source / "itself.txt").symlink_to("itself.txt")
    (source / "round").symlink_to(".")
    os.mkfifo(source / "pipe.txt")
    report = import_all(tmp_path / "a.beilin", source)
    assert report.imported == 1
    assert [Path(reason.source).name for reason in report.skipped] == [
        "gone.txt",
        "itself.txt",
        "pipe.txt",
    ]


def test_three_imports_at_once_into_a_new_archive(shared_data: Path, tmp_path: Path) -> None:
    days = [shared_data / "bulletins-zh" / f"2023010{day}.md" for day in (1, 2, 3)]
    command = [sys.executable, "-m", "desktop_app.cli", "import", str(tmp_path / "a.beilin")]
    works = [
        subprocess.Popen([*command, str(day)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for day in (*days, days[0])
    ]
    said = [work.communicate()[1] for work in works]
    assert [(work.returncode, text) for work, text in zip(works, said, strict=True)] == [
        (0, b"")
    ] * 4
    with open_archive(tmp_path / "a.beilin") as archive:
        assert archive.problems() == []
        assert archive.info().items == archive.indexed() > 30


def test_several_processes_give_what_one_gives(
    shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = [tmp_path / "in"]
    sources[0].mkdir()
    for page in sorted((shared_data / "pages-en").glob("*.html"))[:12]:
        (sources[0] / page.name).write_bytes(page.read_bytes())
    (sources[0] / "empty.html").write_text("<html><body></body></html>")
    (sources[0] / "binary.html").write_bytes(b"<html>" + bytes(range(256)) * 20)
    alone = import_all(tmp_path / "a.beilin", *sources)
    monkeypatch.setattr(pipeline, "_PARALLEL_FROM", 0)
    with open_for_import(tmp_path / "b.beilin") as opened:
        several = Importer(opened, parallel=True).run(sources)
    assert several.to_json() | {"seconds": 0} == alone.to_json() | {"seconds": 0}
    assert alone.imported == 12
    with open_archive(tmp_path / "a.beilin") as one, open_archive(tmp_path / "b.beilin") as two:
        assert list(one.items()) == list(two.items())
    assert list((tmp_path / "b.beilin").glob(".unpacked*")) == []
