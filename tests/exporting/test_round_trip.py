"""What is exported, in whatever format, comes back as the same items."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.exporting.exporters import export, exporters
from desktop_app.exporting.selection import all_items, hits, named
from desktop_app.i18n.catalog import Catalog
from desktop_app.importing.pipeline import Importer
from desktop_app.items import Item
from desktop_app.search.engine import Sort

FORMATS = tuple(exporters())


def name_of(format_: str) -> str:
    return f"news{exporters()[format_].suffix}"


def items_of(archive: Archive) -> dict[str, Item]:
    return {each.id: each for each in archive.items()}


@pytest.mark.parametrize(
    ("format_", "language"), [*((name, "en") for name in FORMATS), ("html", "zh_TW")]
)
def test_items_and_photos_come_back_the_same(
    archive: Archive, tmp_path: Path, format_: str, language: str
) -> None:
    out, before = tmp_path / name_of(format_), items_of(archive)
    count = export(archive, out, format_, catalog=Catalog(language))
    assert count == len(before) >= 80
    with open_for_import(tmp_path / "again.beilin") as again:
        report = Importer(again).run([tmp_path / name_of(format_)])
        assert report.failed == []
        assert report.imported == count
        after = items_of(again)
        assert {key: after.get(key) for key in before} == before
        assert set(after) == set(before)
        files = {photo.file for each in before.values() for photo in each.photos if photo.file}
        for file in files:
            assert again.photos.path(file).read_bytes() == archive.photos.path(file).read_bytes()


@pytest.mark.parametrize("format_", ["csv", "epub", "wacz"])
def test_what_was_exported_is_unchanged_in_its_own_archive(
    filled: Path, tmp_path: Path, format_: str
) -> None:
    own = tmp_path / "own.beilin"
    shutil.copytree(filled, own)
    with open_archive(own) as archive:
        count = export(archive, tmp_path / name_of(format_), format_)
    with open_for_import(own) as archive:
        report = Importer(archive).run([tmp_path / name_of(format_)])
    assert (report.imported, report.updated, report.unchanged) == (0, 0, count)


@pytest.mark.parametrize("format_", ["jsonl", "html"])
def test_a_search_and_a_list_of_ids_give_just_those(
    archive: Archive, tmp_path: Path, format_: str
) -> None:
    some = [each.id for each in archive.items()][3:6]
    chosen = {
        "hits": hits(archive, "国", Sort.NEWEST),
        "ids": named(archive, iter([*some, some[0]])),
    }
    found = archive.search("国")
    wanted = {
        "hits": {each.id for each in archive.items_by_number(list(found.numbers))},
        "ids": set(some),
    }
    assert len(wanted["hits"]) > 3
    for key, selection in chosen.items():
        folder = tmp_path / key
        folder.mkdir()
        export(archive, folder / name_of(format_), format_, selection)
        with open_for_import(tmp_path / f"{key}.beilin") as again:
            assert not Importer(again).run([folder / name_of(format_)]).failed
            assert set(items_of(again)) == wanted[key]


def test_all_items_are_counted(archive: Archive) -> None:
    assert all_items(archive).total == len(list(archive.items()))
