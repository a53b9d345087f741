"""Paints a hit: title, a line of date and source, two lines of text, the first photo."""

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
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.hit_model import HIT_ROLE, Index
from desktop_app.search.hits import Hit

_PADDING = 10
_PHOTO = QSize(64, 64)
_LINES = 2


class Thumbnails(Protocol):
    """Gives the small picture of a file, or None while it is being made."""

    def thumbnail(self, path: Path, size: QSize) -> QPixmap | None:
        """The picture, at most `size`."""


class HitDelegate(QStyledItemDelegate):
    """Draws hits in rows of one height."""

    def __init__(self, look: Look, thumbnails: Thumbnails, parent: QWidget) -> None:
        """Draw with the colours and words of `look`."""
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails
        self.photos: Path | None = None  # the folder of the archive shown

    def row_height(self, font: QFont) -> int:
        """The height in pixels of every row with `font`."""
        metrics = QFontMetrics(font)
        title = QFontMetrics(_bold(font)).height()
        small = QFontMetrics(_small(font)).height()
        return 2 * _PADDING + title + small + _LINES * metrics.height() + 6

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view, as high as every row."""
        return QSize(option.rect.width(), self.row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the hit, or a pale bar while it is being read."""
        theme = self._look.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, QColor(theme.button if selected else theme.page))
        if selected:
            painter.fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height())),
                             QColor(theme.accent))  # fmt: skip
        painter.setPen(QColor(theme.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inside = option.rect.adjusted(_PADDING + 4, _PADDING, -_PADDING, -_PADDING)
        hit = index.data(HIT_ROLE)
        if isinstance(hit, Hit):
            self._paint_hit(painter, inside, option.font, hit)
        else:
            bar = QRect(inside.topLeft(), QSize(inside.width() // 2, 10))
            painter.fillRect(bar, QColor(theme.line))
        painter.restore()

    def _paint_hit(self, painter: QPainter, inside: QRect, font: QFont, hit: Hit) -> None:
        if hit.photo is not None and hit.photo.file and self.photos is not None:
            self._paint_photo(painter, inside, self.photos / hit.photo.file)
            inside = inside.adjusted(0, 0, -_PHOTO.width() - _PADDING, 0)
        place = inside.top()
        bold, small = _bold(font), _small(font)
        place += self._line(painter, inside, place, bold, hit.item.title, hit.title_marks)
        place += 2
        theme = self._look.theme
        painter.setPen(QColor(theme.quiet))
        painter.setFont(small)
        metrics = QFontMetrics(small)
        words = metrics.elidedText(self.meta(hit), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside.left(), place + metrics.ascent(), words)
        place += metrics.height() + 4
        self._passage(painter, inside, place, font, hit)

    def meta(self, hit: Hit) -> str:
        """The quiet line of a hit: date, source, language."""
        catalog = self._look.catalog
        parts = [
            catalog.date(hit.item.date),
            hit.item.source,
            catalog.language_names(hit.item.languages),
        ]
        return " · ".join(part for part in parts if part)

    def _paint_photo(self, painter: QPainter, inside: QRect, path: Path) -> None:
        corner = inside.topRight() - QPointF(_PHOTO.width() - 1, 0).toPoint()
        cell = QRect(corner, _PHOTO)
        pixmap = self._thumbnails.thumbnail(path, _PHOTO)
        if pixmap is None:
            painter.fillRect(cell, QColor(self._look.theme.line))
            return
        size = pixmap.size().scaled(_PHOTO, Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(QRect(corner, size))
        target.moveCenter(cell.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, pixmap)

    def _line(
        self,
        painter: QPainter,
        inside: QRect,
        top: int,
        font: QFont,
        text: str,
        marks: Iterable[tuple[int, int]],
    ) -> int:
        """Draw one line of `text`, cut short with an ellipsis; return its height."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        kept = [(a, min(b, len(shown))) for a, b in marks if a < len(shown)]
        self._lay(painter, QRect(inside.left(), top, inside.width(), 0), font, shown, kept, 1)
        return metrics.height()

    def _passage(self, painter: QPainter, inside: QRect, top: int, font: QFont, hit: Hit) -> None:
        area = QRect(inside.left(), top, inside.width(), 0)
        shown = _cut(hit.snippet.text, font, inside.width())
        kept = [(a, min(b, len(shown))) for a, b in hit.snippet.marks if a < len(shown)]
        self._lay(painter, area, font, shown, kept, _LINES)

    def _lay(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        text: str,
        marks: Iterable[tuple[int, int]],
        lines: int,
    ) -> None:
        """Draw at most `lines` lines of `text` with its `marks` in colour."""
        theme = self._look.theme
        layout = _layout(text, font)
        layout.setFormats([self._mark(text, start, end) for start, end in marks])
        layout.beginLayout()
        height = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        painter.setPen(QColor(theme.text))
        clip = QRectF(area.left(), area.top(), area.width(), height)
        layout.draw(painter, QPointF(area.topLeft()), [], clip)

    def _mark(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        """A match in colour; Qt counts UTF-16 units, `text` code points."""
        made = QTextLayout.FormatRange()
        made.start = _utf16(text[:start])
        made.length = _utf16(text[start:end])
        format_ = QTextCharFormat()
        format_.setBackground(QColor(self._look.theme.mark))
        format_.setForeground(QColor(self._look.theme.on_mark))
        made.format = format_
        return made


def _layout(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout


def _cut(text: str, font: QFont, width: int) -> str:
    """`text`, with an ellipsis where it is longer than the lines of a hit."""
    layout, last = _layout(text, font), 0
    layout.beginLayout()
    for _ in range(_LINES):
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


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.Bold)  # Chinese faces often have no weight between
    made.setPointSizeF(font.pointSizeF() * 1.08)
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.9)
    return made
