"""What stands in a view while it has nothing to show: a heading, the way on, perhaps a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_WIDEST = 500  # pixels of the text: a comfortable line


class Explanation(QWidget):
    """A heading and a text in the middle, and below them at most one button."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName("explanation")
        self._heading, self._text = QLabel(self), QLabel(self)
        self.button = QPushButton(self)
        self.button.setObjectName("explanationButton")
        self.button.clicked.connect(self.clicked)
        self.button.hide()
        column = QWidget(self)
        column.setMaximumWidth(_WIDEST)
        words = QVBoxLayout(column)
        words.setContentsMargins(0, 0, 0, 0)
        for label, name in ((self._heading, "noticeHeading"), (self._text, "noticeText")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.addWidget(label)
        words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        across, layout = QHBoxLayout(), QVBoxLayout(self)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)

    def say(self, heading: str, text: str, button: str = "") -> None:
        """Show these words; an empty `button` shows none."""
        self._heading.setText(heading)
        self._text.setText(text)
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
