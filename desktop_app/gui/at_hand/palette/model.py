"""The rows of the palette."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.at_hand.palette.command import Choice
from desktop_app.gui.look import Look

CHOICE_ROLE = int(Qt.ItemDataRole.UserRole)
_Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class PaletteModel(QAbstractListModel):
    """Lists choices; those that cannot be made now are there and not enabled."""

    def __init__(self, look: Look, parent: QObject) -> None:
        """List nothing yet."""
        super().__init__(parent)
        self._look = look
        self._choices: Sequence[Choice] = ()

    def show(self, choices: Sequence[Choice]) -> None:
        """List `choices`."""
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    def choice(self, row: int) -> Choice | None:
        """The choice in `row`."""
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._choices)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be gone to, also what cannot be done now: its text says so."""
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """The choice, its name, its help, and what a screen reader says of it."""
        choice = self.choice(index.row())
        if choice is None:
            return None
        if role == CHOICE_ROLE:
            return choice
        if role == _Role.DisplayRole:
            return choice.command.text
        if role == _Role.ToolTipRole:
            return choice.command.help[0] if choice.command.help else ""
        return self._said(choice) if role == _Role.AccessibleTextRole else None

    def _said(self, choice: Choice) -> str:
        text, command = self._look.catalog.text, choice.command
        parts = [command.text, command.group, command.keys]
        parts.append(text("on") if command.checked else "")
        parts.append("" if command.enabled else text("not now"))
        return ", ".join(filter(None, parts))
