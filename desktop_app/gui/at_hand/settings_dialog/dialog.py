"""The settings dialog: groups at the left, the settings of one at the right, a box to search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.at_hand.palette.ranking import fits
from desktop_app.gui.at_hand.settings_dialog.group_page import GroupPage
from desktop_app.gui.at_hand.settings_dialog.kept_places import KeptPlaces
from desktop_app.gui.at_hand.settings_dialog.setting import GROUPS, KEEPING, KEYS, Setting
from desktop_app.gui.at_hand.settings_dialog.shortcuts_page import ShortcutsPage
from desktop_app.gui.at_hand.shortcuts import Shortcuts
from desktop_app.gui.at_hand.tongues import Tongues
from desktop_app.gui.inner_names import name_box
from desktop_app.gui.look import Look
from desktop_app.messages import Message

_SIZE = (760, 560)  # pixels
_WIDTH = 170  # of the groups


class SettingsDialog(QDialog):
    """Stays open beside the window; what is chosen holds at once."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        settings: Sequence[Setting],
        registry: ActionRegistry,
        shortcuts: Shortcuts,
        parent: QWidget,
    ) -> None:
        """Offer `settings` and the shortcuts of `registry`."""
        super().__init__(parent)
        self._look, self._tongues = look, Tongues()
        self.setObjectName("settingsDialog")
        self.box, self.groups, self.none = QLineEdit(self), QListWidget(self), QLabel(self)
        self.pages = QStackedWidget(self)
        self.shortcuts = ShortcutsPage(look, registry, shortcuts, self)
        self.sheets = {
            name: GroupPage(look, [each for each in settings if each.group == name], self)
            for name in GROUPS
            if name != KEYS
        }
        self.kept = KeptPlaces(look, self)
        self.sheets[KEEPING].add(self.kept)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        for button in self._buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # a QPushButton
        self._lay_out()
        self.box.textChanged.connect(lambda _typed: self._narrow())
        self.groups.currentRowChanged.connect(self._show_group)
        for page in self.sheets.values():
            page.changed.connect(self.changed)
        look.theme_changed.connect(self._show_values)
        self.resize(*_SIZE)
        self.retranslate()
        self.groups.setCurrentRow(0)

    def _lay_out(self) -> None:
        for part, name in (
            (self.box, "Box"), (self.groups, "Groups"), (self.pages, "Pages"), (self.none, "None"),
        ):  # fmt: skip
            part.setObjectName(f"settings{name}")
        self.box.setClearButtonEnabled(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for name in GROUPS:
            self.pages.addWidget(self.sheets.get(name) or self.shortcuts)
            self.groups.addItem(QListWidgetItem())
        self.pages.addWidget(self.none)
        self.groups.setFixedWidth(_WIDTH * self.fontMetrics().height() // 16)
        middle = QHBoxLayout()
        middle.addWidget(self.groups)
        middle.addWidget(self.pages, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.box)
        layout.addLayout(middle, 1)
        layout.addWidget(self._buttons)

    def open_at(self, group: str = "") -> None:
        """Show the dialog, at `group` where one is named."""
        if group:
            self.box.clear()
            self.groups.setCurrentRow(list(GROUPS).index(group))
        self._show_values()
        self.show()
        self.raise_()
        self.activateWindow()
        self.box.setFocus()

    def _show_group(self, row: int) -> None:
        self.pages.setCurrentIndex(row if row >= 0 else len(GROUPS))

    def _narrow(self) -> None:
        """Leave the settings that what is typed fits, and go where there are any."""
        typed = self.box.text().strip()
        catalog, tongues = self._look.catalog, self._tongues

        def fit(text: Message, help_: Message, keys: str = "") -> bool:
            texts = (*tongues.texts(help_, catalog), keys) if help_.key else (keys,)
            return not typed or fits(tongues.names(text, catalog), texts, typed)

        for row, (name, title) in enumerate(GROUPS.items()):
            page = self.sheets.get(name)
            found = page.narrow(fit) if page else self.shortcuts.narrow(fit)
            found += name == KEEPING and fit(title, self.kept.about)
            self.groups.item(row).setHidden(not found)
        self._go_to_found()

    def _go_to_found(self) -> None:
        shown = [row for row in range(len(GROUPS)) if not self.groups.item(row).isHidden()]
        if self.groups.currentRow() not in shown:
            self.groups.setCurrentRow(shown[0] if shown else -1)
        self._show_group(self.groups.currentRow() if shown else -1)

    def _show_values(self) -> None:
        for page in self.sheets.values():
            page.show_values()

    def retranslate(self) -> None:
        """Write everything anew."""
        catalog = self._look.catalog
        text = catalog.text
        self.setWindowTitle(text("Settings"))
        self.setAccessibleName(text("Settings"))
        self.box.setPlaceholderText(text("Search the settings; English, 中文 or pinyin"))
        name_box(self.box, text("Search the settings"), catalog)
        self.groups.setAccessibleName(text("Groups of settings"))
        self.none.setText(text("No setting has that name"))
        for row, title in enumerate(GROUPS.values()):
            self.groups.item(row).setText(catalog.message(title))
        for name, page in self.sheets.items():
            page.setAccessibleName(catalog.message(GROUPS[name]))
            page.retranslate()
        self.shortcuts.retranslate()
        self.kept.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language, and what was changed elsewhere meanwhile."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._show_values()
        super().changeEvent(event)
