"""Asks what a speaker is to be called."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.speech_search.speakers import Speaker

_OK = QDialogButtonBox.StandardButton.Ok
_LONGEST = 200  # characters of a name


class RenameDialog(QDialog):
    """`decided` carries the new name. A name that someone else has is said to be theirs."""

    decided = Signal(str)

    def __init__(
        self, look: Look, speaker: Speaker, is_taken: Callable[[str], bool], parent: QWidget
    ) -> None:
        """Ask about `speaker`; `is_taken` tells whether a name is another person's."""
        super().__init__(parent)
        self._look, self._speaker, self._is_taken = look, speaker, is_taken
        self.setObjectName("renameDialog")
        self.ask, self.box, self.told = QLabel(self), QLineEdit(speaker.name, self), QLabel(self)
        self.ask.setObjectName("renameAsk")
        self.box.setObjectName("renameBox")
        self.told.setObjectName("renameTold")
        self.box.setMaxLength(_LONGEST)
        self.box.selectAll()
        for label in (self.ask, self.told):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(_OK | QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for part in (self.ask, self.box, self.told, self.buttons):
            layout.addWidget(part)
        self.setMinimumWidth(380)
        self.box.textChanged.connect(lambda _text: self.retranslate())
        self.accepted.connect(lambda: self.decided.emit(self.name))
        self.finished.connect(self.deleteLater)
        self.retranslate()

    @property
    def name(self) -> str:
        """What is typed, spaces made single."""
        return " ".join(self.box.text().split())

    def retranslate(self) -> None:
        """Write every word anew, and what the name typed would do."""
        text = self._look.catalog.text
        self.setWindowTitle(text("Rename"))
        self.setAccessibleName(text("Rename"))
        self.ask.setText(text("What is {name} to be called?", name=self._speaker.name))
        self.box.setAccessibleName(text("New name"))
        taken = self._is_taken(self.name)
        self.told.setVisible(taken)
        self.told.setText(
            text("{name} speaks here already: both will be one person.", name=self.name)
            if taken
            else ""
        )
        button = self.buttons.button(_OK)
        button.setText(text("Rename"))
        button.setEnabled(bool(self.name) and self.name != self._speaker.name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
