"""Paints a photo in the grid: its thumbnail and a line of its caption, or the caption alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.photo_pane.caption_line import draw_block, draw_caption, laid_out
from desktop_app.gui.photo_pane.grid_model import PHOTO_ROLE, Index
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.photo_pane.thumbnails import ThumbnailLoader
from desktop_app.search.highlight import Highlighter

BOX = QSize(116, 92)  # what a thumbnail is fitted into at first, in logical pixels
_PADDING = 8
_GAP = 4


class PhotoDelegate(QStyledItemDelegate):
    """Draws photos in cells of one size; thumbnails are fitted into `box` (logical pixels).

    The matches of `marked` in captions are marked.
    """

    def __init__(self, look: Look, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        """Draw with the colours of `look`."""
        super().__init__(parent)
        self._look = look
        self._thumbnails = thumbnails
        self.box = QSize(BOX)
        self.marked: Highlighter | None = None

    def cell(self, font: QFont) -> QSize:
        """The least size of every cell, in logical pixels."""
        line = QFontMetrics(_small(font)).height()
        box = self.box
        return QSize(box.width() + 2 * _PADDING, box.height() + _GAP + line + 2 * _PADDING)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same for all."""
        return self.cell(option.font)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the photo of `index`."""
        theme, photo = self._look.theme, index.data(PHOTO_ROLE)
        painter.save()
        painter.fillRect(option.rect, QColor(theme.page))
        if isinstance(photo, ShownPhoto):
            state = option.state
            self._paint_ground(painter, option.rect, state)
            inside = option.rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
            self._paint_photo(painter, inside, _small(option.font), photo)
        elif index.flags() & Qt.ItemFlag.ItemIsSelectable:
            inside = option.rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
            self._paint_empty(
                painter, QRect(inside.topLeft(), QSize(inside.width(), self.box.height()))
            )
        painter.restore()

    def _paint_ground(self, painter: QPainter, cell: QRect, state: QStyle.StateFlag) -> None:
        """Mark the chosen cell, and the one under the pointer."""
        theme, flags = self._look.theme, QStyle.StateFlag
        if not state & (flags.State_Selected | flags.State_MouseOver):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & flags.State_Selected)
        painter.setPen(QPen(QColor(theme.accent), 2) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.button))
        painter.drawRoundedRect(QRectF(cell).adjusted(2, 2, -2, -2), 5, 5)

    def _paint_photo(
        self, painter: QPainter, inside: QRect, font: QFont, photo: ShownPhoto
    ) -> None:
        painter.setFont(font)
        if photo.path is None:
            self._paint_words(painter, inside, font, self._look.shown(photo.caption))
            return
        box = QRect(inside.topLeft(), QSize(inside.width(), self.box.height()))
        pixmap = self._thumbnails.thumbnail(photo.path, self.box)
        if pixmap is None:
            self._paint_empty(painter, box)
        else:
            _draw_centred(painter, box, pixmap)
        below = QRect(inside.left(), box.bottom() + _GAP, inside.width(), inside.height())
        draw_caption(painter, below, self._look.shown(photo.caption), self._look.theme, self.marked)

    def _paint_empty(self, painter: QPainter, box: QRect) -> None:
        """Draw what stands for a photo until it has been read."""
        empty = QRect(QPoint(0, 0), self.box)
        empty.moveCenter(box.center())
        painter.fillRect(empty, QColor(self._look.theme.line))

    def _paint_words(self, painter: QPainter, inside: QRect, font: QFont, caption: str) -> None:
        """Draw a caption whose photo was not saved, on a dashed card."""
        theme = self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.quiet), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.window))
        painter.drawRoundedRect(QRectF(inside).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(theme.text))
        page = inside.adjusted(6, 5, -6, -5)
        words = _cut_to_lines(caption, font, page.size())
        spans = self.marked.in_caption(words) if self.marked is not None else []
        draw_block(painter, QRectF(page), words, theme, spans)


def _draw_centred(painter: QPainter, box: QRect, pixmap: QPixmap) -> None:
    size = pixmap.deviceIndependentSize()
    place = QRectF(box).center() - QRectF(0, 0, size.width(), size.height()).center()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(place.toPoint(), pixmap)


def _cut_to_lines(text: str, font: QFont, room: QSize) -> str:
    """As much of `text` as fits wrapped into `room`, with an ellipsis where it is cut."""
    words = " ".join(text.split())
    low, high = 0, min(len(words), 200)
    if len(words) <= high and _height(words, font, room.width()) <= room.height():
        return words
    while low < high:  # the longest beginning that fits
        middle = (low + high + 1) // 2
        fits = _height(words[:middle].rstrip() + "…", font, room.width()) <= room.height()
        low, high = (middle, high) if fits else (low, middle - 1)
    return words[:low].rstrip() + "…"


def _height(text: str, font: QFont, width: int) -> float:
    """Pixels that `text` takes when wrapped to `width`."""
    return laid_out(text, font, width)[1]


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.9)
    return made
