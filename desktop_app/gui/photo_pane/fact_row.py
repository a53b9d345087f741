"""One fact about a photo: its name, what it says, and a button that copies that."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.marked_words import marked_words
from desktop_app.search.highlight import Highlighter


class FactRow(QFrame):
    """Shows a name and a value; can be told another of both."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._look = look
        self._value = ""
        self.setObjectName("factRow")
        self.name, self.words, self.copy = QLabel(self), QLabel(self), QToolButton(self)
        self.name.setObjectName("factName")
        self.words.setObjectName("factValue")
        self.copy.setObjectName("factCopy")
        self.copy.setAutoRaise(True)
        self.copy.setIconSize(QSize(15, 15))
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._value))
        look.theme_changed.connect(self._restyle)
        self._restyle()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(0)
        layout.addWidget(self.name, 0, 0)
        layout.addWidget(self.copy, 0, 1)
        layout.addWidget(self.words, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)

    def show_fact(self, name: str, value: str, marked: Highlighter | None) -> None:
        """Show `value` as what `name` is, with the matches of `marked` in a caption.

        It is copied as it is, whatever script it is shown in.
        """
        text = self._look.catalog.text
        self._value = value
        self.name.setText(name)
        value = self._look.shown(value)
        spans = marked.in_caption(value) if marked is not None else []
        if spans:
            self.words.setTextFormat(Qt.TextFormat.RichText)
            marks = [(each.start, each.end) for each in spans]
            self.words.setText(marked_words(value, marks, self._look.theme))
        else:
            self.words.setTextFormat(Qt.TextFormat.PlainText)
            self.words.setText(_breakable(value))
        self.words.setAccessibleDescription(name)  # the name is what it says
        said = text("Copy: {what}", what=name) if name else ""
        self.copy.setAccessibleName(said)
        self.copy.setToolTip(said)

    @property
    def value(self) -> str:
        """What it says."""
        return self._value

    def _restyle(self) -> None:
        self.copy.setIcon(icon("copy", self._look.theme))


def _breakable(value: str) -> str:
    """`value` with room for a line break in what is one long word: a hash, a file name."""
    if len(value) < 40 or any(each.isspace() for each in value) or not value.isascii():
        return value
    return "\u200b".join(value[start : start + 8] for start in range(0, len(value), 8))
