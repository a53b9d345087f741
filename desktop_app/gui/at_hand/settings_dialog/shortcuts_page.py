"""The page of shortcuts: the table of actions, and under it where one is changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.actions import ACTIONS, ActionRegistry
from desktop_app.gui.at_hand.settings_dialog.keys_editor import KeysEditor
from desktop_app.gui.at_hand.settings_dialog.shortcuts_model import MENU, NAME, ShortcutsModel
from desktop_app.gui.at_hand.shortcuts import Shortcuts
from desktop_app.gui.look import Look
from desktop_app.messages import Message


class ShortcutsPage(QWidget):
    """Changes any action's shortcuts."""

    def __init__(
        self, look: Look, registry: ActionRegistry, shortcuts: Shortcuts, parent: QWidget
    ) -> None:
        """Show those of `registry`."""
        super().__init__(parent)
        self._look, self._shortcuts = look, shortcuts
        self.setObjectName("shortcutsPage")
        self.table, self.editor = QTableView(self), KeysEditor(look, shortcuts, self)
        self.model = ShortcutsModel(look, registry, shortcuts, self)
        self.reset_all = QPushButton(self)
        self.reset_all.setObjectName("keysResetAll")
        self.reset_all.setAutoDefault(False)
        self.reset_all.clicked.connect(shortcuts.reset_all)
        shortcuts.changed.connect(self._offer_reset)
        self._set_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.editor)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 12)
        foot.addStretch(1)
        foot.addWidget(self.reset_all)
        layout.addLayout(foot)
        self._offer_reset()

    def _set_table(self) -> None:
        table = self.table
        table.setObjectName("shortcutTable")
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)  # Tab leads on to the fields
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        for column in range(MENU + 1):
            table.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.ResizeToContents
            )
        table.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.selectionModel().currentRowChanged.connect(lambda now, _old: self._edit(now.row()))
        table.activated.connect(lambda _index: self.editor.fields[0].setFocus())

    def _edit(self, row: int) -> None:
        spec = self.model.spec(row)
        self.editor.show_action(spec.name if spec else "")

    def _offer_reset(self) -> None:
        changed = (self._shortcuts.is_changed(spec.name) for spec in ACTIONS)
        self.reset_all.setEnabled(any(changed))

    def show_action(self, name: str) -> None:
        """Go to the action called `name`."""
        self.table.selectRow(self.model.row_of(name))

    def narrow(self, fits: Callable[[Message, Message, str], bool]) -> int:
        """Show the actions that `fits` takes; returns how many."""
        found = self.model.narrow(fits)
        self._edit(-1)
        return found

    def retranslate(self) -> None:
        """Write all of it anew."""
        text = self._look.catalog.text
        self.table.setAccessibleName(text("Shortcuts"))
        self.reset_all.setText(text("Reset all shortcuts"))
        self.model.retranslate()
        self.editor.retranslate()
