"""A container's files import as they do outside, whatever the container."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.pipeline import Importer, ImportProgress
from desktop_app.importing.reading import SourceReader
from desktop_app.importing.source_file import SourceFile
from desktop_app.items import Item
from desktop_app.workers import Alone
from tests.importing.containers.packed import COMPRESS, PACK, import_all
from tests.importing.reading import PNG


@pytest.fixture(scope="module")
def sources(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved page with its pictures, Reuters, a bulletin, JSONL with photos."""
    folder = tmp_path_factory.mktemp("sources") / "in"
    pages = folder / "2021"
    (pages / "page_files").mkdir(parents=True)
    (pages / "page_files" / "a.png").write_bytes(PNG)
    text = "".join(f"<p>Paragraph number {n} of the saved page, long enough.</p>" for n in range(9))
    figure = '<figure><img src="page_files/a.png"><figcaption>Caption</figcaption></figure>'
    (pages / "page.html").write_text(f"<h1>The page's title</h1>{text}{figure}", "utf-8")
    stories = next(iter(sorted((shared_data / "reuters-21578").rglob("*.sgm")))).read_bytes()
    end = [found.end() for found in re.finditer(rb"</REUTERS>", stories)][19]
    (folder / "part.sgm").write_bytes(stories[:end])
    shutil.copyfile(shared_data / "bulletins-zh" / "20230101.md", folder / "20230101.md")
    (folder / "photos").mkdir()
    (folder / "photos" / "b.png").write_bytes(PNG)
    line = (
        '{"title": "新闻标题", "paragraphs": ["正文一段。"], "photos": [{"file": "photos/b.png"}]}'
    )
    (folder / "items.jsonl").write_text(f"{line}\n", "utf-8")
    return folder


def items_of(archive: Path) -> list[Item]:
    with open_archive(archive) as opened:
        return sorted((replace(item, id="") for item in opened.items()), key=lambda i: i.title)


@pytest.mark.parametrize("kind", PACK)
def test_items_are_those_of_the_files_outside(kind: str, sources: Path, tmp_path: Path) -> None:
    packed = tmp_path / f"news.{kind}"
    PACK[kind](sources, packed)
    outside = import_all(tmp_path / "outside.beilin", sources)
    inside = import_all(tmp_path / "inside.beilin", packed)
    assert (inside.imported, inside.photos) == (outside.imported, outside.photos)
    assert (inside.failed, len(inside.skipped)) == ([], len(outside.skipped))
    assert items_of(tmp_path / "inside.beilin") == items_of(tmp_path / "outside.beilin")
    again = import_all(tmp_path / "inside.beilin", packed)
    assert (again.imported, again.updated, again.unchanged) == (0, 0, inside.imported)
    assert {path.name for path in (tmp_path / "inside.beilin").iterdir()} == {
        path.name for path in (tmp_path / "outside.beilin").iterdir()
    }


def test_origins_name_the_member(sources: Path, tmp_path: Path) -> None:
    packed = tmp_path / "news.zip"
    PACK["zip"](sources, packed)
    report = import_all(tmp_path / "a.beilin", packed)
    assert f"{packed}/2021/page_files/a.png" in {reason.source for reason in report.skipped}
    with open_archive(tmp_path / "a.beilin") as archive:
        (page,) = (item for item in archive.items() if item.title == "The page's title")
        assert archive.origin(page.id).file == f"{packed}/2021/page.html"


@pytest.mark.parametrize("kind", COMPRESS)
def test_a_lone_compressed_file(kind: str, shared_data: Path, tmp_path: Path) -> None:
    content = (shared_data / "bulletins-zh" / "20230101.md").read_bytes()
    packed = tmp_path / f"20230101.md.{kind}"
    packed.write_bytes(COMPRESS[kind](content))
    outside = import_all(tmp_path / "a.beilin", shared_data / "bulletins-zh" / "20230101.md")
    inside = import_all(tmp_path / "b.beilin", packed)
    assert (inside.imported, inside.failed) == (outside.imported, [])
    assert items_of(tmp_path / "a.beilin") == items_of(tmp_path / "b.beilin")


def test_containers_in_containers(sources: Path, tmp_path: Path) -> None:
    packed = tmp_path / "inner" / "inner.zip"
    for kind, name in (("zip", "b.tar.gz"), ("tar.gz", "c.tar.xz"), ("tar.xz", "d.zip")):
        packed.parent.mkdir()
        PACK[kind](sources, packed)
        sources, packed = packed.parent, tmp_path / name / name
    report = import_all(tmp_path / "a.beilin", sources)
    assert report.imported == len(items_of(tmp_path / "a.beilin")) > 20
    assert report.failed == []


def test_progress_counts_what_is_read_inside(sources: Path, tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner" / "inner.zip", tmp_path / "outer.tar"
    inner.parent.mkdir()
    PACK["zip"](sources, inner)
    (inner.parent / "second.md").write_bytes((sources / "20230101.md").read_bytes())
    PACK["tar"](inner.parent, outer)
    told: list[tuple[str, int]] = []
    reader = SourceReader(Alone(), tmp_path / "scratch", lambda f, n: told.append((f.name, n)))
    for _piece in reader.read([SourceFile.of(outer)]):
        pass
    counts = [count for name, count in told if name == str(outer)]
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (0, outer.stat().st_size)
    assert len(set(counts)) > 8
    assert (f"{outer}/inner.zip/20230101.md", 0) in told


def test_cancelling_while_a_container_is_unpacked(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for number in range(40):
        (source / f"{number}.txt").write_bytes(b"A page\nMay 1, 2020\n\n" + b"words " * 50_000)
    PACK["tar"](source, tmp_path / "a.tar")
    met: list[ImportProgress] = []
    with open_for_import(tmp_path / "a.beilin") as archive:
        importer = Importer(archive, met.append, lambda: len(met) > 2)
        report = importer.run([tmp_path / "a.tar"])
    assert (report.cancelled, report.found) == (True, 0)
    assert 0 < met[-1].bytes_done < met[-1].bytes_total
    assert not [path for path in (tmp_path / "a.beilin").iterdir() if ".unpacked" in path.name]


def test_an_empty_container_is_named(tmp_path: Path) -> None:
    (tmp_path / "in" / "folder").mkdir(parents=True)
    PACK["zip"](tmp_path / "in", tmp_path / "a.zip")
    PACK["tar"](tmp_path / "in", tmp_path / "b.tar")
    report = import_all(tmp_path / "a.beilin", tmp_path / "a.zip", tmp_path / "b.tar")
    assert [(Path(r.source).name, str(r.reason)) for r in report.skipped] == [
        ("a.zip", "it is empty"),
        ("b.tar", "it is empty"),
    ]


def test_a_container_may_be_called_sources(sources: Path, tmp_path: Path) -> None:
    PACK["zip"](sources, tmp_path / "sources.zip")
    assert import_all(tmp_path / "a.beilin", tmp_path / "sources.zip").imported > 20
