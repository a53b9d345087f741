"""What stands in a view while it has nothing to show: a heading and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

_WIDEST = 500  # pixels of the text: a comfortable line


class Explanation(QWidget):
    """A heading and a text in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName("explanation")
        self._heading, self._text = QLabel(self), QLabel(self)
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
        across, layout = QHBoxLayout(), QVBoxLayout(self)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)

    def say(self, heading: str, text: str) -> None:
        """Show both."""
        self._heading.setText(heading)
        self._text.setText(text)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
