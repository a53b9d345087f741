"""The signs of a hit: a star where it is bookmarked, a heavy title until it was read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import cos, pi, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.row_pen import RowPen, small

_APART = 5  # pixels between signs and words
_STAR = 0.36  # of the height of the line: the radius


class HitSigns:
    """Knows which items have which sign; nothing until it is told."""

    def __init__(self, look: Look) -> None:
        """Draw in the colours of `look`."""
        self._look = look
        self._starred: Collection[str] = ()
        self._read: Collection[str] | None = None

    def show(self, starred: Collection[str], read: Collection[str]) -> bool:
        """Take the ids of items that are bookmarked and read; whether that is a change."""
        changed = (starred, read) != (self._starred, self._read)
        self._starred, self._read = starred, read
        return changed

    def is_starred(self, item_id: str) -> bool:
        """Whether the item is bookmarked."""
        return item_id in self._starred

    def is_unread(self, item_id: str) -> bool:
        """Whether the item was not read yet."""
        return self._read is not None and item_id not in self._read

    def is_read(self, item_id: str) -> bool:
        """Whether the item is known to have been read."""
        return self._read is not None and item_id in self._read

    def draw(self, pen: RowPen, item_id: str) -> int:
        """Draw the signs where the next line begins; gives the pixels they take."""
        height, left = QFontMetrics(small(pen.font)).height(), 0.0
        painter = pen.painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._look.theme.accent))
        painter.setBrush(QColor(self._look.theme.accent))
        middle = pen.top + height / 2
        if self.is_starred(item_id):
            radius = height * _STAR
            painter.drawPolygon(_star(QPointF(pen.area.left() + left + radius, middle), radius))
            left += 2 * radius + _APART
        painter.restore()
        return round(left)

    def spoken(self, item_id: str) -> Iterator[str]:
        """The signs in words."""
        text = self._look.catalog.text
        if self.is_unread(item_id):
            yield text("unread")
        if self.is_starred(item_id):
            yield text("bookmarked")


def _star(centre: QPointF, radius: float) -> QPolygonF:
    """A star of five points."""
    points = []
    for step in range(10):
        length = radius if step % 2 == 0 else radius * 0.45
        angle = step * pi / 5
        points.append(centre + QPointF(sin(angle) * length, -cos(angle) * length))
    return QPolygonF(points)
