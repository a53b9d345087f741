"""The button beside the search box that has translations looked for too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.gui.look import Look


class BothLanguagesButton(QToolButton):
    """Down while a search is in both languages."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Start up: a search finds what is typed."""
        super().__init__(parent)
        self._look = look
        self._keys = ""
        self.setObjectName("bothLanguages")
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def set_keys(self, keys: str) -> None:
        """Name `keys`, as the person reads them, in the tip."""
        self._keys = keys
        self.retranslate()

    def retranslate(self) -> None:
        """Write its words anew."""
        text = self._look.catalog.text
        hint = text("Find the words' translations too, Chinese or English")
        self.setText(text("Both languages"))
        self.setAccessibleName(text("Both languages"))
        self.setAccessibleDescription(hint)
        self.setToolTip(f"{hint} ({self._keys})" if self._keys else hint)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
