"""Keys as in vi move in lists and texts, and write where one writes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui.main_window import MainWindow
from desktop_app.items import Item
from tests.gui.conftest import settle


@pytest.fixture
def vi(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.at_hand.set_vi_keys(True)
    return window


def press(*letters: str) -> None:
    for letter in letters:
        held = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier(0)
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, letter, held)


def test_j_and_k_go_through_the_hits(vi: MainWindow, qtbot: QtBot) -> None:
    view = vi.search_pane.hits
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    press("j", "j")
    assert view.currentIndex().row() == 2
    press("k")
    assert view.currentIndex().row() == 1
    press("G")
    assert view.currentIndex().row() == 2
    press("g", "g")
    assert view.currentIndex().row() == 0
    vi.at_hand.set_vi_keys(False)
    press("j")
    assert view.currentIndex().row() == 0
    settle(qtbot, vi)


def test_texts_scroll_and_matches_are_gone_to(vi: MainWindow, qtbot: QtBot) -> None:
    vi.search_pane.box.setText("ships")
    settle(qtbot, vi)
    vi.article_pane.show_item(Item("9", "Long", None, "en", "x\nships\n" * 200), None, None)  # type: ignore[arg-type]
    settle(qtbot, vi)
    view = vi.article_pane.view
    view.setFocus()
    bar = view.verticalScrollBar()
    press("j")
    assert bar.value() > 0
    press("G")
    assert bar.value() == bar.maximum()
    press("g", "g")
    assert bar.value() == 0
    called: list[str] = []
    vi.actions_["next_match"].triggered.connect(lambda _on: called.append("n"))
    vi.actions_["previous_match"].triggered.connect(lambda _on: called.append("N"))
    press("n", "N")
    assert called == ["n", "N"]


def test_where_one_writes_letters_are_letters(vi: MainWindow, qtbot: QtBot) -> None:
    box = vi.search_pane.box
    box.setFocus()
    press("j", "k", "g", "G")
    assert box.text() == "jkgG"
    vi.at_hand.open_palette()
    assert vi.at_hand.palette is not None
    press("n")
    assert vi.at_hand.palette.box.text() == "n"
    settle(qtbot, vi)


def test_it_is_a_setting(vi: MainWindow) -> None:
    assert vi.at_hand._settings.flag("vi_keys", False)
