"""The words of one side as a table that sorts by any of its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.look import Look
from desktop_app.speeches.contrast import Contrast

Index = QModelIndex | QPersistentModelIndex
STRENGTH = 3  # the column by which they are sorted at first
TELLING = 3.84  # of log-likelihood: where chance is less likely than one in twenty
_KEYS: tuple[Callable[[Contrast], object], ...] = (
    lambda each: each.word,
    lambda each: each.first,
    lambda each: each.second,
    lambda each: each.log_likelihood,
)


class ContrastModel(QAbstractTableModel):
    """One row a word that one side uses more by more than chance."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._look = look
        self._all: tuple[Contrast, ...] = ()
        self._only = False
        self._sorted = (STRENGTH, Qt.SortOrder.DescendingOrder)
        self.rows: list[Contrast] = []

    def show_words(self, found: Sequence[Contrast]) -> None:
        """Show those of `found` that tell something."""
        self._all = tuple(each for each in found if each.log_likelihood >= TELLING)
        self._choose()

    def set_only(self, only: bool) -> None:
        """Show those alone that the other side never uses, or all."""
        self._only = only
        self._choose()

    def _choose(self) -> None:
        self.beginResetModel()
        self.rows = [each for each in self._all if not (self._only and each.second)]
        self._order()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """Word, times on both sides, strength."""
        return 0 if parent.isValid() else len(_KEYS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; a tool tip with shares; all in words for those who cannot see the heads."""
        if not index.isValid():
            return None
        each = self.rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(each)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._shares(each)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join([each.word, self._shares(each)])
        return None

    def _cells(self, each: Contrast) -> tuple[str, ...]:
        number = self._look.catalog.number
        strength = self._look.catalog.decimal(each.log_likelihood, 1)
        return each.word, number(each.first), number(each.second), strength

    def _shares(self, each: Contrast) -> str:
        catalog = self._look.catalog
        return catalog.text(
            "{own} of a million words here, {other} on the other side",
            own=catalog.number(round(each.first_share)),
            other=catalog.number(round(each.second_share)),
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        text = self._look.catalog.text
        names = (text("Word"), text("This side"), text("Other side"), text("Log-likelihood"))
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None

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
