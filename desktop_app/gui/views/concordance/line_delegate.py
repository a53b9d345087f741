"""Paints the cells of a concordance: contexts against the key word, whole characters only."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.gui.article_pane.matches import to_utf16
from desktop_app.gui.look import Look
from desktop_app.gui.unread_rows import not_read
from desktop_app.gui.views.concordance.fitting import Fitter
from desktop_app.gui.views.concordance.line_model import Column, LineModel, ShownLine
from desktop_app.speeches.sorted_words import SortedWord

Index = QModelIndex | QPersistentModelIndex
GAP = 5  # pixels between a context and the key
_MARGIN = 5  # pixels around date and speaker
_ABOVE = 4  # pixels over and under a line
_BAR = 4  # pixels of the bar that marks a chosen line
_TO_LEFT, _TO_RIGHT = (
    int((side | Qt.AlignmentFlag.AlignVCenter).value) | int(Qt.TextFlag.TextSingleLine.value)
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)


class LineDelegate(QStyledItemDelegate):
    """Draws lines of one height."""

    def __init__(self, look: Look, model: LineModel, parent: QWidget) -> None:
        """Draw lines of `model` with the colours of `look`."""
        super().__init__(parent)
        self._look, self._model = look, model
        self._fitter = Fitter(parent.font())

    def row_height(self, font: QFont) -> int:
        """The height in pixels of every row with `font`."""
        return QFontMetrics(font).height() + 2 * _ABOVE

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the column, as high as every row."""
        return QSize(option.rect.width(), self.row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell; a line that is being read is a pale bar."""
        theme, column, area = self._look.theme, index.column(), option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(area)
        if selected:
            painter.fillRect(area, QColor(theme.button))
            if column == Column.LEFT:
                bar = QRect(area.topLeft(), QSize(_BAR, area.height()))
                painter.fillRect(bar, QColor(theme.accent))
        shown = self._model.shown(index.row())
        if shown is None:
            self._paint_absent(painter, area, index.row(), column, option.font)
        elif column in (Column.LEFT, Column.RIGHT):
            self._paint_context(painter, area, option.font, shown, column == Column.LEFT)
        elif column == Column.KEY:
            self._paint_key(painter, area, option.font, shown.line.key, selected)
        else:
            text = self._model.cells(shown.line)[column]
            self._paint_quiet(painter, area, option.font, text)
        painter.restore()

    def _paint_absent(
        self, painter: QPainter, area: QRect, row: int, column: int, font: QFont
    ) -> None:
        if self._model.failed(row):
            self._paint_failed(painter, area, column, font)
        elif column == Column.KEY:
            middle = area.adjusted(GAP, area.height() // 2 - 3, -GAP, 3 - area.height() // 2)
            painter.fillRect(middle, QColor(self._look.theme.line))

    def _paint_failed(self, painter: QPainter, area: QRect, column: int, font: QFont) -> None:
        """What is wrong before the middle, and behind it that a click tries again."""
        theme, (what, again) = self._look.theme, not_read(self._look.catalog)
        inside = area.adjusted(_BAR + GAP, 0, -GAP, 0)
        painter.setFont(font)
        if column == Column.LEFT:
            painter.setPen(QColor(theme.quiet))
            painter.drawText(inside, _TO_RIGHT, what)
        elif column == Column.RIGHT:
            painter.setPen(QColor(theme.accent))
            painter.drawText(inside, _TO_LEFT, again)

    def _paint_key(
        self, painter: QPainter, area: QRect, font: QFont, key: str, selected: bool
    ) -> None:
        theme, inside = self._look.theme, area.adjusted(GAP, 0, -GAP, 0)
        if selected:  # the accent is too near to the ground of chosen lines to be read on it
            painter.fillRect(area, QColor(theme.accent))
        painter.setFont(font)
        painter.setPen(QColor(theme.on_accent if selected else theme.accent))
        shown = QFontMetrics(font).elidedText(key, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _TO_LEFT, shown)

    def _paint_quiet(self, painter: QPainter, area: QRect, font: QFont, text: str) -> None:
        inside = area.adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.setFont(font)
        painter.setPen(QColor(self._look.theme.quiet))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _TO_LEFT, shown)

    def _paint_context(
        self, painter: QPainter, area: QRect, font: QFont, shown: ShownLine, in_left: bool
    ) -> None:
        inside = area.adjusted(_BAR + 2, 0, -GAP, 0) if in_left else area.adjusted(GAP, 0, -2, 0)
        if font != self._fitter.font:
            self._fitter = Fitter(font)
        whole = shown.line.left if in_left else shown.line.right
        fit = self._fitter.end if in_left else self._fitter.start
        text = fit(whole, inside.width())
        cut = len(whole) - len(text) if in_left else 0
        words = [word for word in shown.words if word.in_left == in_left]
        painter.setFont(font)
        painter.setPen(QColor(self._look.theme.text))
        if words:
            layout = self._layout(text, font, words, cut)
            width = layout.lineAt(0).naturalTextWidth()
            # Blanks at its end have no part in the width of a line.
            blanks = len(text) - len(text.rstrip()) if in_left else 0
            width += QFontMetrics(font).horizontalAdvance(" " * blanks)
            x = inside.right() + 1 - width if in_left else inside.left()
            layout.draw(painter, QPointF(x, inside.top() + _ABOVE))
        else:
            painter.drawText(inside, _TO_RIGHT if in_left else _TO_LEFT, text)

    def _layout(self, text: str, font: QFont, words: Iterable[SortedWord], cut: int) -> QTextLayout:
        """`text`, `cut` code points from a context's start, its `words` in their colours."""
        layout = QTextLayout(text, font)
        theme, formats = self._look.theme, []
        colours = (theme.first, theme.second, theme.third)
        for word in words:
            span = max(word.start - cut, 0), min(word.end - cut, len(text))
            if span[0] < span[1]:
                formats += _coloured(text, span, colours[word.key])
        layout.setFormats(formats)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return layout


def _coloured(text: str, span: tuple[int, int], colour: str) -> list[QTextLayout.FormatRange]:
    made = []
    for start, end in to_utf16(text, iter([span])):
        each = QTextLayout.FormatRange()
        each.start, each.length = start, end - start
        format_ = QTextCharFormat()
        format_.setForeground(QColor(colour))
        each.format = format_
        made.append(each)
    return made
