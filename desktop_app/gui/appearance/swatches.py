"""A small page in the colours of each theme, to choose one by."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from desktop_app.gui.theme import CHOICES, DARK, LIGHT, SYSTEM, Theme, theme_of

SIZE = QSize(34, 26)  # pixels
_FINE = 3  # drawn so many times larger, for fine screens
_ROUND = 4.0  # pixels


def swatches() -> dict[str, QIcon]:
    """A page for each of `CHOICES`; what follows the system is half light and half dark."""
    return {choice: QIcon(_drawn(choice)) for choice in CHOICES}


def _drawn(choice: str) -> QPixmap:
    pixmap = QPixmap(SIZE * _FINE)
    pixmap.setDevicePixelRatio(_FINE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0, 0, SIZE.width(), SIZE.height()).adjusted(1, 1, -1, -1)
    if choice == SYSTEM:
        _page(painter, whole, LIGHT)
        corner = QPainterPath(whole.topRight())
        corner.lineTo(whole.bottomRight())
        corner.lineTo(whole.bottomLeft())
        painter.setClipPath(corner)
        _page(painter, whole, DARK)
    else:
        _page(painter, whole, theme_of(choice))
    painter.end()
    return pixmap


def _page(painter: QPainter, whole: QRectF, theme: Theme) -> None:
    """A page with a heading and lines of text on it."""
    painter.setPen(QPen(QColor(theme.grip), 1))
    painter.setBrush(QColor(theme.page))
    painter.drawRoundedRect(whole, _ROUND, _ROUND)
    for row, (width, colour) in enumerate(
        ((0.4, theme.accent), (0.7, theme.text), (0.6, theme.text))
    ):
        painter.setPen(QPen(QColor(colour), 2))
        left, top = whole.left() + 5, whole.top() + 6 + 6 * row
        painter.drawLine(int(left), int(top), int(left + width * (whole.width() - 8)), int(top))
