"""The figures of an archive at a glance agree with what their queries find."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.items import Item, Origin
from desktop_app.together import Together
from tests.material import item, photo

TODAY = date(2026, 2, 28)
_ITEMS = (
    item("a", "First of March", title="A", date=date(2019, 3, 1), source="Port News"),
    item("b", "Same day", title="B", date=date(2021, 2, 28), source="Port News"),
    item("c", "同一天", title="丙", language="zh", date=date(2023, 2, 28), source="新闻联播"),
    item("d", "No date", title="D", date=None, photos=(photo("a.png"),)),
    item("e", "Today itself", title="E", date=TODAY, photos=(photo("a.png"), photo("a.png"))),
)


def fill(folder: Path, *items: Item) -> Path:
    with open_for_import(folder, folder.stem) as archive:
        archive.put([(each, Origin("test"), False) for each in items])
        archive.catch_up()
    return folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("overview") / "a.beilin"
    with open_archive(fill(folder, *_ITEMS)) as opened:
        yield opened


def found(archive: Archive | Together, query: str) -> int:
    return len(archive.search(query).numbers)


def test_every_figure_is_what_its_query_finds(archive: Archive) -> None:
    shown = archive.overview.on(TODAY)
    assert (shown.items, shown.with_photo, shown.pairs) == (5, 2, 0)
    assert dict(shown.years) == {"2019": 1, "2021": 1, "2023": 1, "2026": 1}
    assert dict(shown.photo_years) == {"2026": 1}
    for year, count in shown.years.items():
        assert found(archive, f"date:{year}") == count
    for code, count in shown.languages.items():
        assert found(archive, f"lang:{code}") == count
    for source, count in shown.sources.items():
        assert found(archive, f'source:"{source}"') == count


def test_months_are_counted_where_there_are_few_years(tmp_path: Path, archive: Archive) -> None:
    assert archive.overview.on(TODAY).months == {}
    with open_archive(fill(tmp_path / "few.beilin", *_ITEMS[1:])) as few:
        assert dict(few.overview.on(TODAY).months) == {}
    recent = [item("x", date=date(2023, 12, 5)), item("y", date=date(2021, 2, 28))]
    with open_archive(fill(tmp_path / "fewer.beilin", *recent, _ITEMS[3])) as fewer:
        shown = fewer.overview.on(TODAY)
        assert dict(shown.months) == {"2021-02": 1, "2023-12": 1}
        assert dict(shown.photo_months) == {}


def test_pairs_are_counted_and_has_pair_finds_their_items(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pair.beilin", *_ITEMS)
    with open_for_import(folder) as writer:
        writer.pairing.pair(_ITEMS[1], _ITEMS[2])
    with open_archive(folder) as archive:
        assert archive.overview.on(TODAY).pairs == 1
        found = archive.search("has:pair")
        assert {each.id for each in archive.items_by_number(found.numbers)} == {"b", "c"}
        assert len(archive.search("有：对照 lang:zh").numbers) == 1
        several = Together([archive])
        assert several.overview.on(TODAY).pairs == 1
        assert len(several.search("-has:pair").numbers) == 3


def test_this_day_in_other_years_names_one_item_a_year_the_latest_year_first(
    archive: Archive,
) -> None:
    day = archive.overview.on(TODAY).same_day
    assert day is not None
    assert ([each.id for each in day.items], day.total, day.around) == (["c", "b"], 2, 0)
    assert found(archive, day.query) == 2
    assert "2026" not in day.query


def test_days_around_are_told_of_where_the_day_has_nothing(archive: Archive) -> None:
    day = archive.overview.on(date(2026, 3, 2)).same_day
    assert day is not None
    assert ({each.id for each in day.items}, day.around) == ({"a", "b", "c"}, 3)
    assert found(archive, day.query) == day.total == 3
    assert archive.overview.on(date(2026, 7, 1)).same_day is None


def test_the_29th_of_february_asks_for_no_day_that_does_not_exist(archive: Archive) -> None:
    day = archive.overview.on(date(2024, 2, 29)).same_day
    assert day is None or "02-29" not in day.query


def test_the_items_added_last_come_first(archive: Archive) -> None:
    assert [each.id for each in archive.overview.on(TODAY).latest] == ["e", "d", "c", "b", "a"]


def test_figures_are_kept_until_the_archive_changes(tmp_path: Path) -> None:
    folder = fill(tmp_path / "one.beilin", *_ITEMS[:2])
    with open_archive(folder) as archive:
        before = archive.overview.on(TODAY)
        assert archive.overview.on(TODAY).years is before.years
        fill(folder, _ITEMS[2])
        archive.refresh()
        assert archive.overview.on(TODAY).items == 3


def test_several_archives_are_counted_together_and_what_both_have_once(tmp_path: Path) -> None:
    one = fill(tmp_path / "one.beilin", *_ITEMS[:3])
    other = fill(tmp_path / "other.beilin", *_ITEMS[2:])
    with open_archive(one) as first, open_archive(other) as second:
        shown = Together([first, second]).overview.on(TODAY)
    assert shown.items == 5
    assert shown.years == {"2019": 1, "2021": 1, "2023": 1, "2026": 1}
    assert sorted(each.id for each in shown.latest) == ["a", "b", "c", "d", "e"]
