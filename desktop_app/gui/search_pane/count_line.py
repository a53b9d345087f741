"""How many rows were found and how fast, and at times a link to the other list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class CountLine(QWidget):
    """A label, and after it the link."""

    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName("countLine")
        self.label = QLabel(self)
        self.label.setObjectName("hitCount")
        self.link = QPushButton(self)
        self.link.setObjectName("otherList")
        self.link.setFlat(True)
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.link.clicked.connect(self.other_wanted)
        self.link.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.label)
        layout.addWidget(self.link)
        layout.addStretch(1)

    def offer(self, words: str) -> None:
        """Show the link with these words; "" for none."""
        self.link.setText(words)
        self.link.setAccessibleName(words)
        self.link.setVisible(bool(words))
