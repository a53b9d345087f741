"""A strip of text of one height, which scrolls where a caption is long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.words_label import WordsLabel

_ABOVE = 9  # logical pixels above and below the words


class WordsArea(QScrollArea):
    """Shows labels, one below the other, `lines` lines of text high."""

    def __init__(self, look: Look, lines: int, margin: int, parent: QWidget) -> None:
        """Start empty; `margin` is in logical pixels, left and right."""
        super().__init__(parent)
        self._look = look
        page = QWidget()
        page.setObjectName("photoWordsPage")
        self._inside = QVBoxLayout(page)
        self.set_margin(margin)
        self._inside.addStretch(1)
        self.setObjectName("photoWordsScroll")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        # Always the same height, so that what stands above does not jump.
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 20)

    def add_label(
        self, name: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> WordsLabel:
        """A label for words of other people, which can be marked and copied."""
        label = WordsLabel(name, self._look, align)
        self._inside.insertWidget(self._inside.count() - 1, label)
        return label

    def set_margin(self, margin: int) -> None:
        """Leave `margin` logical pixels left and right."""
        self._inside.setContentsMargins(margin, _ABOVE, margin, _ABOVE)

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)
