"""The view over time, on a small real archive."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.theme import DARK, LIGHT, Theme
from desktop_app.gui.views.trend.marks import SIGNS, colours
from desktop_app.gui.views.trend.page import TrendPage
from desktop_app.gui.views.trend.series import MOST_WORDS, Series
from desktop_app.items import Origin
from desktop_app.search.figures import By, Trend
from tests.gui.conftest import settle
from tests.material import item


@pytest.fixture
def archive_folder(tmp_path: Path) -> Path:
    """Oil in every month of a half year, 合作 in one, and nothing for a year between."""
    folder = tmp_path / "small.beilin"
    with open_for_import(folder, "Small archive") as archive:
        days = [date(2020, month, 5) for month in range(1, 7)] + [date(2021, 8, 1)]
        items = [
            item(f"i{n}", "Oil rose." if n % 2 == 0 else "合作。", date=day, source=f"S{n % 3}")
            for n, day in enumerate(days)
        ]
        items.append(item("undated", "Oil fell.", date=None))
        archive.put([(each, Origin("test"), False) for each in items])
        archive.catch_up()
    return folder


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> Iterator[TrendPage]:
    window.actions_["trend"].trigger()
    settle(qtbot, window)
    made = window.views.currentWidget()
    assert isinstance(made, TrendPage)
    yield made


def type_words(page: TrendPage, words: str) -> None:
    page.words.entry.setText(words)
    QTest.keyClick(page.words.entry, Qt.Key.Key_Return)


def test_without_words_the_view_says_what_it_is_for(page: TrendPage, look: Look) -> None:
    assert page._stack.currentWidget() is page.nothing
    assert not page.save_button.isEnabled()
    assert "add words above" in page.nothing.accessibleDescription()
    assert page.window().photo_pane.isHidden()


def test_in_both_languages_translations_are_counted_too(
    qtbot: QtBot, window: MainWindow, page: TrendPage
) -> None:
    window.search_pane.box.setText("cooperation")
    type_words(page, "石油")
    settle(qtbot, window)
    assert page._series is not None
    assert [sum(row) for row in page._series.trend.rows] == [0, 0]
    window.search_pane.both.setChecked(True)
    settle(qtbot, window)
    assert page._series.words == ("cooperation", "石油")
    assert [sum(row) for row in page._series.trend.rows] == [3, 4]
    assert "in both languages" in page.count.text()
    (chip,) = window.search_pane.expansions.chips
    chip.click()  # which leaves the translation out
    settle(qtbot, window)
    assert [sum(row) for row in page._series.trend.rows] == [0, 4]


def test_the_searched_query_and_added_words_are_counted(
    qtbot: QtBot, window: MainWindow, page: TrendPage
) -> None:
    window.search_pane.box.setText("oil")
    settle(qtbot, window)
    type_words(page, "合作， nowhere")
    settle(qtbot, window)
    assert page.words.words == ("oil", "合作", "nowhere")
    series = page._series
    assert series is not None
    assert series.trend.rows == ((1, 0, 1, 0, 1, 0, 1), (0, 1, 0, 1, 0, 1, 0), (0,) * 7)
    assert "Of 7 items · 1 item without a date" in page.count.text()
    window.search_pane.box.setText("rose")
    settle(qtbot, window)
    assert page.words.words == ("rose", "合作", "nowhere")
    page.words.remove("合作")
    settle(qtbot, window)
    assert page._series is not None and page._series.words == ("rose", "nowhere")


def test_years_and_sources(qtbot: QtBot, window: MainWindow, page: TrendPage) -> None:
    type_words(page, "oil")
    page.among.by.setCurrentIndex(1)
    settle(qtbot, window)
    assert page._series is not None and page._series.trend.periods == ("2020", "2021")
    sources = [page.among.source.itemData(row) for row in range(page.among.source.count())]
    assert {"", "S0", "S1", "S2"} == set(sources) - {"Test"}
    page.among.source.setCurrentIndex(sources.index("S1"))
    settle(qtbot, window)
    assert page._series.trend.items == (2,)


def test_names_are_offered_in_the_order_of_the_language(page: TrendPage, look: Look) -> None:
    among = page.among
    among._fill((["王毅", "Li Hua", "丁薛祥", "Zhao"], []))
    among.speaker.setCurrentIndex(among.speaker.findData("王毅"))

    def offered() -> list[str]:
        return [among.speaker.itemText(row) for row in range(1, among.speaker.count())]

    assert offered() == ["丁薛祥", "Li Hua", "王毅", "Zhao"]
    look.set_language("zh_TW")
    assert offered() == ["丁薛祥", "王毅", "Li Hua", "Zhao"]
    assert (among.speaker.currentData(), among.speaker.itemText(0)) == ("王毅", "全部講話人")


def test_figures_by_keyboard_and_a_list_by_enter(
    qtbot: QtBot, window: MainWindow, page: TrendPage, look: Look
) -> None:
    type_words(page, "oil, 合作")
    settle(qtbot, window)
    chart = page.chart
    chart.setFocus()
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert "March 2020 · 1 item" in chart.figures
    assert "oil  1 (100%)" in chart.figures and "合作  0 (0%)" in chart.figures
    look.set_language("zh_CN")
    assert "2020年3月" in chart.figures
    assert "2020年3月" in chart.accessibleDescription()
    look.set_language("en")
    QTest.keyClick(chart, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.search_pane.box.text() == "(oil) date:2020-03"
    assert len(window.search_pane.matches.numbers) == 1  # type: ignore[union-attr]
    assert page.words.words == ("oil", "合作")  # the chart stays


def test_a_click_on_a_curve_lists_what_stands_behind(
    qtbot: QtBot, window: MainWindow, page: TrendPage
) -> None:
    type_words(page, "oil")
    settle(qtbot, window)
    view = page.chart.plot.getPlotItem().getViewBox()
    series = page._series
    assert series is not None
    scene = view.mapViewToScene(view.mapToView(view.rect().center()))
    top = view.mapViewToScene(type(scene)(series.times[2], 100.0))
    spot = page.chart.plot.mapFromScene(top)
    QTest.mouseMove(page.chart.plot.viewport(), spot)
    QTest.mouseClick(page.chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle(qtbot, window)
    assert window.search_pane.box.text() == "(oil) date:2020-03"


@pytest.mark.parametrize("suffix", ["png", "svg", "csv"])
def test_saving(
    qtbot: QtBot, window: MainWindow, page: TrendPage, tmp_path: Path, suffix: str
) -> None:
    type_words(page, "oil, =合作")
    settle(qtbot, window)
    out = tmp_path / f"chart.{suffix}"
    page.save_to(out)
    assert str(out) in page.count.text()
    if suffix == "csv":
        rows = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
        assert rows[0] == ["period", "items", "oil", "oil %", "'=合作", "'=合作 %"]
        assert rows[1][:4] == ["2020-01", "1", "1", "100.000"]
    elif suffix == "svg":
        drawing = out.read_text("utf-8")
        assert "oil" in drawing and "Share of items" in drawing
        assert colours(LIGHT)[1] in drawing
    else:
        image = QImage(str(out))
        assert image.width() == 2 * page.chart.plot.width()
        seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2)
                for y in range(0, image.height(), 2)}  # fmt: skip
        assert set(colours(LIGHT)[:2]) <= seen


def test_what_cannot_be_saved_is_told(
    qtbot: QtBot, window: MainWindow, page: TrendPage, tmp_path: Path
) -> None:
    type_words(page, "oil")
    settle(qtbot, window)
    for suffix in ("png", "svg", "csv"):
        page.save_to(tmp_path / "nowhere" / f"chart.{suffix}")
        assert "cannot be written" in page.count.text()


def test_the_theme_and_the_language_follow(
    qtbot: QtBot, window: MainWindow, page: TrendPage, look: Look
) -> None:
    type_words(page, "oil")
    settle(qtbot, window)
    for theme in (DARK, LIGHT):
        look.set_theme(theme.name)
        assert page.chart._curves[0].opts["pen"].color().name() == colours(theme)[0]
        assert page.chart.plot.backgroundBrush().color().name() == theme.page
    look.set_language("zh_TW")
    assert page.chart._percents.labelText == "佔全部條目的比例"
    assert "條" in page.count.text()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_curve_can_be_seen_and_told_apart(theme: Theme) -> None:
    assert len(colours(theme)) == len(set(colours(theme))) == len(set(SIGNS)) == MOST_WORDS
    for colour in colours(theme):
        assert contrast(colour, theme.page) >= 3


def contrast(first: str, second: str) -> float:
    """WCAG 2.2's contrast ratio."""
    lights = sorted((luminance(QColor(each)) for each in (first, second)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_curves_have_gaps_where_periods_have_no_items() -> None:
    trend = Trend(("2020-01", "2020-02", "2021-01"), (2, 4, 1), ((1, 1, 0),), 0)
    series = Series(("oil",), By.MONTH, trend)
    times, shares = series.curve(0)
    assert [str(share) for share in shares] == ["50.0", "25.0", "nan", "0.0"]
    assert list(times[:2]) == [2020 * 12, 2020 * 12 + 1]
    assert series.extent() == (2020 * 12 - 0.5, 2020 * 12 + 1.5)
    assert list(series.alone(0)) == [False, False, False, True]
    assert series.nearest(2020 * 12 + 0.4) == 0


def test_words_that_are_html_are_shown_as_they_are(look: Look) -> None:
    series = Series(("<b>x</b>",), By.YEAR, Trend(("2020",), (1,), ((1,),), 0))
    shown = series.html_at(0, look.catalog, list(colours(LIGHT)))
    assert "&lt;b&gt;x" in shown and not re.search("<b>x", shown)
