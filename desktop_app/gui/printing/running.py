"""The running head and foot of a page: where it is from, and which page it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop_app.gui.article_pane.faces import faces
from desktop_app.gui.article_pane.text_style import SANS
from desktop_app.gui.printing.fine import unit
from desktop_app.gui.printing.paper import FOOT_AT, HEAD_AT, INK
from desktop_app.gui.printing.section import Head
from desktop_app.language.likely_script import likely_script

_POINTS = 8.0
_RULE = 0.4  # points
_BELOW = 5.0  # points from the words of the head to its rule
_APART = 24.0  # points between what stands left and right


class Running:
    """Writes small words above and below the text; all lengths are in points."""

    def __init__(self, painter: QPainter, paper: QSizeF, side: float) -> None:
        """Write on `paper`, whose text begins `side` from its left edge."""
        self._painter, self._paper, self._side = painter, paper, side
        self._unit = unit()
        self._width = paper.width() - 2 * side
        self._font = QFont()
        self._font.setPixelSize(round(_POINTS * self._unit))

    def paint(self, head: Head, begins: bool, place: str) -> None:
        """Paint archive, title and facts of the item, and the `place` of the page.

        Where the item begins on the page its title stands below already.
        """
        families = faces(SANS, likely_script(f"{head.archive}{head.title}")).text
        self._font.setFamilies(list(families))
        self._row(HEAD_AT, head.archive, "" if begins else head.title)
        self._rule(HEAD_AT + _BELOW)
        self._row(self._paper.height() - FOOT_AT, head.facts, place)

    def _row(self, base: float, left: str, right: str) -> None:
        """Words on a line `base` from the top; each side has half the line if it needs it."""
        metrics, painter = QFontMetricsF(self._font), self._painter
        room, apart = self._width * self._unit, _APART * self._unit
        half = (room - apart) / 2
        spare = room - apart - metrics.horizontalAdvance(left)
        end = _short(metrics, right, max(half, spare))
        wide = metrics.horizontalAdvance(end)
        painter.save()
        painter.translate(self._side, base)
        painter.scale(1 / self._unit, 1 / self._unit)
        painter.setFont(self._font)
        painter.setPen(QColor(INK.quiet))
        painter.drawText(QPointF(0, 0), _short(metrics, left, room - apart - wide))
        painter.drawText(QPointF(room - wide, 0), end)
        painter.restore()

    def _rule(self, down: float) -> None:
        """A thin line across the text."""
        self._painter.save()
        self._painter.setPen(QPen(QColor(INK.line), _RULE))
        end = self._side + self._width
        self._painter.drawLine(QPointF(self._side, down), QPointF(end, down))
        self._painter.restore()


def _short(metrics: QFontMetricsF, text: str, room: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))
