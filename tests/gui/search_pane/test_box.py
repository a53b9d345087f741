"""The box: clear button, history, keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.query_box import HISTORY_LENGTH
from tests.gui.search_pane.conftest import Searcher


def test_the_clear_button_brings_all_items_back(searcher: Searcher) -> None:
    searcher.ask("oil")
    assert searcher.titles == ["Oil prices"]
    buttons = searcher.pane.box.findChildren(QToolButton)
    clear = max(buttons, key=lambda button: button.x())
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    searcher.wait()
    assert searcher.pane.box.text() == ""
    assert len(searcher.titles) == 3


def test_escape_clears_too(searcher: Searcher) -> None:
    searcher.ask("oil")
    QTest.keyClick(searcher.pane.box, Qt.Key.Key_Escape)
    searcher.wait()
    assert len(searcher.titles) == 3


def test_what_was_searched_is_remembered_newest_first_and_once(searcher: Searcher) -> None:
    for query in ("oil", "harbor", "oil"):
        searcher.ask(query)
        QTest.keyClick(searcher.pane.box, Qt.Key.Key_Return)
    assert searcher.pane.box.history == ["oil", "harbor"]
    for number in range(HISTORY_LENGTH + 5):
        searcher.pane.box.setText(f"query {number}")
        searcher.pane.box.remember()
    assert len(searcher.pane.box.history) == HISTORY_LENGTH


def test_opening_a_hit_remembers_the_query_and_half_typed_words_are_not(
    searcher: Searcher,
) -> None:
    searcher.ask("harb")
    searcher.ask("harbor")
    searcher.pane.step(1)
    searcher.wait()
    assert searcher.pane.box.history == ["harbor"]


def test_the_history_opens_by_mouse_and_by_key_and_brings_a_query_back(
    qtbot: QtBot, searcher: Searcher
) -> None:
    box = searcher.pane.box
    box.set_history(["oil", "harbor"])
    popup = box._past.popup()
    glass = min(box.findChildren(QToolButton), key=lambda button: button.x())
    QTest.mouseClick(glass, Qt.MouseButton.LeftButton)
    assert popup.isVisible()
    assert popup.model().rowCount() == 2
    popup.hide()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    searcher.wait()
    assert box.text() == "harbor"
    assert searcher.titles == ["Harbor opens"]


def test_down_leads_from_the_box_into_the_list_and_on(searcher: Searcher) -> None:
    pane = searcher.pane
    shown = []
    pane.hit_chosen.connect(lambda hit: shown.append(hit.item.title))
    searcher.ask("lang:en")
    pane.box.setFocus()
    QTest.keyClick(pane.box, Qt.Key.Key_Down)
    assert pane.hits.hasFocus()
    assert pane.hits.current_row() == 0
    searcher.wait()
    QTest.keyClick(pane.hits, Qt.Key.Key_Down)
    QTest.keyClick(pane.hits, Qt.Key.Key_Down)  # there is no third
    searcher.wait()
    assert shown == searcher.titles
    assert len(shown) == 2


def test_the_first_hit_is_not_passed_over_when_one_tabs_into_the_list(searcher: Searcher) -> None:
    searcher.pane.hits.setFocus()
    assert searcher.pane.hits.current_row() == -1
    QTest.keyClick(searcher.pane.hits, Qt.Key.Key_Down)
    assert searcher.pane.hits.current_row() == 0


def test_the_hint_and_the_names_follow_the_language(searcher: Searcher, look: Look) -> None:
    look.set_language("zh_CN")
    assert searcher.pane.box.placeholderText().startswith("搜索词语")
    assert searcher.pane.box.accessibleName() == "搜索"
