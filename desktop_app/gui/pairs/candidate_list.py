"""The rows of the list of possible counterparts."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.look import Look
from desktop_app.items import Item

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class CandidateList(QAbstractListModel):
    """An item a row: its title, day and source."""

    def __init__(self, look: Look, parent: QObject) -> None:
        """Write days in the language of `look`."""
        super().__init__(parent)
        self._look = look
        self.items: list[Item] = []

    def show_items(self, items: list[Item]) -> None:
        """List `items`."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """As many as there are items."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says."""
        if not index.isValid() or role not in _TEXT:
            return None
        item = self.items[index.row()]
        facts = (self._look.catalog.date(item.date), item.source)
        return "\n".join(filter(None, (item.title, " · ".join(filter(None, facts)))))
