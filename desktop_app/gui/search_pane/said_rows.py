"""What a row of the list of statements shows: who, in which words, quoted or reported, where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.row_delegate import inside_of
from desktop_app.gui.search_pane.row_pen import PHOTO, RowPen, Thumbnails, beside_photo, bold, small
from desktop_app.item_facts import home_words, matched_words
from desktop_app.speech_search.matches import SaidHit

_LINES = 3
_GAP = 8  # pixels between name, role and sign
_GUTTER = 16  # pixels for the quotation mark before words that were said so
_RULE = 2  # pixels of the line above the first of a speaker


class SaidRows:
    """Implements `RowDrawing` and `RowWords` of statements.

    `grouped` is whether they stand by speaker: then the first of each has a heading.
    `pointed` is the one whose speaker's name is under the pointer.
    """

    def __init__(self, look: Look, thumbnails: Thumbnails) -> None:
        """Draw in the words of `look`."""
        self._look = look
        self._thumbnails = thumbnails
        self.photos: Path | None = None  # of the archive shown, where it is one alone
        self.grouped = False
        self.pointed: SaidHit | None = None

    def height(self, font: QFont) -> int:
        """The speaker, a passage, a small line."""
        name, small_line = (QFontMetrics(each(font)).height() for each in (bold, small))
        return name + small_line + _LINES * QFontMetrics(font).height() + 11

    def draw(self, pen: RowPen, row: SaidHit, before: SaidHit | None) -> None:
        """Draw the statement, with the item's photo of its speaker."""
        file = self._file(row)
        if file is not None:
            pen.photo(self._thumbnails.thumbnail(file, PHOTO))
        self._draw_speaker(pen, row, self.grouped and _same(row, before))
        pen.skip(4)
        self._draw_words(pen, row)
        pen.skip(7)
        pen.quiet(self.meta(row))

    def _file(self, row: SaidHit) -> Path | None:
        """The file of the speaker's photo, where it was saved."""
        photos = row.home.photos if row.home else self.photos
        if photos is None or row.photo is None or not row.photo.file:
            return None
        return photos / row.photo.file

    def _draw_speaker(self, pen: RowPen, row: SaidHit, repeated: bool) -> None:
        """The speaker and the role, and at the right whether the words are the speaker's own."""
        theme, name_font, font = pen.theme, bold(pen.font), small(pen.font)
        name_font.setUnderline(row is self.pointed)
        if self.grouped and not repeated:
            line = QRect(pen.area.left(), pen.area.top() - 6, pen.area.width(), _RULE)
            pen.painter.fillRect(line, QColor(theme.accent))
        sign = self.sign(row)
        room = _width(font, sign) + _GAP
        # Small words stand on the line of the name.
        lower = QFontMetrics(name_font).ascent() - QFontMetrics(font).ascent()
        colour = theme.quiet if repeated else theme.text
        used = pen.words(self._look.shown(row.person), name_font, colour, right=room) + _GAP
        pen.skip(lower)
        pen.words(self._look.shown(row.statement.role), font, theme.quiet, used, room)
        at = pen.area.width() - room + _GAP
        pen.words(sign, font, theme.accent if row.statement.quoted else theme.quiet, at)
        pen.skip(QFontMetrics(name_font).height() - lower)

    def _draw_words(self, pen: RowPen, row: SaidHit) -> None:
        """The words, after a quotation mark where they are the speaker's own."""
        if row.statement.quoted:
            mark = QFont(pen.font)
            mark.setPointSizeF(pen.font.pointSizeF() * 2)
            pen.words("“", mark, pen.theme.accent)
        pen.indent(_GUTTER)
        pen.passage(*self._look.shown_marked(row.snippet.text, row.snippet.marks), _LINES)
        pen.indent(-_GUTTER)

    def sign(self, row: SaidHit) -> str:
        """Whether the words are the speaker's own, for a person."""
        catalog = self._look.catalog
        return catalog.text("word for word") if row.statement.quoted else catalog.text("reported")

    def meta(self, row: SaidHit) -> str:
        """The quiet line: date, source, archive, in which language it matched, title."""
        catalog, item, shown = self._look.catalog, row.item, self._look.shown
        matched = matched_words(catalog, row.matched_language)
        home = home_words(catalog, row.home)
        parts = (catalog.date(item.date), shown(item.source), home, matched, shown(item.title))
        return " · ".join(part for part in parts if part)

    def name_rect(self, rect: QRect, font: QFont, row: SaidHit) -> QRect:
        """Where in the row at `rect` the speaker's name stands."""
        inside, metrics = inside_of(rect), QFontMetrics(bold(font))
        if self._file(row) is not None:
            inside = beside_photo(inside)
        sign = _width(small(font), self.sign(row)) + _GAP
        width = min(metrics.horizontalAdvance(self._look.shown(row.person)), inside.width() - sign)
        return QRect(inside.left(), inside.top(), width, metrics.height())

    def label(self, row: SaidHit) -> str:
        """Who says what."""
        speaker, words = map(self._look.shown, (row.person, row.statement.text))
        return self._look.catalog.text("{speaker}: {words}", speaker=speaker, words=words)

    def spoken(self, row: SaidHit) -> str:
        """The speaker and the role, whether quoted, the words, and where they stand."""
        who = ", ".join(part for part in (row.person, row.statement.role) if part)
        who, words = map(self._look.shown, (who, row.statement.text))
        return "\n".join([who, self.sign(row), words, self.meta(row)])


def _width(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 2  # at its very width Qt would cut it


def _same(row: SaidHit, before: SaidHit | None) -> bool:
    return before is not None and before.person == row.person
