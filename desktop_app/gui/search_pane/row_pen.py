"""Draws into a row of a list: lines cut short, passages with matches in colour, pictures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop_app.gui.theme import Theme

Marks = Iterable[tuple[int, int]]
PHOTO = QSize(64, 64)
_APART = 10  # pixels between text and photo


class Thumbnails(Protocol):
    """Gives the small picture of a file, or None while it is being made."""

    def thumbnail(self, path: Path, size: QSize) -> QPixmap | None:
        """The picture, at most `size`."""


class RowPen:
    """Draws from the top of `area` down; `top` is where the next line begins."""

    def __init__(self, painter: QPainter, theme: Theme, area: QRect, font: QFont) -> None:
        """Draw with `painter` in the colours of `theme`; `font` is that of passages."""
        self.painter, self.theme, self.area, self.font = painter, theme, area, font
        self.top = area.top()

    def skip(self, pixels: int) -> None:
        """Leave a gap."""
        self.top += pixels

    def indent(self, pixels: int) -> None:
        """Begin further right from here on."""
        self.area = self.area.adjusted(pixels, 0, 0, 0)

    def photo(self, pixmap: QPixmap | None) -> None:
        """Draw a picture at the right, or its ground while it is being made; text makes room."""
        corner = self.area.topRight() - QPointF(PHOTO.width() - 1, 0).toPoint()
        cell = QRect(corner, PHOTO)
        self.area = beside_photo(self.area)
        if pixmap is None:
            self.painter.fillRect(cell, QColor(self.theme.line))
            return
        size = pixmap.size().scaled(PHOTO, Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(corner, size)
        target.moveCenter(cell.center())
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawPixmap(target, pixmap)

    def words(self, text: str, font: QFont, colour: str, left: int = 0, right: int = 0) -> int:
        """Draw `text` in the line, `left` and `right` pixels free beside it; gives its width.

        The next line does not begin by that.
        """
        metrics = QFontMetrics(font)
        room = max(self.area.width() - left - right, 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.painter.setPen(QColor(colour))
        self.painter.setFont(font)
        self.painter.drawText(self.area.left() + left, self.top + metrics.ascent(), shown)
        return metrics.horizontalAdvance(shown)

    def line(self, text: str, font: QFont, marks: Marks = ()) -> None:
        """Draw one line of `text` with its `marks`, cut short with an ellipsis."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.area.width())
        self._lay(font, shown, _within(marks, len(shown)), 1)
        self.top += metrics.height()

    def quiet(self, text: str, left: int = 0) -> None:
        """Draw one line of what matters less, `left` pixels free before it."""
        font = small(self.font)
        self.words(text, font, self.theme.quiet, left)
        self.top += QFontMetrics(font).height()

    def passage(self, text: str, marks: Marks, lines: int) -> None:
        """Draw at most `lines` lines of `text` with its `marks`; leaves room for all of them."""
        shown = _cut(text, self.font, self.area.width(), lines)
        self._lay(self.font, shown, _within(marks, len(shown)), lines)
        self.top += lines * QFontMetrics(self.font).height()

    def _lay(self, font: QFont, text: str, marks: Marks, lines: int) -> None:
        layout = _layout(text, font)
        layout.setFormats([self._mark(text, start, end) for start, end in marks])
        layout.beginLayout()
        height = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.area.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        self.painter.setPen(QColor(self.theme.text))
        left, width = self.area.left(), self.area.width()
        clip = QRectF(left, self.top, width, height)
        layout.draw(self.painter, QPointF(left, self.top), [], clip)

    def _mark(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        """A match in colour; Qt counts UTF-16 units, `text` code points."""
        made = QTextLayout.FormatRange()
        made.start = _utf16(text[:start])
        made.length = _utf16(text[start:end])
        format_ = QTextCharFormat()
        format_.setBackground(QColor(self.theme.mark))
        format_.setForeground(QColor(self.theme.on_mark))
        made.format = format_
        return made


def beside_photo(area: QRect) -> QRect:
    """What a photo leaves of `area`."""
    return area.adjusted(0, 0, -PHOTO.width() - _APART, 0)


def _within(marks: Marks, length: int) -> list[tuple[int, int]]:
    return [(start, min(end, length)) for start, end in marks if start < length]


def _layout(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout


def _cut(text: str, font: QFont, width: int, lines: int) -> str:
    """`text`, with an ellipsis where it is longer than so many lines."""
    layout, last = _layout(text, font), 0
    layout.beginLayout()
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        last = line.textStart()
    more = layout.createLine().isValid()
    layout.endLayout()
    if not more:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    head = units[: 2 * last].decode("utf-16-le", "surrogatepass")
    tail = QFontMetrics(font).elidedText(text[len(head) :], Qt.TextElideMode.ElideRight, width)
    return head + tail


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def bold(font: QFont) -> QFont:
    """The font of headings."""
    made = QFont(font)
    made.setWeight(QFont.Weight.Bold)  # Chinese faces often have no weight between
    made.setPointSizeF(font.pointSizeF() * 1.08)
    return made


def light(font: QFont) -> QFont:
    """The font of headings that matter less."""
    made = bold(font)
    made.setWeight(QFont.Weight.Normal)
    return made


def small(font: QFont) -> QFont:
    """The font of what matters less."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.9)
    return made
