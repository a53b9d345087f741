"""The list of rows: opened by Return or a click, removed by Delete, moved by dragging or keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.views.marks.row_delegate import MarkDelegate
from desktop_app.gui.views.marks.row_model import Index, RowModel
from desktop_app.gui.views.marks.sections import Row

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowList(QListView):
    """Shows a `RowModel`."""

    wanted = Signal(object)  # a `Row`, to be opened
    remove_wanted = Signal()
    step_wanted = Signal(int)  # the row chosen one up or down
    chosen = Signal()  # another row, or none

    def __init__(self, look: Look, model: RowModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._rows = model
        self.setObjectName("markRows")
        self.setModel(model)
        self.setItemDelegate(MarkDelegate(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._open)
        for changed in (look.theme_changed, look.script_changed):
            changed.connect(self.viewport().update)

    @property
    def row(self) -> Row | None:
        """The row chosen."""
        return self._rows.row(self.currentIndex().row())

    def choose(self, number: int) -> None:
        """Choose row `number`, or the last before it."""
        last = self._rows.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._rows.index(min(max(number, 0), last), 0))
        self.chosen.emit()

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row(index.row())
        if row is not None:
            self.wanted.emit(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another row is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Shift and Alt with the arrows move."""
        both = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
        elif key in _STEPS and event.modifiers() & both == both:
            self.step_wanted.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)
