"""A table of words with their figures."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

_BESIDE = 26  # pixels in a head beside its words: padding, and the sign of the order
_LEAST = 62  # pixels: room for 1,000,000


class FigureTable(QTableView):
    """A quiet table; a double click or Enter chooses a row."""

    chosen = Signal(int)

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
        """Give figures the width of their heads, and the words what is left."""
        model = self.model()
        for column in range(1, model.columnCount()):
            name = str(model.headerData(column, Qt.Orientation.Horizontal))
            width = self.fontMetrics().horizontalAdvance(name) + _BESIDE
            self.setColumnWidth(column, max(width, _LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
