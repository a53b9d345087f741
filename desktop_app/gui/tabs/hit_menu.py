"""What one can do with a hit of the list, by the right button or the menu key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.row_view import RowView
from desktop_app.gui.tabs.opener import RowOpener
from desktop_app.gui.tabs.where import Where


class HitMenu(QObject):
    """Watches a list; its menu opens hits here, in a tab or in a window."""

    def __init__(self, look: Look, view: RowView, opener: RowOpener) -> None:
        """Watch `view`, whose rows `opener` opens."""
        super().__init__(view)
        self._look, self._view, self._opener = look, view, opener
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def menu(self, row: int) -> QMenu:
        """The menu about a row; it goes when it is closed."""
        text, made = self._look.catalog.text, QMenu(self._view)
        made.setObjectName("hitMenu")
        made.setAccessibleName(text("Hits"))
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.addAction(text("Open"), lambda: self._view.choose_row(row))
        made.addSeparator()
        for where, words in (
            (Where.BEHIND, text("Open in a new tab")),
            (Where.WINDOW, text("Open in a new window")),
        ):
            action = made.addAction(words)
            action.triggered.connect(lambda _on, where=where: self._opener.open(row, where))
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """By the mouse for the row under it, by the key for the one chosen."""
        if not isinstance(event, QContextMenuEvent):
            return False
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self._view.currentIndex() if by_key else self._view.indexAt(event.pos())
        if index.isValid():
            corner = self._view.visualRect(index).center()
            place = self._view.viewport().mapToGlobal(corner) if by_key else event.globalPos()
            self.menu(index.row()).popup(place)
        return True
