"""The list of hits: a table of one column, which stays quick with a million rows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.hit_delegate import HitDelegate, Thumbnails
from desktop_app.gui.search_pane.hit_model import HitModel, Index
from desktop_app.search.hits import Hit


class HitView(QTableView):
    """Shows a `HitModel`. QListView takes seconds at a million rows, QTableView 5 to 11 ms."""

    hit_chosen = Signal(object)

    def __init__(
        self, look: Look, model: HitModel, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        """Show `model`, drawn with `thumbnails`."""
        super().__init__(parent)
        self._look = look
        self._wanted = -1  # a row chosen before its hit was here
        self.setObjectName("hitList")
        self.setModel(model)
        self.delegate = HitDelegate(look, thumbnails, self)
        self.setItemDelegate(self.delegate)
        self._set_up()
        model.page_loaded.connect(self._choose_wanted)
        look.theme_changed.connect(self.viewport().update)

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
        """Take the focus without Qt's quiet move to the first hit, which none would see."""
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

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Announce the hit of the row now chosen, as soon as it is here."""
        super().selectionChanged(selected, deselected)
        indexes = selected.indexes()
        self._wanted = indexes[0].row() if indexes else -1
        self._choose_wanted()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Keep the current row in sight."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.scrollTo(current)

    def _choose_wanted(self) -> None:
        if self._wanted < 0:
            return
        model = self.model()
        hit = model.hit(self._wanted) if isinstance(model, HitModel) else None
        if isinstance(hit, Hit):
            self._wanted = -1
            self.hit_chosen.emit(hit)
