"""All the real material in one archive: the report adds up, and everything is found."""

from __future__ import annotations

import random
import re
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.importing.pipeline import Importer
from desktop_app.importing.report import Report
from desktop_app.items import Item
from desktop_app.language.folding import fold

FOLDERS = ("seed", "bulletins-zh", "reuters-21578", "speeches-en", "pages-en", "pages-zh-en")
ITEMS = 1 + 3810 + 7000 + 74 + 91 + 3
PROBES = 50


def imported(folder: Path, sources: list[Path]) -> Report:
    with open_for_import(folder) as archive:
        return Importer(archive).run(sources)


def some_of(data: Path, folder: Path) -> Iterator[Path]:
    """About a tenth of the material, every kind of it."""
    yield from (data / "seed", data / "pages-zh-en", data / "speeches-en" / "1961-Kennedy-1.txt")
    yield from sorted((data / "pages-en").glob("*.html"))[:20]
    yield from sorted((data / "bulletins-zh").glob("*.md"))[::12]
    stories = next(iter(sorted((data / "reuters-21578").rglob("*.sgm")))).read_bytes()
    end = [found.end() for found in re.finditer(rb"</REUTERS>", stories)][399]
    (folder / "part.sgm").write_bytes(stories[:end])
    yield folder / "part.sgm"


def texts_of(item: Item) -> list[str]:
    return [item.title, *item.paragraphs, *(photo.caption for photo in item.photos)]


def check_all_found(archive: Archive) -> None:
    """Random pieces of Chinese and random English words find the items they are from."""
    dice = random.Random(21578)
    items = list(archive.items())
    for pattern, language in ((r"[\u4e00-\u9fff]{2,}", "zh"), (r"\b[A-Za-z]{3,}\b", "en")):
        those = [item for item in items if item.language == language]
        for _ in range(PROBES):
            item = dice.choice([each for each in dice.sample(those, 20) if each.paragraphs])
            run = dice.choice(re.findall(pattern, " ".join(texts_of(item))) or [item.title])
            length = dice.randint(2, min(8, len(run))) if language == "zh" else len(run)
            start = dice.randrange(len(run) - length + 1)
            piece = run[start : start + length]
            found = archive.search(f'"{piece}"')
            ids = {hit.item.id for hit in archive.hits(found, 0, len(found.numbers))}
            assert item.id in ids, (piece, item.id)
            if language == "zh":
                wanted = fold(piece)
                holding = {
                    each.id for each in items if any(wanted in fold(t) for t in texts_of(each))
                }
                assert ids == holding, piece


def test_a_part_of_everything_is_imported_and_found(shared_data: Path, tmp_path: Path) -> None:
    sources = list(some_of(shared_data, tmp_path))
    report = imported(tmp_path / "part.beilin", sources)
    assert report.failed == []
    assert report.imported == report.found - len(report.skipped)
    with open_archive(tmp_path / "part.beilin") as archive:
        assert archive.info().items == report.imported
        check_all_found(archive)
        assert list(archive.search("lang:mixed").numbers) == []
    again = imported(tmp_path / "part.beilin", sources)
    assert (again.imported, again.updated, again.unchanged) == (0, 0, report.imported)


@pytest.mark.slow
def test_all_the_material_is_imported_and_found(shared_data: Path, tmp_path: Path) -> None:
    report = imported(tmp_path / "all.beilin", [shared_data / name for name in FOLDERS])
    assert report.failed == []
    assert report.imported + report.unchanged == ITEMS
    assert report.found == ITEMS + len(report.skipped)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"imported {report.imported} in {report.seconds:.0f} s, peak {peak:.0f} MB")
    with open_archive(tmp_path / "all.beilin") as archive:
        assert archive.index_is_current()
        check_all_found(archive)
        assert list(archive.search("lang:mixed").numbers) == []
