"""The quiet card behind the words of a photo that is not there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.gui.article_pane.typography import Typography

_ABOVE, _BELOW = 3, 10  # pixels around the words
_RULE = 3  # pixels, at the beginning of the card
_ROUND = 4  # pixels


def paint_card(painter: QPainter, words: QRectF, typography: Typography) -> None:
    """Paint the card around `words`, with an empty picture frame at its end."""
    theme, card = typography.theme, words.adjusted(0, -_ABOVE, 0, _BELOW)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.window))
    painter.drawRoundedRect(card, _ROUND, _ROUND)
    painter.setBrush(QColor(theme.line))
    painter.drawRect(QRectF(card.left(), card.top(), _RULE, card.height()))
    em = typography.em
    frame = QRectF(card.right() - 2 * em, card.top() + 0.5 * em, 1.3 * em, em)
    painter.setPen(QPen(QColor(theme.quiet), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, _ROUND / 2, _ROUND / 2)
    painter.drawLine(frame.bottomLeft(), frame.topRight())
