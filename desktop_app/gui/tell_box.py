"""A box that tells one thing, in the language of the interface, and stops nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.gui.look import Look
from desktop_app.i18n.catalog import Catalog

Words = Callable[[Catalog], str]


class TellBox(QMessageBox):
    """Says what `words` gives, and says it anew when the language changes."""

    def __init__(self, look: Look, icon: QMessageBox.Icon, words: Words, over: QWidget) -> None:
        """Stand over the window `over`."""
        super().__init__(icon, "Beilin 碑林", "", QMessageBox.StandardButton.Ok, over)
        self._look = look
        self._words = words
        self.setObjectName("messageBox")
        self.finished.connect(self.deleteLater)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the text anew."""
        text = self._words(self._look.catalog)
        self.setText(text)
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
