"""Paints the rows of the view of marks."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.marks.colours import ground
from desktop_app.gui.search_pane.row_delegate import inside_of
from desktop_app.gui.search_pane.row_pen import RowPen, bold, small
from desktop_app.gui.views.marks.row_model import ROW, Index
from desktop_app.gui.views.marks.sections import Row

_PADDING = 10
_BAR = 4  # pixels of the bar of the row chosen, and of a highlight's colour
_BESIDE_BAR = 12
_LINES = 2  # of a quotation, and of a note


class MarkDelegate(QStyledItemDelegate):
    """Draws a title and small print, of highlights the words and the note before."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Draw in the colours of `look`."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as what is drawn."""
        row, font = index.data(ROW), option.font
        title, line, print_ = (QFontMetrics(f).height() for f in (bold(font), font, small(font)))
        height, width = 2 * _PADDING + print_, option.rect.width()
        if not isinstance(row, Row):
            return QSize(width, height)
        if row.highlight is None:
            return QSize(width, height + title + 2)
        room = inside_of(option.rect).width() - _BAR - _BESIDE_BAR
        lines = _lines(self._look.shown(row.quote), font, room)
        if row.note:
            lines += _lines(_noted(row), font, room)
            height += 4
        return QSize(width, height + lines * line + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row = index.data(ROW)
        painter.save()
        self._paint_ground(painter, option)
        inside = inside_of(option.rect)
        if isinstance(row, Row):
            pen = RowPen(painter, self._look.theme, inside, option.font)
            if row.highlight is None:
                pen.line(self._look.shown(row.title), bold(option.font))
                pen.skip(2)
                pen.quiet(row.quiet)
            else:
                self._paint_highlight(pen, row, row.highlight.colour)
        painter.restore()

    def _paint_highlight(self, pen: RowPen, row: Row, colour: str) -> None:
        quote, room = self._look.shown(row.quote), pen.area.width() - _BAR - _BESIDE_BAR
        lines = _lines(quote, pen.font, room)
        height = lines * QFontMetrics(pen.font).height()
        bar = QRect(pen.area.left(), pen.top, _BAR + 2, height)
        pen.painter.fillRect(bar, QColor(ground(self._look.theme, colour)))
        pen.painter.setPen(QColor(self._look.theme.grip))
        pen.painter.drawRect(bar)
        pen.indent(_BAR + _BESIDE_BAR)
        pen.passage(quote, (), lines)
        if row.note:
            pen.skip(4)
            pen.passage(_noted(row), (), _lines(_noted(row), pen.font, room))
        pen.skip(4)
        pen.quiet(f"{self._look.shown(row.title)} · {row.quiet}")

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, rect = self._look.theme, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(theme.button if selected else theme.page))
        if selected:
            bar = QRect(rect.topLeft(), QSize(_BAR, rect.height()))
            painter.fillRect(bar, QColor(theme.accent))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _lines(text: str, font: QFont, width: int) -> int:
    """How many lines `text` takes, of those it may."""
    return 1 if QFontMetrics(font).horizontalAdvance(text) <= width else _LINES


def _noted(row: Row) -> str:
    return f"✎ {row.note}"
