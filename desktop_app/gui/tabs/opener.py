"""Opens rows of a list apart: Ctrl and a click, the middle button, Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from desktop_app.gui.search_pane.row_view import RowView
from desktop_app.gui.tabs.where import Where, where_of
from desktop_app.search.hits import Hit
from desktop_app.speech_search.matches import SaidHit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)


class RowOpener(QObject):
    """Watches a list; what it takes never reaches the list, whose choice stays as it is."""

    wanted = Signal(str, int, int, object)  # item id, code points from and to before, `Where`

    def __init__(self, view: RowView, row_at: Callable[[int], object]) -> None:
        """Watch `view`, whose rows (`Hit` or `SaidHit`, or None) `row_at` gives."""
        super().__init__(view)
        self._view, self._row_at = view, row_at
        for watched in (view, view.viewport()):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what opens a row apart."""
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            return watched is self._view.viewport() and self._mouse(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            where = where_of(event.modifiers())
            if watched is self._view and event.key() in _ENTER and where is not Where.HERE:
                self.open(self._view.current_row(), where)
                return True
        return False

    def open(self, row: int, where: Where) -> None:
        """Have the item of `row` opened, if it is here."""
        hit = self._row_at(row) if row >= 0 else None
        if isinstance(hit, SaidHit):
            self.wanted.emit(hit.item.id, hit.statement.start, hit.statement.end, where)
        elif isinstance(hit, Hit):
            self.wanted.emit(hit.item.id, 0, 0, where)

    def _mouse(self, event: QMouseEvent) -> bool:
        where = where_of(event.modifiers())
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle and where is Where.HERE:
            where = Where.BEHIND
        left = event.button() == Qt.MouseButton.LeftButton
        if where is Where.HERE or not (middle or left):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self.open(self._row(event.position().toPoint()), where)
        return True

    def _row(self, place: QPoint) -> int:
        return self._view.indexAt(place).row()
