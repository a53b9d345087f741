"""A text laid out on pages of its own: an item, or several after each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat

from desktop_app.gui.article_pane.lines import Role
from desktop_app.gui.article_pane.matches import to_utf16
from desktop_app.gui.article_pane.sheet import Sheet

_HEAD = (Role.TITLE, Role.FACTS, Role.LINK)
_BETWEEN = 2.0  # em of its title above an item that does not begin a page
_ROUNDS = 4  # of breaking pages; almost always one is enough
_NEAR_TOP = 0.1  # of a page: what begins there has its title before the eye
_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of the item on it: its `title`, `facts` and `archive`.

    It begins at `line`.
    """

    line: int
    title: str
    facts: str
    archive: str


@dataclass(slots=True)
class Section:
    """A `sheet` with the files of its photos by number.

    Worked out once laid out: how many `pages` it has, the `margin` left and right of the text,
    the photos on each page with their places, in pixels of layout.
    """

    sheet: Sheet
    files: Mapping[int, Path]
    sizes: Mapping[int, QSize]
    heads: Sequence[Head]
    pages: int = 0
    margin: float = 0.0
    photos: dict[int, list[tuple[int, QRectF]]] = field(default_factory=dict)

    def lay_out(self, page: QSizeF, apart: bool) -> None:
        """Break into pages of that many pixels; each item begins one where they are `apart`."""
        sheet = self.sheet
        sheet.write_on(len(sheet.lines))
        _show_addresses(sheet)
        document = sheet.document
        document.setDocumentMargin(0)
        frame = document.rootFrame().frameFormat()
        margin = self.margin = (page.width() - sheet.width(int(page.width()))) / 2
        frame.setLeftMargin(margin)
        frame.setRightMargin(margin)
        frame.setTopMargin(0)
        frame.setBottomMargin(0)
        document.rootFrame().setFrameFormat(frame)
        document.setPageSize(page)
        for head in self.heads[1:]:
            self._begin(head.line, apart)
        for _round in range(_ROUNDS):
            self.pages = self._laid_out()
            if not self._keep_together(page.height()):
                break
        self.pages = self._laid_out()
        for photo, rect in self._placed():
            self.photos.setdefault(int(rect.top() // page.height()), []).append((photo, rect))

    def head(self, page: int, height: float) -> tuple[Head, bool]:
        """What the top of page number `page` is of, and whether that begins there."""
        above = self.heads[0]
        for head in self.heads:
            top = self._top(head.line)
            at = int(top // height)
            if at == page and (top - at * height < height * _NEAR_TOP):
                return head, True
            if at >= page:
                break
            above = head
        return above, False

    def _begin(self, line: int, apart: bool) -> None:
        """Have an item after others begin a page, or some way below the one before."""
        if apart:
            self._break(line)
            return
        made = QTextBlockFormat()
        made.setTopMargin(self.sheet.em_of(self.sheet.lines[line]) * _BETWEEN)
        QTextCursor(self.sheet.block(line)).mergeBlockFormat(made)

    def _break(self, line: int) -> None:
        made = QTextBlockFormat()
        made.setPageBreakPolicy(_BREAK)
        QTextCursor(self.sheet.block(line)).mergeBlockFormat(made)

    def _laid_out(self) -> int:
        """Lay all out anew and say how many pages there are.

        Where a page break came between tables, Qt 6.11 leaves lines after it without layout.
        """
        document = self.sheet.document
        document.markContentsDirty(0, document.characterCount() - 1)
        return document.pageCount()

    def _keep_together(self, height: float) -> int:
        """No head at the foot of a page without its text, no photo without its words.

        Says how many page breaks that took; those that follow move everything after them.
        """
        broken = 0
        for first, last in _groups(self.sheet):
            top, bottom = self._top(first), self._bottom(last)
            if int(top // height) != int(bottom // height) and bottom - top < height:
                self._break(first)
                broken += 1
        return broken

    def _top(self, line: int) -> float:
        block = self.sheet.block(line)
        return self.sheet.document.documentLayout().blockBoundingRect(block).top()

    def _bottom(self, line: int) -> float:
        """The foot of the first line of a block."""
        layout = self.sheet.block(line).layout()
        first = layout.lineAt(0) if layout.lineCount() else None
        return self._top(line) + (first.y() + first.height() - 1 if first else 0)

    def _placed(self) -> Iterator[tuple[int, QRectF]]:
        """The photos with their places."""
        layout = self.sheet.document.documentLayout()
        for number, line in enumerate(self.sheet.lines):
            if line.role is Role.PICTURE:
                block, size = self.sheet.block(number), QSizeF(self.sizes[line.photo])
                corner = layout.blockBoundingRect(block).topLeft()  # lays out what is not yet
                where = block.layout().lineAt(0)
                foot = QPointF(where.x(), where.y() + where.height() - size.height())
                yield line.photo, QRectF(corner + foot, size)


def _groups(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """First and last line of what must stand on one page."""
    lines = sheet.lines
    for number, line in enumerate(lines):
        end = number
        if line.role is Role.TITLE and not line.other:
            while end + 1 < len(lines) and lines[end].role in _HEAD:
                end += 1
        elif line.role is Role.PICTURE:
            while end + 1 < len(lines) and lines[end + 1].photo == line.photo:
                end += 1
        if end > number:
            yield number, end


def _show_addresses(sheet: Sheet) -> None:
    """Have links lead to their addresses: a PDF has no program behind it that would know."""
    for number, line in enumerate(sheet.lines):
        spans = ((link.start, link.end) for link in line.links)
        for link, span in zip(line.links, to_utf16(line.text, spans), strict=True):
            look = QTextCharFormat()
            look.setAnchorHref(link.address)
            sheet.line_cursor(number, *span).mergeCharFormat(look)
