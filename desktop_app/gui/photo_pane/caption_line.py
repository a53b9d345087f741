"""Draws captions, the words that were searched for marked: a line, or a block of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop_app.gui.theme import Theme
from desktop_app.search.highlight import Highlighter, Span

_BEFORE = 12  # code points shown before a match that would else be cut off
_LONGEST = 400  # code points of a caption that one line can need


def draw_caption(
    painter: QPainter, room: QRect, caption: str, theme: Theme, marked: Highlighter | None
) -> None:
    """Draw in the painter's font, centred at the top of `room`."""
    metrics = QFontMetrics(painter.font())
    words = shown_part(" ".join(caption[:_LONGEST].split()), metrics, room.width(), marked)
    spans = marked.in_caption(words) if marked is not None else []
    painter.setPen(QColor(theme.text if spans else theme.quiet))
    # A hair wider: what just fits is not to be broken for a rounding.
    layout, _height = laid_out(words, painter.font(), room.width() + 2)
    layout.draw(painter, QPointF(room.left() - 1, room.top()), _markings(words, spans, theme))


def shown_part(line: str, metrics: QFontMetrics, width: int, marked: Highlighter | None) -> str:
    """As much of `line` as fits in `width` pixels, so that its first match is among it."""
    spans = marked.in_caption(line) if marked is not None else []
    right = Qt.TextElideMode.ElideRight
    if not spans or metrics.horizontalAdvance(f"{line[: spans[0].end]}…") <= width:
        return metrics.elidedText(line, right, width)
    start = max(spans[0].start - _BEFORE, 0)
    space = line.find(" ", start, spans[0].start)
    start = space + 1 if space >= 0 else start
    return metrics.elidedText(f"…{line[start:]}", right, width)


def draw_block(
    painter: QPainter, room: QRectF, words: str, theme: Theme, spans: Sequence[Span]
) -> None:
    """Draw `words`, which fit, in the painter's font and colour in the middle of `room`."""
    layout, height = laid_out(words, painter.font(), room.width())
    place = QPointF(room.left(), room.center().y() - height / 2)
    layout.draw(painter, place, _markings(words, spans, theme))


def laid_out(text: str, font: QFont, width: float) -> tuple[QTextLayout, float]:
    """`text` centred and wrapped to `width` pixels, and how high it is.

    Broken between words, and within one only where it is longer than a line.
    """
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


def _markings(words: str, spans: Sequence[Span], theme: Theme) -> list[QTextLayout.FormatRange]:
    return [_marking(words, span, theme) for span in spans]


def _marking(words: str, span: Span, theme: Theme) -> QTextLayout.FormatRange:
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setBackground(QColor(theme.mark))
    look.setForeground(QColor(theme.on_mark))
    made.start = _units(words[: span.start])
    made.length = _units(words[span.start : span.end])
    made.format = look
    return made


def _units(text: str) -> int:
    """How many units of UTF-16 `text` takes: what Qt counts in."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
