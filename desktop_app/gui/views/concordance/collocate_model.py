"""Collocates as a table that sorts by any of its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.look import Look
from desktop_app.speeches.collocates import Collocate

Index = QModelIndex | QPersistentModelIndex
STRENGTH = 3  # the column by which they are sorted at first
_KEYS: tuple[Callable[[Collocate], object], ...] = (
    lambda each: each.word,
    lambda each: each.near,
    lambda each: each.everywhere,
    lambda each: each.log_likelihood,
    lambda each: each.mutual_information,
)


class CollocateModel(QAbstractTableModel):
    """Those of the collocates that stand near often enough."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._look = look
        self._all: tuple[Collocate, ...] = ()
        self._least = 0
        self._sorted = (STRENGTH, Qt.SortOrder.DescendingOrder)
        self.rows: list[Collocate] = []

    def show_collocates(self, found: Sequence[Collocate], least: int) -> None:
        """Show those of `found` that stand near `least` times or more."""
        self.beginResetModel()
        self._all, self._least = tuple(found), least
        self.rows = [each for each in found if each.near >= least]
        self._order()
        self.endResetModel()

    def set_least(self, least: int) -> None:
        """Show those alone that stand near `least` times or more."""
        self.show_collocates(self._all, least)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """Word, near, everywhere, and two measures."""
        return 0 if parent.isValid() else len(_KEYS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; for those who cannot see the heads of columns, named by them."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        cells = self._cells(self.rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self._look.catalog.text
            named = zip(self._names()[1:], cells[1:], strict=True)
            figures = (text("{name}: {value}", name=name, value=cell) for name, cell in named)
            return "\n".join([cells[0], *figures])
        return None

    def _cells(self, each: Collocate) -> tuple[str, ...]:
        number, decimal = self._look.catalog.number, self._look.catalog.decimal
        return (
            each.word,
            number(each.near),
            number(each.everywhere),
            decimal(each.log_likelihood, 1),
            decimal(each.mutual_information, 2),
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return self._names()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _names(self) -> tuple[str, ...]:
        text = self._look.catalog.text
        return (
            text("Word"), text("Near"), text("In all"), text("Log-likelihood"),
            text("Mutual information"),
        )  # fmt: skip

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by `column`; what is alike in it stands by strength."""
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._order()
        self.layoutChanged.emit()

    def _order(self) -> None:
        column, order = self._sorted
        self.rows.sort(key=lambda each: (-each.log_likelihood, each.word))
        key = _KEYS[column]
        self.rows.sort(key=key, reverse=order is Qt.SortOrder.DescendingOrder)  # type: ignore[arg-type]

    def retranslate(self) -> None:
        """Have the names of the columns asked for anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_KEYS) - 1)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
