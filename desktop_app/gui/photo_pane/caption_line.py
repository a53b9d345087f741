"""One line of a caption beneath a thumbnail, the words that were searched for marked."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from desktop_app.gui.theme import Theme
from desktop_app.search.highlight import Highlighter

_BEFORE = 12  # code points shown before a match that would else be cut off
_LONGEST = 400  # code points of a caption that one line can need


def draw_caption(
    painter: QPainter, room: QRect, caption: str, theme: Theme, marked: Highlighter | None
) -> None:
    """Draw in the painter's font, centred at the top of `room`."""
    metrics = QFontMetrics(painter.font())
    words = shown_part(" ".join(caption[:_LONGEST].split()), metrics, room.width(), marked)
    width = metrics.horizontalAdvance(words)
    line = QRect(room.left() + (room.width() - width) // 2, room.top(), width, metrics.height())
    spans = marked.in_caption(words) if marked is not None else []
    for span in spans:
        left = metrics.horizontalAdvance(words[: span.start])
        right = metrics.horizontalAdvance(words[: span.end])
        under = QRectF(line.left() + left - 1, line.top(), right - left + 2, line.height())
        painter.fillRect(under, QColor(theme.mark))
    painter.setPen(QColor(theme.text if spans else theme.quiet))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    painter.drawText(line.adjusted(0, 0, 2, 0), int(flags | Qt.TextFlag.TextSingleLine), words)


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
