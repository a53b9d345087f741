"""The document of one item: made once, then changed in place.

Changing language, theme or size touches the formats and the few translated lines
only, so that selection and links into the document hold. A long item is written a
slice at a time while the window lives on; who asks for a line further down gets it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import QObject, QSize, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPixmap,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)

from desktop_app.gui.article_pane.lines import Line, Role
from desktop_app.gui.article_pane.matches import SEARCHED, to_utf16
from desktop_app.gui.article_pane.measure import Measure, is_chinese
from desktop_app.gui.article_pane.tuning import tuned
from desktop_app.gui.article_pane.typography import Typography
from desktop_app.language.rewriting import AS_PUBLISHED, place_in, rewritten

_UNSPACED = re.compile(r"[!-~\u00a0-\u024f][ -~\u00a0-\u024f]*")  # Latin letters, digits, signs
_HEAD = (Role.TITLE, Role.FACTS, Role.LINK)
_AT_ONCE = 600  # lines written before the sheet is shown: more than any window holds
_SLICE = 200  # lines written at a time from then on
_IMAGE = QTextDocument.ResourceType.ImageResource.value


class Sheet:
    """A `QTextDocument` in which block n is line n."""

    def __init__(
        self,
        lines: Sequence[Line],
        typography: Typography,
        sizes: dict[int, QSize],
        parent: QObject | None,
    ) -> None:
        """Set `lines`; `sizes` are the pixels of each photo that is shown.

        In whatever script Chinese is shown, places are those of `lines`.
        """
        self.lines = lines
        self._typography = typography.of(lines)
        self._chinese = is_chinese(lines)
        self._sizes = sizes
        self._rewritten: dict[int, str] = {}  # lines that are shown otherwise than written
        self._written = 0  # lines in the document so far
        self._rest = self._pieces()
        self.document = QTextDocument(parent)
        self.document.setUndoRedoEnabled(False)
        self._take_font()
        self._blank_photos()
        self.write_on(_AT_ONCE)

    def _take_font(self) -> None:
        font = self._typography.body_font()
        self._measure = Measure(font)
        self.document.setDefaultFont(font)

    def width(self, room: int) -> int:
        """How wide the text is where it has `room`, in pixels."""
        measure = self._measure
        if not self._chinese:
            return min(room, measure.latin)
        fits = room >= measure.chinese
        # Justified lines are pulled apart for what a column has over whole characters.
        return measure.chinese if fits else measure.whole(room)

    def photo_width(self, column: int) -> int:
        """How wide a photo may be in a `column`, in pixels."""
        return column

    @property
    def growing(self) -> bool:
        """Whether lines are still to be written."""
        return self._written < len(self.lines)

    def rewrite(self, lines: Sequence[Line]) -> None:
        """Change to `lines`, which are as many, where their words differ."""
        former, self.lines = self.lines, lines
        for number, (old, new) in enumerate(zip(former, lines, strict=True)):
            if old.text != new.text and number < self._written:
                cursor = self.line_cursor(number)
                cursor.insertText(self._shown(number), self._text_format(new))
                self._tune(number, number + 1)
                self._link(number, number + 1)

    def restyle(self, typography: Typography) -> None:
        """Change size, style or theme."""
        former, self._typography = (
            self._typography,
            replace(typography, forms=self._typography.forms),
        )
        typography = self._typography
        resized = replace(former, theme=typography.theme) != typography
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        if resized:
            self._take_font()
            self._tune(0, self._written)
            self.document.markContentsDirty(0, self.document.characterCount() - 1)
        for first, end in self._alike(self._written):
            line = self.lines[first]
            self._select(cursor, first, end)
            if resized:
                cursor.mergeBlockFormat(self._block_format(first, end))
            look = self._text_format(line)
            if line.role is not Role.PICTURE and not look.isEmpty():
                cursor.mergeCharFormat(look)
        self._close_up(0, self._written)
        self._link(0, self._written)
        cursor.endEditBlock()

    def resize_photos(self, sizes: dict[int, QSize]) -> None:
        """Show photos at other sizes."""
        changed = {photo for photo, size in sizes.items() if self._sizes.get(photo) != size}
        self._sizes = sizes
        for number, line in enumerate(self.lines[: self._written]):
            if line.role is Role.PICTURE and line.photo in changed:
                cursor = self.line_cursor(number)
                cursor.setCharFormat(self._image(line))

    def put_photo(self, photo: int, pixmap: QPixmap | QImage) -> None:
        """Show `pixmap` where photo number `photo` is."""
        self.document.addResource(_IMAGE, QUrl(f"photo:{photo}"), pixmap)

    def block(self, line: int) -> QTextBlock:
        """The block of line number `line`, written now if it is not yet."""
        if line >= self._written:
            self.write_on(line + 1 - self._written)
        return self.document.findBlockByNumber(line)

    def line_cursor(self, line: int, start: int = 0, end: int | None = None) -> QTextCursor:
        """A selection in a line, of UTF-16 units as written; all of it by default."""
        block = self.block(line)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + self._shown_place(line, start))
        stop = block.length() - 1 if end is None else self._shown_place(line, end)
        cursor.setPosition(block.position() + stop, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def write_on(self, lines: int = _SLICE) -> None:
        """Write at least so many more lines, or the rest."""
        target = min(self._written + lines, len(self.lines))
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while self._written < target:
            first, end = next(self._rest)
            self._write(cursor, first, end)
            self._written = end
            self._tune(first, end)
            self._close_up(first, end)
            self._link(first, end)
        cursor.endEditBlock()

    def _write(self, cursor: QTextCursor, first: int, end: int) -> None:
        """Write the lines `first` to before `end`, all of one format, with few calls."""
        line = self.lines[first]
        block_format = self._block_format(first, end)
        if self._has_block(first):
            cursor.setBlockFormat(block_format)
        else:
            cursor.insertBlock(block_format, QTextCharFormat())
        if line.role is Role.PICTURE:
            cursor.insertImage(self._image(line))
        else:
            text = "\n".join(map(self._shown, range(first, end)))
            cursor.insertText(text, self._text_format(line))

    def _tune(self, first: int, end: int) -> None:
        """Space the Chinese of the lines `first` to before `end` for the eye."""
        for number in range(first, end):
            line, block = self.lines[number], self.document.findBlockByNumber(number)
            shown = self._rewritten.get(number, line.text)
            formats = tuned(line, shown, self._typography, self.em_of(line))
            if formats or block.layout().formats():
                block.layout().setFormats(formats)

    def _close_up(self, first: int, end: int) -> None:
        """Where room for pinyin spaces a line, keep its words in letters together."""
        for number in range(first, end):
            line = self.lines[number]
            if self._typography.spoken(line):
                spans = (found.span() for found in _UNSPACED.finditer(line.text))
                for start, stop in to_utf16(line.text, spans):
                    cursor = self.line_cursor(number, start, stop)
                    cursor.mergeCharFormat(self._typography.closed_up())

    def _link(self, first: int, end: int) -> None:
        """Set the links of the lines `first` to before `end`; their href is line and place."""
        for number in range(first, end):
            line = self.lines[number]
            spans = ((link.start, link.end) for link in line.links)
            for place, (start, stop) in enumerate(to_utf16(line.text, spans)):
                look = self._typography.link(f"link:{number}:{place}")
                self.line_cursor(number, start, stop).mergeCharFormat(look)

    def address(self, href: str) -> str:
        """The address of the link with this `href`; "" where it is none."""
        scheme, _colon, place = href.partition(":")
        if scheme != "link":
            return ""
        line, _colon, number = place.partition(":")
        return self.lines[int(line)].links[int(number)].address

    @property
    def rewritten(self) -> Mapping[int, str]:
        """The lines that are shown otherwise than written, as they are shown."""
        return self._rewritten

    def written_place(self, position: int) -> tuple[int, int]:
        """The line at `position` of the document, and the UTF-16 unit of it as written."""
        block = self.document.findBlock(position)
        number, place = block.blockNumber(), position - block.position()
        shown = self._rewritten.get(number)
        return number, place if shown is None else place_in(self.lines[number].text, shown, place)

    def position(self, line: int, place: int) -> int:
        """Where in the document the UTF-16 unit `place` of a line as written stands."""
        block = self.block(line)
        return block.position() + min(self._shown_place(line, place), block.length() - 1)

    def em_of(self, line: Line) -> float:
        """The pixels of an em of `line`."""
        return self._typography.em_of(line)

    def _shown(self, number: int) -> str:
        """The text of a line in the script chosen."""
        line = self.lines[number]
        if line.role in SEARCHED and self._typography.script != AS_PUBLISHED:
            text = rewritten(line.text, self._typography.script)
            if text != line.text:
                self._rewritten[number] = text
                return text
        return line.text

    def _shown_place(self, number: int, place: int) -> int:
        """Where a place of a line as written is shown."""
        shown = self._rewritten.get(number)
        return place if shown is None else place_in(shown, self.lines[number].text, place)

    def _blank_photos(self) -> None:
        """A quiet ground where photos will be, until each is put."""
        blank = QImage(1, 1, QImage.Format.Format_RGB32)  # no pixmap: this runs on any thread
        blank.fill(QColor(self._typography.theme.window))
        for photo in self._sizes:
            self.put_photo(photo, blank)

    def _image(self, line: Line) -> QTextImageFormat:
        size, made = self._sizes[line.photo], QTextImageFormat()
        made.setName(f"photo:{line.photo}")
        made.setWidth(size.width())
        made.setHeight(size.height())
        made.setAnchor(True)
        made.setAnchorHref(f"photo:{line.photo}")
        return made

    def _pieces(self) -> Iterator[tuple[int, int]]:
        """All lines, as first and end of what is written at a time."""
        return self._runs(0, len(self.lines))

    def _alike(self, end: int) -> Iterator[tuple[int, int]]:
        """The lines before `end`, as first and end of what is restyled at a time."""
        return self._runs(0, end)

    def _has_block(self, first: int) -> bool:
        """Whether the block of a line that is to be written is there already, empty."""
        return first == 0

    def _block_format(self, first: int, end: int) -> QTextBlockFormat:
        """How the blocks of the lines `first` to before `end`, which are alike, are set."""
        return self._typography.block(self.lines[first], self._ends_part(end - 1))

    def _text_format(self, line: Line) -> QTextCharFormat:
        """How the characters of a line look."""
        return self._typography.text(line)

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Neighbouring lines that are set alike, as first and end, some at a time."""

        def likeness(number: int) -> tuple[object, ...]:
            line = self.lines[number]
            spaced = line.text.startswith("\u3000"), self._typography.spoken(line)
            part = (line.goes_on, line.continues, line.other, self._ends_part(number))
            return line.role, line.photo, spaced, number // _SLICE, *part

        for _like, numbers in groupby(range(start, end), likeness):
            run = list(numbers)
            yield run[0], run[-1] + 1

    def _ends_part(self, number: int) -> bool:
        """Whether a line is the last of the head, or of a photo with its words."""
        if number + 1 >= len(self.lines):
            return False
        line, following = self.lines[number], self.lines[number + 1]
        if line.role in _HEAD:
            return following.role not in _HEAD or following.role is Role.TITLE
        return line.photo >= 0 and following.photo != line.photo

    def _select(self, cursor: QTextCursor, first: int, end: int) -> None:
        last = self.block(end - 1)
        cursor.setPosition(self.block(first).position())
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
