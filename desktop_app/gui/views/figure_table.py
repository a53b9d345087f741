"""A table of words with their figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

_BESIDE = 26  # pixels in a head beside its words: padding, and the sign of the order
_LEAST = 62  # pixels: room for 1,000,000
_WORDS = 120  # pixels that the first column is to have, before any other that can be spared


class FigureTable(QTableView):
    """A quiet table; a double click or Enter chooses a row.

    `spared` are the columns that are not shown where there is no room, the first to go first.
    """

    chosen = Signal(int)
    spared: Sequence[int] = ()

    def show_model(self, model: QAbstractItemModel, column: int) -> None:
        """Show `model`, sorted by `column`, the most first."""
        self.setModel(model)
        self.setSortingEnabled(True)
        self.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        model.headerDataChanged.connect(self.lay_columns)
        self.lay_columns()
        heads.setHighlightSections(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)  # names that are too long end where the room does
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))

    def height_of(self, rows: int) -> int:
        """The pixels that the heads and as many `rows` take."""
        heads = self.horizontalHeader().sizeHint().height()
        return heads + rows * self.verticalHeader().defaultSectionSize() + 4

    def lay_columns(self, *_changed: object) -> None:
        """Give figures the width they need, and the words what is left."""
        for column in range(1, self.model().columnCount()):
            self.setColumnWidth(column, self.needed_width(column))
        self._spare_columns()

    def needed_width(self, column: int) -> int:
        """The least pixels of a column other than the first: those of its head."""
        name = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        return max(self.fontMetrics().horizontalAdvance(name) + _BESIDE, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._spare_columns()

    def _spare_columns(self) -> None:
        if not self.spared:
            return
        widths = [self.needed_width(column) for column in range(1, self.model().columnCount())]
        room = self.viewport().width() - sum(widths)
        for column in self.spared:
            hidden = room < _WORDS
            room += widths[column - 1] if hidden else 0
            if hidden != self.isColumnHidden(column):
                self.setColumnHidden(column, hidden)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
