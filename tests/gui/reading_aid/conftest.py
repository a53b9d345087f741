"""A window with the reading aid, on the small archive."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui.main_window import MainWindow
from tests.gui.conftest import settle

_NONE = Qt.MouseButton.NoButton


class Pointer:
    """Someone at the article."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.view, self.popup = window.article_pane.view, window.reading_desk.aid.popup

    def show(self, item: str) -> None:
        self.window.show_item(item)
        settle(self.qtbot, self.window)

    def switch_on(self) -> None:
        self.window.actions_["reading_aid"].setChecked(True)
        settle(self.qtbot, self.window)

    def look_up(self) -> None:
        """Press Ctrl+D."""
        QTest.keyClick(self.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        settle(self.qtbot, self.window)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.view, key)

    def place(self, word: str) -> QRect:
        """Where the first character of `word` is on the view."""
        cursor = self.view.document().find(word)
        ends = QTextCursor(cursor), QTextCursor(cursor)
        for end, by in zip(ends, (0, 1), strict=True):
            end.setPosition(cursor.selectionStart() + by)
        return self.view.cursorRect(ends[0]).united(self.view.cursorRect(ends[1]))

    def rest_on(self, word: str) -> None:
        """Point at the first character of `word` for a moment."""
        self.move_to(self.place(word).center())
        self.qtbot.wait(60)

    def move_to(self, point: QPoint) -> None:
        place, viewport = QPointF(point), self.view.viewport()
        where = viewport.mapToGlobal(place)
        kind = QEvent.Type.MouseMove
        event = QMouseEvent(kind, place, where, _NONE, _NONE, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(viewport, event)

    def put_caret(self, word: str, select: bool = False) -> None:
        cursor = self.view.document().find(word)
        if not select:
            cursor.setPosition(cursor.selectionStart())
        self.view.setTextCursor(cursor)


@pytest.fixture
def pointer(window: MainWindow, qtbot: QtBot) -> Pointer:
    """At the Chinese item, with the keys."""
    made = Pointer(window, qtbot)
    made.show("three")
    window.activateWindow()
    made.view.setFocus()
    window.reading_desk.aid._rest.setInterval(10)
    return made
