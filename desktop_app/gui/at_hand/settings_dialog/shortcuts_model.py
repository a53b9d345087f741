"""The table of actions and their shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from desktop_app.gui.actions import ACTIONS, MENUS, ActionRegistry, ActionSpec, plain
from desktop_app.gui.at_hand.action_help import HELP
from desktop_app.gui.at_hand.shortcuts import Shortcuts
from desktop_app.gui.look import Look
from desktop_app.messages import Message

_Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_NO_HELP = Message("")
NAME, KEYS, MENU = range(3)


class ShortcutsModel(QAbstractTableModel):
    """A row an action: what it is called, its keys (bold where changed), its menu."""

    def __init__(
        self, look: Look, registry: ActionRegistry, shortcuts: Shortcuts, parent: QObject
    ) -> None:
        """List all actions at first."""
        super().__init__(parent)
        self._look, self._registry, self._shortcuts = look, registry, shortcuts
        self._shown: Sequence[ActionSpec] = ACTIONS
        shortcuts.changed.connect(self._tell)

    def narrow(self, fits: Callable[[Message, Message, str], bool]) -> int:
        """List the actions whose name, help and keys `fits` takes; returns how many."""
        self.beginResetModel()
        self._shown = [
            spec
            for spec in ACTIONS
            if fits(spec.text, HELP.get(spec.name, _NO_HELP), self._registry.keys(spec.name))
        ]
        self.endResetModel()
        return len(self._shown)

    def spec(self, row: int) -> ActionSpec | None:
        """The action in `row`."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, name: str) -> int:
        """The row of the action called `name`; -1 where it is not listed."""
        return next((row for row, spec in enumerate(self._shown) if spec.name == name), -1)

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many actions."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Name, keys and menu."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """What the columns are called."""
        if role != _Role.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        text = self._look.catalog.text
        return (text("Action"), text("Shortcut"), text("Menu"))[section]

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """The texts, the help as a tip, and the weight of what was changed."""
        spec = self.spec(index.row())
        if spec is None:
            return None
        catalog = self._look.catalog
        if role == _Role.DisplayRole:
            return (
                plain(catalog.message(spec.text)),
                self._registry.keys(spec.name),
                plain(catalog.message(MENUS[spec.menu])),
            )[index.column()]
        if role == _Role.ToolTipRole and spec.name in HELP:
            return catalog.message(HELP[spec.name])
        if role == _Role.FontRole and index.column() == KEYS:
            font = QFont()
            font.setBold(self._shortcuts.is_changed(spec.name))
            return font
        return None

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, MENU))

    def retranslate(self) -> None:
        """Have everything written anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, NAME, MENU)
        self._tell()
