"""Pinyin over Chinese characters, painted into the room above each line that is in view.

The document knows nothing of it: text, selection, search and copies stay as they are.
"""

from __future__ import annotations

from itertools import chain
from typing import cast

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock, QTextLine

from desktop_app.gui.article_pane.typography import PINYIN_SPACING, Typography
from desktop_app.language.spoken import spoken

_SIZE = 0.5  # of the characters
_LEAST = 7  # pixels
_LIFTED = 0.5  # of the depth of its letters
_BEYOND = "\uffff"  # characters after it are two units of UTF-16


class PinyinPen:
    """Paints over blocks."""

    def __init__(self, painter: QPainter, typography: Typography, clip: QRect) -> None:
        """Paint what lies in `clip` only."""
        self._painter, self._typography, self._clip = painter, typography, clip
        painter.setPen(QColor(typography.theme.quiet))

    def over(self, block: QTextBlock, em: float, scrolled: int) -> None:
        """Paint over `block`, of characters `em` pixels wide."""
        font = QFont()
        font.setFamilies(list(self._typography.families))
        font.setPixelSize(max(_LEAST, round(em * _SIZE)))
        self._painter.setFont(font)
        metrics, text = QFontMetricsF(font), block.text()
        over = by_units(text, spoken(text))
        layout = block.layout()
        whole = block.document().documentLayout().blockBoundingRect(block)  # cells have their own
        corner = whole.topLeft() - QPointF(0, scrolled)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            # Above what grounds a match or a selection, so that it is read over either.
            base = corner.y() + line.y() - metrics.descent() * _LIFTED
            if self._clip.top() - em < base + em and base - em < self._clip.bottom():
                self._line(line, over, QPointF(corner.x(), base), em, metrics)

    def _line(
        self,
        line: QTextLine,
        over: tuple[str, ...],
        corner: QPointF,
        em: float,
        metrics: QFontMetricsF,
    ) -> None:
        room = em * (1 + PINYIN_SPACING) * 0.97
        for unit in range(line.textStart(), line.textStart() + line.textLength()):
            if unit >= len(over) or not over[unit]:
                continue
            middle = corner.x() + _x(line, unit) + em / 2
            width = metrics.horizontalAdvance(over[unit])
            self._syllable(over[unit], QPointF(middle, corner.y()), width, room)

    def _syllable(self, syllable: str, foot: QPointF, width: float, room: float) -> None:
        """Centred over `foot`; narrower letters where it is too wide for the `room`."""
        if width <= room:
            self._painter.drawText(foot - QPointF(width / 2, 0), syllable)
            return
        self._painter.save()
        self._painter.translate(foot - QPointF(room / 2, 0))
        self._painter.scale(room / width, 1)
        self._painter.drawText(QPointF(0, 0), syllable)
        self._painter.restore()


def by_units(text: str, over: tuple[str, ...]) -> tuple[str, ...]:
    """What stands over each unit of UTF-16, as Qt counts, of what stands over each character."""
    if max(text, default="") <= _BEYOND:
        return over
    pairs = zip(text, over, strict=True)
    return tuple(chain.from_iterable((o, "") if c > _BEYOND else (o,) for c, o in pairs))


def _x(line: QTextLine, unit: int) -> float:
    return cast(tuple[float, int], line.cursorToX(unit))[0]
