"""The entries of an outline, those that what is typed leaves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.look import Look
from desktop_app.language.folding import fold
from desktop_app.language.outline import Entry

LEVEL = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractListModel):
    """One row an entry; the role `LEVEL` tells how far it stands in."""

    def __init__(self, look: Look, parent: QObject) -> None:
        """Without entries; texts are shown in the script of `look`."""
        super().__init__(parent)
        self._look = look
        self._all: Sequence[Entry] = ()
        self._left: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry], typed: str = "") -> None:
        """Have the `entries` with all that is `typed`, whatever its case, width or script."""
        words = fold(typed).split()
        self.beginResetModel()
        self._all = entries
        self._left = [
            entry
            for entry in entries
            if not words or all(word in fold(entry.text) for word in words)
        ]
        self.endResetModel()

    def keep(self, typed: str) -> None:
        """Leave only the entries with what is `typed`."""
        self.show(self._all, typed)

    def entry(self, row: int) -> Entry | None:
        """The entry of a row."""
        return self._left[row] if 0 <= row < len(self._left) else None

    def row_at(self, paragraph: int) -> int:
        """The row of the last entry at or before a paragraph, 0 where there is none."""
        rows = [row for row, entry in enumerate(self._left) if entry.paragraph <= paragraph]
        return rows[-1] if rows else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """How many are left."""
        return 0 if parent.isValid() else len(self._left)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words or the level of an entry."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._look.shown(entry.text)
        return entry.level if role == LEVEL else None
