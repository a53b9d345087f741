"""What the search box does for who types in it: marks, suggestions, corrections."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from tests.gui.conftest import settle, type_text


def type_query(qtbot: QtBot, window: MainWindow, query: str) -> None:
    box = window.search_pane.box
    box.setFocus()
    box.clear()
    type_text(box, query)
    settle(qtbot, window)


def red_pixels(image: QImage) -> int:
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    colours = (image.pixelColor(x, y) for x, y in points)
    return sum(c.red() > c.green() + 60 and c.red() > c.blue() + 60 for c in colours)


def test_a_piece_without_meaning_is_marked_and_explained(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.search_pane
    type_query(qtbot, window, "港口 𠀀 harbor")
    assert (pane.box.marked, pane.problems.isVisible()) == ((), False)
    plain = red_pixels(pane.box.grab().toImage())
    type_query(qtbot, window, "𠀀 date:never")
    assert pane.box.marked == ((7, 12),)
    assert "“never” is not a date" in pane.problems.text()
    assert pane.box.accessibleDescription() == pane.problems.text()
    assert red_pixels(pane.box.grab().toImage()) > plain + 10
    type_query(qtbot, window, "oil")
    assert (pane.box.marked, pane.problems.isVisible()) == ((), False)
    assert pane.box.accessibleDescription() == ""


@pytest.mark.parametrize(("language", "words"), [("zh_CN", "不是日期"), ("zh_TW", "不是日期")])
def test_the_reason_follows_the_language(
    qtbot: QtBot, window: MainWindow, look: Look, language: str, words: str
) -> None:
    type_query(qtbot, window, "date:never")
    look.set_language(language)
    settle(qtbot, window)
    assert words in window.search_pane.problems.text()
    assert window.search_pane.box.text() == "date:never"


def test_marking_does_not_disturb_typing(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "(oil")
    assert window.search_pane.box.marked == ((0, 1),)
    QTest.keyClicks(window.search_pane.box, " prices)")
    settle(qtbot, window)
    assert window.search_pane.box.text() == "(oil prices)"
    assert window.search_pane.box.marked == ()
    assert window.search_pane.count.text().startswith("1 item")


def test_suggestions_open_while_typing_and_go_into_the_box(
    qtbot: QtBot, window: MainWindow
) -> None:
    pane = window.search_pane
    type_query(qtbot, window, "harb")
    qtbot.waitUntil(lambda: bool(pane.suggestions.shown))
    assert [each.text for each in pane.suggestions.shown] == ["harbor", "Harbor opens"]
    popup = pane.suggestions.popup
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert pane.box.text() == "harbor"
    assert not popup.isVisible()


def test_a_query_that_is_set_suggests_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.search_pane.box.setText("harb")
    settle(qtbot, window)
    qtbot.wait(400)
    assert window.search_pane.suggestions.shown == []


@pytest.mark.parametrize(("typed", "meant"), [("harbr", "harbor"), ("和作", "合作")])
def test_what_may_have_been_meant_is_one_click_away(
    qtbot: QtBot, window: MainWindow, typed: str, meant: str
) -> None:
    pane = window.search_pane
    type_query(qtbot, window, typed)
    qtbot.waitUntil(pane.notice.offer.isVisible)
    assert meant in pane.notice.offer.text()
    assert pane.notice.offer.accessibleName()
    QTest.mouseClick(pane.notice.offer, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert pane.box.text() == meant
    assert pane.count.text().startswith("1 item")
    type_query(qtbot, window, "zzzzzzzz")
    qtbot.waitUntil(lambda: not pane.meant.busy)
    assert not pane.notice.offer.isVisible()
