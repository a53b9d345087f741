"""What an import would do, and that finding out does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.i18n.catalog import Catalog
from desktop_app.i18n.languages import languages
from desktop_app.importing.detect import formats
from desktop_app.importing.foreseen import Foreseen, foresee
from desktop_app.importing.foreseen_words import (
    foreseen_counts,
    foreseen_formats,
    foreseen_size,
    foreseen_titles,
)
from desktop_app.importing.pipeline import Importer

TEXT = "A bridge was opened on Tuesday, and many people came to see it."


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Two records, a text, a file that cannot be read, one that is no item."""
    folder = tmp_path / "sources"
    folder.mkdir()
    line = '{"id": "m%d", "title": "Line %d", "paragraphs": ["words 中文"]}\n'
    (folder / "two.jsonl").write_text(line % (1, 1) + line % (2, 2))
    (folder / "page.txt").write_text(f"Bridge opens\n\nAugust 31, 2021\n\n{TEXT}\n")
    (folder / "bad.jsonl").write_text("{no json\n")
    (folder / "empty.txt").write_text("")
    return folder


def test_it_says_what_each_format_would_give_and_how_large(tmp_path: Path, sources: Path) -> None:
    target = tmp_path / "new.beilin"
    found = foresee(target, [sources])
    assert not target.exists()
    assert (found.report.imported, len(found.report.failed), len(found.report.skipped)) == (3, 1, 1)
    assert found.formats == {"jsonl": 2, "saved_text": 1}
    assert {title for title, _file in found.titles} == {"Line 1", "Line 2", "Bridge opens"}
    assert found.text == 2 * len("words 中文".encode()) + len(TEXT)


def test_it_is_what_the_import_then_does(tmp_path: Path, sources: Path) -> None:
    target = tmp_path / "new.beilin"
    found = foresee(target, [sources]).report
    with open_for_import(target) as archive:
        done = Importer(archive).run([sources])
    assert found.to_json() | {"seconds": 0} == done.to_json() | {"seconds": 0}
    again = foresee(target, [sources])
    assert (again.comes, again.report.unchanged, again.formats) == (0, 3, {})
    with open_archive(target) as archive:
        assert len(archive.imports()) == 1


def test_pictures_the_archive_has_are_not_counted_again(shared_data: Path, tmp_path: Path) -> None:
    target, photo = tmp_path / "new.beilin", next((shared_data / "photos").rglob("*.jpg"))
    size = photo.stat().st_size
    assert foresee(target, [photo]).pictures == size
    with open_for_import(target) as archive:
        Importer(archive).run([photo])
    assert foresee(target, [photo]).pictures == 0


def test_mappings_of_tables_not_yet_kept_are_used(tmp_path: Path) -> None:
    from desktop_app.importing.tables.preview import preview

    table = tmp_path / "table.csv"
    table.write_text("Heading,Words\nFirst,Some words\nSecond,Other words\n")
    signature = preview(table, {}).signature
    found = foresee(tmp_path / "new.beilin", [table], columns={signature: ("title", "text")})
    assert [title for title, _file in found.titles] == ["Heading", "First", "Second"]


def test_cancelled_it_tells_what_was_found_by_then(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("".join(f'{{"id": "m{n}", "title": "{n}"}}\n' for n in range(2000)))
    asked = iter(range(1000))
    found = foresee(tmp_path / "new.beilin", [many], cancelled=lambda: next(asked, None) is None)
    assert found.report.cancelled
    assert 0 < found.comes < 2000


def test_every_format_has_a_name_in_each_language() -> None:
    for language in languages():
        catalog = Catalog(language)
        other = catalog.text("Other files")
        for each in formats():
            if each.name in ("other_xml", "old_word"):  # these give no items
                continue
            found = Foreseen()
            found.report.imported = found.formats[each.name] = 1
            told = list(foreseen_formats(catalog, found))
            assert not any(line.startswith(other) for line in told), each.name


def test_the_words_leave_out_what_would_not_happen() -> None:
    catalog, found = Catalog("en"), Foreseen()
    assert foreseen_counts(catalog, found) == "Nothing to import was found"
    assert foreseen_size(catalog, found) == ""
    assert [*foreseen_formats(catalog, found), *foreseen_titles(catalog, found)] == []
    found.report.imported, found.text, found.pictures = 1, 500, 2_000_000
    assert foreseen_counts(catalog, found) == "1 new"
    assert foreseen_size(catalog, found) == "500 B of text, 2 MB of pictures"
