"""A window of text to read and copy, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.tell_box import Words


class TextDialog(QDialog):
    """Shows what `text` gives under the title `title` gives, anew in each language."""

    def __init__(
        self, look: Look, name: str, title: Words, text: Words, parent: QWidget | None = None
    ) -> None:
        """Be the dialog called `name`."""
        super().__init__(parent)
        self._look, self._title, self._text = look, title, text
        self.setObjectName(name)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName(f"{name}Text")
        self.text.setReadOnly(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        self.resize(640, 400)
        self.finished.connect(self.deleteLater)
        self.retranslate()

    def retranslate(self) -> None:
        """Write title and text anew."""
        catalog = self._look.catalog
        self.setWindowTitle(self._title(catalog))
        self.text.setAccessibleName(self._title(catalog))
        self.text.setPlainText(self._text(catalog))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
