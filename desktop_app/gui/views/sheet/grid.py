"""The grid of a contact sheet: several photos can be chosen, in the order they are read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QRect, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.grid_view import PhotoGridView
from desktop_app.gui.photo_pane.thumbnails import ThumbnailLoader

_COPY = QKeySequence.StandardKey.Copy
_Flag = QItemSelectionModel.SelectionFlag


class SheetGrid(PhotoGridView):
    """Two clicks, Enter or space open a photo; Shift chooses from one to another.

    `copy_wanted` says that the keys to copy were pressed here: the window's own action would
    copy from the article.
    """

    copy_wanted = Signal()

    def __init__(self, look: Look, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        """Draw with `thumbnails`."""
        super().__init__(look, thumbnails, parent, opens_on_click=False)
        self.setObjectName("sheetGrid")
        self._anchor = 0
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalScrollBar().valueChanged.connect(lambda _value: thumbnails.forget_waiting())

    def event(self, event: QEvent) -> bool:
        """Have the keys to copy before the window has."""
        keys = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() in keys and isinstance(event, QKeyEvent) and event.matches(_COPY):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.copy_wanted.emit()
            return True
        return super().event(event)

    def chosen(self) -> list[int]:
        """The places of the chosen photos, in order."""
        chosen = self.selectionModel().selection().indexes()
        found = {self.place(index) for index in chosen}
        return sorted(place for place in found if place >= 0)

    def setSelection(self, rect: QRect, command: _Flag) -> None:
        """Choose as one reads, row after row: a table would choose a rectangle."""
        current = self.current_place()
        if command & _Flag.Current and current >= 0:
            self.selectionModel().select(self._from_to(self._anchor, current), _Flag.ClearAndSelect)
            return
        self._anchor = max(current, 0)
        super().setSelection(rect, command)

    def _from_to(self, one: int, other: int) -> QItemSelection:
        """The photos between two places, both among them."""
        first, last = min(one, other), max(one, other)
        columns, chosen = self.columns(), QItemSelection()
        for row in range(first // columns, last // columns + 1):
            left = first - row * columns if row == first // columns else 0
            right = last - row * columns if row == last // columns else columns - 1
            model = self.model()
            chosen.select(model.index(row, left), model.index(row, right))
        return chosen
