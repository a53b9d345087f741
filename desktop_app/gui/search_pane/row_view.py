"""A list of rows: a table of one column, which stays quick with a million of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.paged_model import Index, PagedModel
from desktop_app.gui.search_pane.row_delegate import RowDelegate, RowDrawing
from desktop_app.gui.unread_rows import not_read


class RowView(QTableView):
    """Shows a `PagedModel`. QListView takes seconds at a million rows, QTableView 5 to 11 ms."""

    row_chosen = Signal(object)  # the row

    def __init__(
        self,
        look: Look,
        model: PagedModel[Any],
        drawing: RowDrawing[Any],
        parent: QWidget | None = None,
    ) -> None:
        """Show `model`, each row as `drawing` draws it."""
        super().__init__(parent)
        self._rows = model
        model.failed_words = lambda: " ".join(not_read(look.catalog))
        self._kept: object = None  # the row to stay chosen when the rows come in another order
        self._wanted = -1  # the number of a row chosen before it was here
        self.setModel(model)
        self.delegate = RowDelegate(look, drawing, self)
        self.setItemDelegate(self.delegate)
        self._set_up()
        model.page_loaded.connect(self._choose_wanted)
        model.modelReset.connect(self._find_kept)
        self.activated.connect(lambda index: self._choose(index.row()))
        self.clicked.connect(self._try_again)
        for changed in (look.theme_changed, look.script_changed):
            changed.connect(self.viewport().update)

    def _set_up(self) -> None:
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self.delegate.row_height(self.font()))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll by a third of a row, whatever the font."""
        super().resizeEvent(event)
        self.verticalScrollBar().setSingleStep(self.delegate.row_height(self.font()) // 3)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus without Qt's quiet move to the first row, which none would see."""
        nowhere = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if nowhere:
            self.selectionModel().clearCurrentIndex()

    def current_row(self) -> int:
        """The row chosen, or -1."""
        return self.currentIndex().row()

    def choose_row(self, row: int) -> None:
        """Choose `row`, if there is one, and show it."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keep_chosen(self) -> None:
        """The same rows come in another order: the one chosen stays so where it is early then."""
        self._kept = self._rows.row(self.current_row()) if self.current_row() >= 0 else None

    def _find_kept(self) -> None:
        """Choose the row to be kept, which nobody needs to be told of."""
        kept, self._kept, rows = self._kept, None, self._rows.loaded_rows()
        if kept is not None and kept in rows:
            self.blockSignals(True)
            self.choose_row(rows.index(kept))
            self.blockSignals(False)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Announce the row now chosen, as soon as it is here."""
        super().selectionChanged(selected, deselected)
        indexes = selected.indexes()
        self._choose(indexes[0].row() if indexes else -1)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Keep the current row in sight."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.scrollTo(current)

    def _choose(self, number: int) -> None:
        self._wanted = number
        if number >= 0 and self._rows.failed(number):
            self._rows.retry()
        self._choose_wanted()

    def _try_again(self, index: Index) -> None:
        """A click on a row that could not be read, chosen already, reads it again."""
        if self._rows.failed(index.row()):
            self._choose(index.row())

    def _choose_wanted(self) -> None:
        row = self._rows.row(self._wanted) if self._wanted >= 0 else None
        if row is not None:
            self._wanted = -1
            self.row_chosen.emit(row)
