from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.search.figures import By
from desktop_app.search.nodes import Everything, Keyword
from desktop_app.search.query import parse
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document

DAYS = (None, date(2020, 1, 5), date(2020, 1, 31), date(2020, 12, 1), date(2021, 2, 28))


def engine_of(folder: Path, rows: list[tuple[str, date | None, str]]) -> WhooshEngine:
    engine = WhooshEngine(folder)
    half = len(rows) // 2
    for part, first in ((rows[:half], 1), (rows[half:], half + 1)):  # two segments
        engine.add(
            (
                document(number, text, date=day, source=source)
                for number, (text, day, source) in enumerate(part, first)
            ),
            first,
        )
    return engine


ROWS = [
    ("oil and gas", DAYS[1], "A"),
    ("石油合作", DAYS[1], "B"),
    ("oil", DAYS[2], "A"),
    ("gas", DAYS[3], "A"),
    ("oil oil oil", DAYS[4], "B"),
    ("oil", None, "B"),
]


def test_items_are_counted_by_month_and_by_year(tmp_path: Path) -> None:
    engine = engine_of(tmp_path, ROWS)
    rows = [parse("oil").node, parse("合作").node]
    months = engine.trend(rows, Everything(), By.MONTH)
    assert months.periods == ("2020-01", "2020-12", "2021-02")
    assert months.items == (3, 1, 1)
    assert months.rows == ((2, 0, 1), (1, 0, 0))
    assert months.undated == 1
    days = engine.trend([], parse("oil").node, By.DAY)
    assert dict(zip(days.periods, days.items, strict=True)) == {
        "2020-01-05": 1, "2020-01-31": 1, "2021-02-28": 1
    }  # fmt: skip
    years = engine.trend(rows, Everything(), By.YEAR)
    assert (years.periods, years.items, years.rows) == (
        ("2020", "2021"),
        (4, 1),
        ((2, 1), (1, 0)),
    )
    assert years.shares(0) == (0.5, 1.0)


def test_shares_are_among_the_items_of_the_filter(tmp_path: Path) -> None:
    engine = engine_of(tmp_path, ROWS)
    found = engine.trend([parse("oil").node, [2, 5]], Keyword("source", "B"), By.YEAR)
    assert (found.periods, found.items) == (("2020", "2021"), (1, 1))
    assert found.rows == ((0, 1), (1, 1))


def test_what_was_replaced_is_not_counted(tmp_path: Path) -> None:
    engine = engine_of(tmp_path, ROWS)
    engine.add([document(1, "gas", date=DAYS[4])], 9)
    found = engine.trend([parse("oil").node], Everything(), By.MONTH)
    assert (found.items, found.rows) == ((2, 1, 2), ((1, 0, 1),))


def test_an_empty_index_has_no_periods(tmp_path: Path) -> None:
    found = WhooshEngine(tmp_path).trend([parse("oil").node], Everything(), By.MONTH)
    assert (found.periods, found.items, found.rows, found.undated) == ((), (), ((),), 0)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["oil", "gas", "oil gas"]), st.sampled_from(DAYS)), max_size=9
    )
)
def test_it_counts_what_counting_one_by_one_gives(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, date | None]],
) -> None:
    engine = engine_of(tmp_path_factory.mktemp("trend"), [(text, day, "A") for text, day in rows])
    found = engine.trend([parse("oil").node], Everything(), By.MONTH)
    for place, period in enumerate(found.periods):
        own = [text for text, day in rows if day and day.isoformat().startswith(period)]
        assert found.items[place] == len(own) > 0
        assert found.rows[0][place] == sum("oil" in text for text in own)
    assert sum(found.items) + found.undated == len(rows)
