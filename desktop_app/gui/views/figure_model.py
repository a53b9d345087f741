"""Rows of any kind as a table that sorts by any of its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.look import Look
from desktop_app.i18n.catalog import Catalog

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)  # a generic one with slots cannot be made in Python 3.11
class Column(Generic[Row]):
    """One column: its head, what a cell says, what it is sorted by, and whether it is a figure."""

    head: Callable[[Catalog], str]
    cell: Callable[[Catalog, Row], str]
    key: Callable[[Row], Any]
    figure: bool = True


class FigureModel(QAbstractTableModel, Generic[Row]):
    """Shows `rows`; what is alike in the sorted column stays in the order it was given in."""

    def __init__(
        self,
        look: Look,
        columns: Sequence[Column[Row]],
        spoken: Callable[[Catalog, Row], str],
        parent: QObject | None = None,
    ) -> None:
        """Show none yet; `spoken` says a whole row, for tips and for those who cannot see it."""
        super().__init__(parent)
        self._look, self._columns, self._spoken = look, tuple(columns), spoken
        self._given: tuple[Row, ...] = ()
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`, in the order chosen."""
        self.beginResetModel()
        self._given = tuple(rows)
        self._order()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """As many as were named."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; the whole row in words; the row itself for `ROW_ROLE`."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column.figure)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.cell(self._look.catalog, row)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self._look.catalog, row)
        return row if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column.figure)
        return column.head(self._look.catalog) if role == Qt.ItemDataRole.DisplayRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by `column`; whatever row is chosen stays so."""
        self.layoutAboutToBeChanged.emit()
        former, before = self.persistentIndexList(), self.rows
        self._sorted = (column, order)
        self._order()
        places = {id(row): place for place, row in enumerate(self.rows)}
        now = [self.index(places[id(before[old.row()])], old.column()) for old in former]
        self.changePersistentIndexList(former, now)
        self.layoutChanged.emit()

    def _order(self) -> None:
        column, order = self._sorted
        self.rows = list(self._given)
        if column >= 0:
            down = order is Qt.SortOrder.DescendingOrder
            self.rows.sort(key=self._columns[column].key, reverse=down)

    def retranslate(self) -> None:
        """Have heads and cells asked for anew; names stand in another order in each language."""
        column, order = self._sorted
        if column >= 0 and not self._columns[column].figure:
            self.sort(column, order)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _side(figure: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
