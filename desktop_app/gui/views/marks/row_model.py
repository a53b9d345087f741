"""The rows of a section as a model; those of a collection can be dragged into another order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_app.gui.look import Look
from desktop_app.gui.views.marks.sections import Row

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_MIME = "application/x-beilin-mark"
_NOWHERE = QModelIndex()


class RowModel(QAbstractListModel):
    """Holds rows. `moved` carries the number of a row and of the one it is to stand before."""

    moved = Signal(int, int)

    def __init__(self, look: Look, parent: QObject) -> None:
        """Hold none."""
        super().__init__(parent)
        self._look = look
        self._rows: list[Row] = []
        self.can_move = False

    def show(self, rows: Sequence[Row], can_move: bool) -> None:
        """Hold `rows`, which can be put into another order or not."""
        self.beginResetModel()
        self._rows, self.can_move = list(rows), can_move
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """The row of this number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, what is said of the row, or the row itself."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._look.shown(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (self._look.shown(row.title), row.quiet, row.quote, row.note)
            return "\n".join(filter(None, parts))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows of a collection can be dragged between others."""
        flag = Qt.ItemFlag
        if not self.can_move:
            return super().flags(index)
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return super().flags(index) | flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Rows of this program alone."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The number of the row dragged."""
        made = QMimeData()
        made.setData(_MIME, b"%d" % (indexes[0].row() if indexes else -1))
        return made

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the row dragged to be put before row number `row`, or at the end."""
        if not self.can_move or not data.hasFormat(_MIME):
            return False
        dragged = int(bytes(data.data(_MIME).data()) or b"-1")
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        if 0 <= dragged < len(self._rows):
            self.moved.emit(dragged, target)
        return False  # whoever keeps the order shows it anew
