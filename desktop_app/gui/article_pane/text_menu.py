"""What can be done at a place in the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui.look import Look


class TextMenu(QMenu):
    """A menu over the text; one of a link has what belongs to links first."""

    def __init__(self, look: Look, on_link: bool, selected: bool, parent: QWidget) -> None:
        """Offer to copy what is `selected`, and what can be done with a link where it is one."""
        super().__init__(parent)
        self._look = look
        self.setObjectName("textMenu")
        self.open_link = self._entry("openLink")
        self.open_in_tab, self.open_in_window = self._entry("inNewTab"), self._entry("inNewWindow")
        self.copy_link = self._entry("copyLink")
        self.addSeparator()
        self.copy, self.select_all = self._entry("copyText"), self._entry("selectAll")
        for entry in (self.open_link, self.open_in_tab, self.open_in_window, self.copy_link):
            entry.setVisible(on_link)
        self.copy.setEnabled(selected)
        self.aboutToHide.connect(self.deleteLater)
        self.retranslate()

    def _entry(self, name: str) -> QAction:
        entry = QAction(self)
        entry.setObjectName(name)
        self.addAction(entry)
        return entry

    def retranslate(self) -> None:
        """Write every entry anew."""
        catalog = self._look.catalog
        self.setAccessibleName(catalog.text("Text of the item"))
        self.open_link.setText(catalog.text("Open the link"))
        self.open_in_tab.setText(catalog.text("Open in a new tab"))
        self.open_in_window.setText(catalog.text("Open in a new window"))
        self.copy_link.setText(catalog.text("Copy link address"))
        self.copy.setText(catalog.text("Copy"))
        self.select_all.setText(catalog.text("Select all"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
