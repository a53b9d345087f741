"""A row of buttons of which one is pressed: one question with its few answers."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget


class ChipRow(QWidget):
    """Holds one of `choices`; `chosen` carries it when a person presses its button."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: tuple[str, ...], parent: QWidget | None = None) -> None:
        """Offer `choices`, without words yet."""
        super().__init__(parent)
        self.setObjectName(name)
        self.buttons: dict[str, QToolButton] = {}
        group, layout = QButtonGroup(self), QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for choice in choices:
            button = self.buttons[choice] = QToolButton(self)
            button.setObjectName(f"{name}:{choice}")
            button.setCheckable(True)
            button.setProperty("chip", True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _on, choice=choice: self.chosen.emit(choice))
            group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)

    def show_choice(self, choice: str) -> None:
        """Press the button of `choice`, if there is one."""
        if choice in self.buttons:
            self.buttons[choice].setChecked(True)

    def write(self, title: str, names: Mapping[str, str]) -> None:
        """Set the words; `title` is the question, for those who hear it."""
        self.setAccessibleName(title)
        for choice, button in self.buttons.items():
            button.setText(names[choice])
            button.setToolTip(names[choice])
            button.setAccessibleName(f"{title}: {names[choice]}")

    def draw(self, drawings: Mapping[str, QIcon], size: QSize) -> None:
        """Show drawings of `size` instead of the words."""
        for choice, button in self.buttons.items():
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setIconSize(size)
            button.setIcon(drawings[choice])
