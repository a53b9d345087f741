"""Hits over time are brushed: from years into months and days, and back out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.date_brush import DateBrush
from desktop_app.gui.search_pane.day_counts import without
from desktop_app.gui.timeline.spans import bars_within, year_bars
from desktop_app.search.nodes import Everything
from desktop_app.search.query import node_of
from tests.gui.search_pane.conftest import Searcher

_LEFT = Qt.MouseButton.LeftButton
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def place(dates: DateBrush, key: str) -> QPoint:
    at = [each.key for each in dates.bars.periods].index(key)
    return dates.bars.bar(at).center().toPoint()


def brush(dates: DateBrush, first: str, last: str) -> None:
    QTest.mousePress(dates.bars, _LEFT, pos=place(dates, first))
    QTest.mouseMove(dates.bars, place(dates, last))
    QTest.mouseRelease(dates.bars, _LEFT, pos=place(dates, last))


def chosen(dates: DateBrush) -> list[str]:
    """The bars that are chosen of those in sight."""
    bars = dates.bars
    return (
        [each.key for each in bars.periods[bars._first : bars._last + 1]]
        if bars._first >= 0
        else []
    )


def test_brushing_goes_from_years_to_months_to_days_and_back(searcher: Searcher) -> None:
    dates = searcher.pane.dates
    assert not dates.chip.isVisible() and not dates.back.isVisible()
    brush(dates, "2020", "2022")
    searcher.wait()
    assert searcher.titles == ["Harbor opens"]
    assert searcher.pane.query == 'date:"2020..2022"'
    assert dates.chip.text().startswith("date:2020..2022")
    assert (len(dates.bars.periods), chosen(dates)) == (36, [])
    brush(dates, "2021-07", "2021-09")
    searcher.wait()
    assert searcher.pane.query == 'date:"2021-07..2021-09"'
    assert len(dates.bars.periods) == 92
    day = next(each.key for each in dates.bars.periods if each.count)
    QTest.mouseClick(dates.bars, _LEFT, pos=place(dates, day))
    searcher.wait()
    assert (searcher.pane.query, chosen(dates)) == (f'date:"{day}"', [day])
    dates.bars.setFocus()
    for span in ("2021-07..2021-09", "2020..2022", ""):
        QTest.keyClick(dates.bars, Qt.Key.Key_Escape)
        searcher.wait()
        assert searcher.pane._filters.date == span
    assert len(searcher.titles) == 3
    assert not dates.chip.isVisible()


def test_the_chip_removes_the_filter_and_a_double_click_goes_back(searcher: Searcher) -> None:
    dates = searcher.pane.dates
    QTest.mouseClick(dates.bars, _LEFT, pos=place(dates, "2021"))
    searcher.wait()
    assert searcher.titles == ["Harbor opens"]
    assert dates.bars.periods[0].key == "2021-01"
    QTest.mouseClick(dates.bars, _LEFT, pos=place(dates, "2021-08"))
    QTest.mouseDClick(dates.bars, _LEFT, pos=QPoint(30, 20))
    searcher.wait()
    assert searcher.pane.query == ""
    QTest.mouseClick(dates.bars, _LEFT, pos=place(dates, "1987"))
    searcher.wait()
    dates.chip.click()
    searcher.wait()
    assert len(searcher.titles) == 3


def test_the_keys_pass_over_empty_bars_and_shift_extends_until_enter(searcher: Searcher) -> None:
    dates = searcher.pane.dates
    bars = dates.bars
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert "1987: 1 item" in bars.accessibleDescription()
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert "2021: 1 item" in bars.accessibleDescription()
    QTest.keyClick(bars, Qt.Key.Key_Right, _SHIFT)
    searcher.wait()
    assert chosen(dates) == ["2021", "2022", "2023"]
    assert searcher.pane.query == ""
    QTest.keyClick(bars, Qt.Key.Key_Return)
    searcher.wait()
    assert searcher.pane.query == 'date:"2021..2023"'
    assert len(searcher.titles) == 2


def test_other_words_are_counted_in_the_stretch_in_sight(searcher: Searcher) -> None:
    dates = searcher.pane.dates
    brush(dates, "2020", "2023")
    searcher.wait()
    searcher.ask("harbor")
    assert {each.key: each.count for each in dates.bars.periods if each.count} == {"2021-08": 1}
    searcher.ask("nothing of the kind")
    assert dates.isVisible() and dates.chip.isVisible()


def test_hits_of_one_year_are_shown_by_month_at_once(searcher: Searcher) -> None:
    dates = searcher.pane.dates
    searcher.ask("harbor")
    assert (len(dates.bars.periods), dates.chip.isVisible()) == (12, False)
    QTest.mouseClick(dates.bars, _LEFT, pos=place(dates, "2021-08"))
    searcher.wait()
    assert searcher.pane.query == '(harbor) date:"2021-08"'
    assert len(dates.bars.periods) == 31
    dates.back.click()
    searcher.wait()
    assert (len(dates.bars.periods), searcher.pane.query) == (12, "harbor")


def test_bars_are_a_slider_to_screen_readers(searcher: Searcher) -> None:
    bars = searcher.pane.dates.bars
    bars.setFocus()
    for _ in range(2):
        QTest.keyClick(bars, Qt.Key.Key_Right)
    seen = QAccessible.queryAccessibleInterface(bars)
    assert seen.role() is QAccessible.Role.Slider
    assert seen.valueInterface().currentValue() == 2021 - 1987


def test_bars_light_up_under_the_pointer(searcher: Searcher, look: Look) -> None:
    dates = searcher.pane.dates
    at = place(dates, "2021")

    def colour() -> str:
        picture = dates.bars.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        return QColor(picture.pixel(at)).name()

    assert colour() == look.theme.grip
    QTest.mouseMove(dates.bars, at)
    assert colour() == look.theme.quiet


@pytest.mark.parametrize(
    ("span", "first", "last", "count"),
    [
        ("2020", "2020-01", "2020-12", 12),
        ("2019..2021", "2019-01", "2021-12", 36),
        ("1990..2021", "1990", "2021", 32),
        ("2020-02", "2020-02-01", "2020-02-29", 29),
        ("2020-11..2021-01", "2020-11-01", "2021-01-31", 92),
        ("2020-12-30..2021-01-02", "2020-12-30", "2021-01-02", 4),
        ("2020-03..2021-02", "2020-03", "2021-02", 12),
    ],
)
def test_a_stretch_is_shown_in_parts_there_is_room_for(
    span: str, first: str, last: str, count: int
) -> None:
    bars = bars_within(span, {"2020-12-31": 2, "2021-01-01": 1})
    assert (bars[0].key, bars[-1].key, len(bars)) == (first, last, count)


def test_centuries_apart_only_years_with_hits_have_bars() -> None:
    assert [each.key for each in year_bars({"1700": 1, "2021": 2})] == ["1700", "2021"]


def test_a_query_is_counted_without_its_filter_of_dates() -> None:
    dates = node_of('date:"2021"')
    assert without(dates, dates) == Everything()
    assert without(node_of('(harbor) date:"2021"'), dates) == node_of("harbor")
    assert without(node_of('oil lang:en date:"2021"'), dates) == node_of("oil lang:en")
    assert without(node_of("harbor"), dates) == node_of("harbor")
