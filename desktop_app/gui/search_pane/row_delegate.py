"""Paints the rows of a list: their ground, which is chosen, and what a `RowDrawing` draws."""

from __future__ import annotations

from typing import Protocol, TypeVar

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.paged_model import ROW_ROLE, Index, PagedModel
from desktop_app.gui.search_pane.row_pen import RowPen
from desktop_app.gui.unread_rows import not_read

_PADDING = 10
_BAR = 4  # pixels of the bar that marks the row chosen
Row_contra = TypeVar("Row_contra", contravariant=True)


class RowDrawing(Protocol[Row_contra]):
    """Draws one kind of row."""

    def height(self, font: QFont) -> int:
        """The pixels that every row needs with `font`."""

    def draw(self, pen: RowPen, row: Row_contra, before: Row_contra | None) -> None:
        """Draw `row`; `before` is the one above it, None where that is not known."""


class RowDelegate(QStyledItemDelegate):
    """Draws rows of one height."""

    def __init__(self, look: Look, drawing: RowDrawing[object], parent: QWidget) -> None:
        """Draw with the colours of `look` what `drawing` draws."""
        super().__init__(parent)
        self._look = look
        self._drawing = drawing

    def row_height(self, font: QFont) -> int:
        """The height in pixels of every row with `font`."""
        return 2 * _PADDING + self._drawing.height(font)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view, as high as every row."""
        return QSize(option.rect.width(), self.row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, or a pale bar while it is being read."""
        theme = self._look.theme
        painter.save()
        self._paint_ground(painter, option)
        inside = inside_of(option.rect)
        row, model = index.data(ROW_ROLE), index.model()
        if isinstance(model, PagedModel) and model.failed(index.row()):
            self._paint_failed(painter, inside, option.font)
        elif row is None:
            bar = QRect(inside.topLeft(), QSize(inside.width() // 2, 10))
            painter.fillRect(bar, QColor(theme.line))
        elif isinstance(model, PagedModel):
            pen = RowPen(painter, theme, inside, option.font)
            self._drawing.draw(pen, row, model.before(index.row()))
        painter.restore()

    def _paint_failed(self, painter: QPainter, inside: QRect, font: QFont) -> None:
        """Say that the row could not be read, and that a click tries again."""
        what, again = not_read(self._look.catalog)
        pen = RowPen(painter, self._look.theme, inside, font)
        width = pen.words(what, font, self._look.theme.quiet)
        pen.words(again, font, self._look.theme.accent, left=width + _PADDING)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, rect = self._look.theme, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(theme.button if selected else theme.page))
        if selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            bar = QRect(rect.topLeft(), QSize(_BAR, rect.height()))
            painter.fillRect(bar, QColor(theme.accent if focused else theme.grip))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def inside_of(rect: QRect) -> QRect:
    """Where in the row at `rect` its drawing goes."""
    return rect.adjusted(_PADDING + _BAR, _PADDING, -_PADDING, -_PADDING)
