"""The first rows of a table as a Qt model; its first row is for choosing fields."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.importing.tables.preview import TablePreview

MOST = 60  # columns shown; those beyond stay as they are guessed
_CELL = 200  # characters of a cell

Index = QModelIndex | QPersistentModelIndex


class ColumnsModel(QAbstractTableModel):
    """Row 0 is empty, for what the dialog sets there; below it the table's first rows."""

    def __init__(self, table: TablePreview, parent: QObject | None = None) -> None:
        """Show `table`."""
        super().__init__(parent)
        self._table = table

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The rows shown, and one."""
        return 0 if parent.isValid() else len(self._table.rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns of the table."""
        return 0 if parent.isValid() else min(len(self._table.mapping.fields), MOST)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The beginning of a cell, on one line; all of it as a tool tip."""
        if not index.isValid() or index.row() == 0:
            return None
        cell = self._table.rows[index.row() - 1][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(cell[:_CELL].split())
        return cell[:2000] if role == Qt.ItemDataRole.ToolTipRole and len(cell) > 40 else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The name a column has in the table, or its number."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section) if section else ""
        return self._table.names[section] or str(section + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells are read, not changed."""
        return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
