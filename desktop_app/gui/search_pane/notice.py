"""What stands in place of the hits when there are none: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Notice(QWidget):
    """A heading, an explanation, at most one button, and what may have been meant."""

    button_clicked = Signal()
    offer_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without words."""
        super().__init__(parent)
        self.setObjectName("notice")
        self._offered = ""  # the query behind the link
        self._heading, self._text = QLabel(self), QLabel(self)
        self._button = QPushButton(self)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for label, name in ((self._heading, "noticeHeading"), (self._text, "noticeText")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        self._button.setObjectName("noticeButton")
        self._button.clicked.connect(self.button_clicked)
        self.offer = QPushButton(self)
        self.offer.setObjectName("noticeOffer")
        self.offer.setFlat(True)
        self.offer.setCursor(Qt.CursorShape.PointingHandCursor)
        self.offer.clicked.connect(lambda: self.offer_chosen.emit(self._offered))
        layout.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.say("", "", "")

    def say(self, heading: str, text: str, button: str) -> None:
        """Show these words; an empty `button` shows none."""
        self._heading.setText(heading)
        self._text.setText(text)
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))
        self.suggest("", "")
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)

    def suggest(self, words: str, query: str) -> None:
        """Offer `query` by a link that says `words`; "" takes it back."""
        self._offered = query
        self.offer.setText(words.replace("&", "&&"))
        self.offer.setAccessibleName(words)
        self.offer.setVisible(bool(query))
