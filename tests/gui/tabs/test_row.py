"""Tabs in their order."""

from __future__ import annotations

from desktop_app.gui.tabs.row import MOST, TabRow
from desktop_app.gui.tabs.tab import Tab


def row_of(*items: str, now: int = 0) -> TabRow:
    made = TabRow()
    made.set_all([Tab(item) for item in items], now)
    return made


def items(row: TabRow) -> list[str]:
    return [tab.item for tab in row.tabs]


def test_there_is_always_a_tab() -> None:
    row = TabRow()
    assert items(row) == [""]
    row.close(0)
    assert items(row) == [""]
    assert not row.can_reopen  # of an empty tab there is nothing to bring back


def test_a_tab_opened_behind_leaves_the_shown_one_shown() -> None:
    row = row_of("a", "b")
    assert row.add(Tab("c")) == 2
    assert (items(row), row.shown.item) == (["a", "b", "c"], "a")


def test_after_the_shown_tab_is_closed_comes_its_neighbour() -> None:
    row = row_of("a", "b", "c", now=1)
    row.close(1)
    assert row.shown.item == "c"
    row.close(1)
    assert row.shown.item == "a"


def test_closing_another_tab_keeps_the_shown_one() -> None:
    row = row_of("a", "b", "c", now=1)
    row.close(0)
    row.close(1)
    assert row.shown.item == "b"


def test_closed_tabs_come_back_where_they_were_the_last_first() -> None:
    row = row_of("a", "b", "c", now=2)
    row.close(0)
    row.close(0)
    assert row.reopen() == 0
    assert items(row) == ["b", "c"]
    assert row.reopen() == 0
    assert items(row) == ["a", "b", "c"]
    assert row.reopen() is None
    assert row.shown.item == "c"


def test_moving_tabs_keeps_the_shown_one_shown() -> None:
    row = row_of("a", "b", "c", now=1)
    row.move(1, 2)
    assert (items(row), row.shown.item) == (["a", "c", "b"], "b")
    row.move(0, 2)
    assert (items(row), row.shown.item) == (["c", "b", "a"], "b")


def test_stepping_goes_round() -> None:
    row = row_of("a", "b", "c", now=2)
    assert (row.beside(1), row.beside(-1)) == (0, 1)


def test_a_row_that_is_full_takes_the_shown_tab() -> None:
    row = row_of(*map(str, range(MOST + 10)), now=3)
    assert len(row.tabs) == MOST
    assert row.add(Tab("new")) == 3
    assert len(row.tabs) == MOST
