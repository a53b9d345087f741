"""The strip above the text: the bar of tabs, and a button that lists them all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.tabs.bar import ItemTabBar
from desktop_app.gui.tabs.menu import TabMenu


class TabStrip(QWidget):
    """Not there while there is one tab only."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """One tab at first."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("tabStrip")
        self.bar, self.menu = ItemTabBar(look, self), TabMenu(look, self)
        self.button = QToolButton(self)
        self.button.setObjectName("allTabs")
        self.button.setText("⌄")
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        high = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.button.setSizePolicy(high)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.button)
        look.script_changed.connect(self.menu.write)
        self.hide()
        self.retranslate()

    def show_tabs(self, titles: Sequence[str], now: int) -> None:
        """Show a tab for each of `titles` ("" is an empty tab's), number `now` being shown."""
        self.bar.show_tabs(titles, now)
        self.menu.show_tabs(titles, now)
        self.setVisible(len(titles) > 1)

    def retranslate(self) -> None:
        """Write every word anew."""
        name = self._look.catalog.text("All tabs")
        self.button.setToolTip(name)
        self.button.setAccessibleName(name)
        self.menu.setAccessibleName(name)
        self.menu.setTitle(name)
        self.menu.write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
