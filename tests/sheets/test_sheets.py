"""Contact sheets: their order, their months, what a query for captions leaves, who is named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.items import Item, Origin, Photo, Statement
from desktop_app.search.highlight import Highlighter
from desktop_app.sheets.sheet import Sheet, SheetSort
from desktop_app.together import Together
from tests.material import item


def photo(caption: str, taken: str = "") -> Photo:
    return Photo(None, caption, "", taken)


def saying(speaker: str, role: str) -> Item:
    text = f"{speaker} said so."
    said = Statement(speaker, role, "said", text, False, 0, len(text))
    return item("speech", text, statements=(said,), date=None)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("sheets") / "a.beilin"
    items = [
        item("old", "Ships.", date=date(1999, 1, 1), photos=(
            photo("A ship, seen by professor Kevin King", "2003-05-01"),
            photo("No day is known of this harbor"),
        )),
        item("new", "A harbor.", date=date(2020, 1, 1), photos=(
            photo("校长王树国致辞。新华社记者 才扬 摄", "2001-02-03T10:11:12"),
            photo("Neil Gaiman with Wang Shuguo", "1998"),
            photo("Zorba Grek, of whom no caption tells that he is anybody", "2003-05-31"),
        )),
        saying("Zorba Grek", "mayor"),
    ]  # fmt: skip
    with open_for_import(folder) as opened:
        opened.put([(each, Origin("test"), False) for each in items])
        opened.catch_up()
    with open_archive(folder) as opened:
        yield opened


def captions(sheet: Sheet) -> list[str]:
    return [each.caption.split()[0] for each in sheet.read(0, len(sheet)) if each]


def test_photos_stand_by_day_taken_and_those_of_no_known_month_last(archive: Archive) -> None:
    newest = captions(archive.sheets.all(SheetSort.NEWEST))
    assert newest == ["Zorba", "A", "校长王树国致辞。新华社记者", "Neil", "No"]
    oldest = captions(archive.sheets.all(SheetSort.OLDEST))
    assert oldest == ["校长王树国致辞。新华社记者", "A", "Zorba", "Neil", "No"]


def test_by_item_the_newest_item_comes_first_and_its_photos_in_order(archive: Archive) -> None:
    by_item = captions(archive.sheets.all(SheetSort.ITEM))
    assert by_item == ["校长王树国致辞。新华社记者", "Neil", "Zorba", "A", "No"]
    assert captions(archive.sheets.of_item("old")) == ["A", "No"]


def test_months_are_counted_and_chosen_and_the_undated_named(archive: Archive) -> None:
    sheet = archive.sheets.all()
    assert sheet.months == {"2001-02": 1, "2003-05": 2}
    assert sheet.undated == 2
    assert captions(sheet.between("2003-01", "2003-12")) == ["Zorba", "A"]
    assert captions(sheet.without_date()) == ["Neil", "No"]
    assert sheet.between("2003-01", "2003-12").months == sheet.months


def found(archive: Archive, query: str) -> list[str]:
    matches = archive.search(query)
    marked = Highlighter.of(matches.query)
    return captions(archive.sheets.of_items(matches.numbers, marked=marked))


def test_a_query_for_captions_leaves_the_photos_whose_caption_has_the_words(
    archive: Archive,
) -> None:
    assert found(archive, "caption:harbor") == ["No"]
    assert found(archive, "图注:王树国") == ["校长王树国致辞。新华社记者"]
    assert found(archive, "harbor") == ["Zorba", "A", "校长王树国致辞。新华社记者", "Neil", "No"]


def test_people_are_found_by_captions_and_who_took_the_photo_is_not_shown(
    archive: Archive,
) -> None:
    people = archive.sheets.people(archive.sheets.all())
    # Spelt in two scripts, one person; the speaker is known though no word tells it here.
    assert [(each.name, each.photos) for each in people] == [
        ("王树国", 2), ("Kevin King", 1), ("Neil Gaiman", 1), ("Zorba Grek", 1),
    ]  # fmt: skip
    showing = archive.sheets.showing(archive.sheets.all(), people[0])
    assert captions(showing) == ["校长王树国致辞。新华社记者", "Neil"]


def test_a_photo_gone_since_leaves_its_place_empty(tmp_path: Path) -> None:
    folder = tmp_path / "b.beilin"
    with open_for_import(folder) as opened:
        two = (photo("One"), photo("Two"))
        opened.put([(item("a", photos=two), Origin("test"), False)])
        sheet = opened.sheets.all()
        opened.put([(item("a", photos=two[1:]), Origin("test"), False)])
        first, second = sheet.read(0, 2)
    assert first is not None and (first.caption, second) == ("Two", None)


def test_several_archives_are_one_sheet_and_what_both_have_is_there_once(
    archive: Archive, tmp_path: Path
) -> None:
    with open_for_import(tmp_path / "b.beilin") as opened:
        both = archive.item("old")
        other = item("other", "Boats.", photos=(photo("Neil Gaiman again", "2030-01-01"),))
        opened.put([(each, Origin("test"), False) for each in (both, other)])
        opened.catch_up()
    with open_archive(tmp_path / "b.beilin") as second:
        together = Together([archive, second])
        sheet = together.sheets.all()
        assert captions(sheet)[:2] == ["Neil", "Zorba"]
        assert len(sheet) == 6
        found = together.search("boats")
        assert captions(together.sheets.of_items(found.numbers)) == ["Neil"]
        people = {each.name: each.photos for each in together.sheets.people(sheet)}
        assert people["Neil Gaiman"] == 2
        assert captions(together.sheets.of_item("other")) == ["Neil"]
