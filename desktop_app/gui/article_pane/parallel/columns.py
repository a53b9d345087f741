"""A sheet with two columns: tables without lines, whose cells hold the paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from desktop_app.gui.article_pane.lines import Line, Role
from desktop_app.gui.article_pane.parallel.arrangement import Arrangement, Table
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.gui.article_pane.typography import PINYIN_ROOM, PINYIN_SPACING, Typography

_BETWEEN = 1.1  # em from a column to the middle
_ABOVE = 0.4  # em above and below the text of a cell
_HEAD = 1.0  # em below titles
_TITLE, _TITLE_LINE = 1.25, 1.4  # em, and of that: half a column is narrow
_FIGURE = 0.9  # em between a table and a figure
_LOWER = 0.25  # em by which a line of Chinese is higher than one of English
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_PERCENT = QTextLength.Type.PercentageLength


class ColumnSheet(Sheet):
    """Block n is line n here too, since tables stand between lines and cells hold lines."""

    def __init__(
        self,
        arrangement: Arrangement,
        typography: Typography,
        sizes: dict[int, QSize],
        parent: QObject | None,
    ) -> None:
        """Set `arrangement`; `sizes` are the pixels of each photo that is shown."""
        self._tables = {table.first: table for table in arrangement.tables}
        self._ends = {table.end for table in arrangement.tables}
        cells = [cell for table in arrangement.tables for row in table.rows for cell in row]
        self._cell_starts = {cell.start for cell in cells}
        self._cell_ends = {cell.stop for cell in cells}
        self._inside = {line for cell in cells for line in cell}
        super().__init__(arrangement.lines, typography, sizes, parent)

    def width(self, room: int) -> int:
        """How wide both columns are where they have `room`, in pixels."""
        between = round(2 * _BETWEEN * self._typography.em)
        return min(room, self._measure.chinese + self._measure.latin + between)

    def photo_width(self, column: int) -> int:
        """How wide a photo may be, in pixels: as over one column."""
        return min(column, self._measure.chinese)

    def restyle(self, typography: Typography) -> None:
        """Change size, theme or both."""
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()  # or every cell would have all laid out
        super().restyle(typography)
        for first, table in self._tables.items():
            if first < self._written:
                made = QTextCursor(self.block(first)).currentTable()
                made.setFormat(self._table_format(first, table.end))
                self._pad(made, table)
        cursor.endEditBlock()

    def _pieces(self) -> Iterator[tuple[int, int]]:
        """A table at a time, and what is between two."""
        tables = sorted((table.first, table.end) for table in self._tables.values())
        bounds = [(0, 0), *tables, (len(self.lines), len(self.lines))]
        for (_start, end), (following, stop) in pairwise(bounds):
            yield from self._runs(end, following)
            if following < stop:
                yield following, stop

    def _alike(self, end: int) -> Iterator[tuple[int, int]]:
        """A line at a time: a selection over cells is another thing."""
        return ((number, number + 1) for number in range(end))

    def _has_block(self, first: int) -> bool:
        return first == 0 or first in self._ends or first in self._cell_starts

    def _block_format(self, first: int, end: int) -> QTextBlockFormat:
        made = super()._block_format(first, end)
        if not self.lines[first].absent:
            made.setLeftMargin(0)
        if first in self._cell_starts:
            # Both cells of a row begin at one height, and so do their letters, which stand at
            # the foot of a line.
            english = self.lines[first].role is Role.ENGLISH
            made.setTopMargin(round(self._typography.em * _LOWER) if english else 0)
        if self.lines[first].role is Role.TITLE:
            spoken = self._typography.spoken(self.lines[first])
            height = _TITLE_LINE + (PINYIN_ROOM if spoken else 0)
            made.setLineHeight(round(self._typography.em * _TITLE * height), _FIXED)
        if end in self._cell_ends and first in self._inside:
            made.setBottomMargin(0)
        return made

    def _text_format(self, line: Line) -> QTextCharFormat:
        made = super()._text_format(line)
        if line.role is Role.TITLE:
            made.setFontPointSize(self._typography.points * _TITLE)
            if self._typography.spoken(line):
                made.setFontLetterSpacing(self.em_of(line) * PINYIN_SPACING)
        return made

    def em_of(self, line: Line) -> float:
        """The pixels of an em of `line`; titles are smaller than over one column."""
        return self._typography.em * _TITLE if line.role is Role.TITLE else super().em_of(line)

    def _write(self, cursor: QTextCursor, first: int, end: int) -> None:
        table = self._tables.get(first)
        if table is None:
            super()._write(cursor, first, end)
            return
        made = cursor.insertTable(len(table.rows), 2, self._table_format(first, end))
        for row, cells in enumerate(table.rows):
            for column, lines in enumerate(cells):
                inside = made.cellAt(row, column).firstCursorPosition()
                for line in lines:
                    super()._write(inside, line, line + 1)
        self._pad(made, table)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _table_format(self, first: int, end: int) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setBorder(0)
        made.setCellPadding(0)
        made.setCellSpacing(0)
        made.setTopMargin(self._around(first - 1))
        made.setBottomMargin(self._around(end))
        made.setWidth(QTextLength(_PERCENT, 100))
        made.setColumnWidthConstraints([QTextLength(_PERCENT, 50)] * 2)
        return made

    def _around(self, line: int) -> int:
        """The room between a table and what stands before or after it, in pixels."""
        near = self.lines[line].role is Role.GAP
        return 0 if near else round(self._typography.em * _FIGURE)

    def _pad(self, made: QTextTable, table: Table) -> None:
        """Have room around the text of the cells."""
        between, above, head = (
            round(self._typography.em * each) for each in (_BETWEEN, _ABOVE, _HEAD)
        )
        for column in (0, 1):
            look = QTextTableCellFormat()
            look.setTopPadding(above)
            look.setLeftPadding(between if column else 0)
            look.setRightPadding(0 if column else between)
            for row, cells in enumerate(table.rows):
                is_head = self.lines[cells[column].start].role is Role.TITLE
                look.setBottomPadding(head if is_head else above)
                made.cellAt(row, column).setFormat(look)
