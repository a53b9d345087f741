"""The settings of one group, one under the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui.at_hand.settings_dialog.row import SettingRow
from desktop_app.gui.at_hand.settings_dialog.setting import Setting
from desktop_app.gui.look import Look
from desktop_app.messages import Message


class GroupPage(QScrollArea):
    """Shows those of its settings that are looked for."""

    changed = Signal()

    def __init__(self, look: Look, settings: Sequence[Setting], parent: QWidget) -> None:
        """Show `settings`, and what is added, in this order."""
        super().__init__(parent)
        self.setObjectName("settingsGroup")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        inside.setObjectName("settingsRows")
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(20, 8, 20, 16)
        self._layout.setSpacing(4)
        self.rows = [SettingRow(look, setting, inside) for setting in settings]
        for row in self.rows:
            self._layout.addWidget(row)
            row.changed.connect(self.changed)
        self._layout.addStretch(1)
        self.setWidget(inside)

    def add(self, widget: QWidget) -> None:
        """Show `widget` under the settings."""
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def narrow(self, fits: Callable[[Message, Message], bool]) -> int:
        """Show the settings whose name and help `fits` takes; returns how many."""
        shown = [row for row in self.rows if fits(row.setting.text, row.setting.help)]
        for row in self.rows:
            row.setVisible(row in shown)
        return len(shown)

    def show_values(self) -> None:
        """Show what holds now."""
        for row in self.rows:
            row.show_value()

    def retranslate(self) -> None:
        """Write all of it anew."""
        for row in self.rows:
            row.retranslate()
