"""What a row of the list of items shows: title, date and source, two lines of text, a photo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QFont, QFontMetrics

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.hit_signs import HitSigns
from desktop_app.gui.search_pane.row_pen import PHOTO, RowPen, Thumbnails, bold, light, small
from desktop_app.item_facts import home_words, matched_words
from desktop_app.search.hits import Hit

_LINES = 2


class HitRows:
    """Implements `RowDrawing` and `RowWords` of hits."""

    def __init__(self, look: Look, thumbnails: Thumbnails) -> None:
        """Draw in the words of `look`."""
        self._look = look
        self._thumbnails = thumbnails
        self.signs = HitSigns(self._look)
        self.photos: Path | None = None  # of the archive shown, where it is one alone

    def height(self, font: QFont) -> int:
        """A title, a small line, a passage."""
        title, small_line = (QFontMetrics(each(font)).height() for each in (bold, small))
        return title + small_line + _LINES * QFontMetrics(font).height() + 6

    def draw(self, pen: RowPen, row: Hit, before: Hit | None) -> None:
        """Draw the hit."""
        photos = row.home.photos if row.home else self.photos
        if row.photo is not None and row.photo.file and photos is not None:
            pen.photo(self._thumbnails.thumbnail(photos / row.photo.file, PHOTO))
        title, marks = self._look.shown_marked(row.item.title, row.title_marks)
        # As in mail programs: what was read is light; a sign on thousands of others says nothing.
        weight = light if self.signs.is_read(row.item.id) else bold
        pen.line(title, weight(pen.font), marks)
        pen.skip(2)
        pen.quiet(self.meta(row), self.signs.draw(pen, row.item.id))
        pen.skip(4)
        pen.passage(*self._look.shown_marked(row.snippet.text, row.snippet.marks), _LINES)

    def meta(self, hit: Hit) -> str:
        """The quiet line of a hit: date, source, archive, language, that in which it matched."""
        catalog = self._look.catalog
        parts = [
            catalog.date(hit.item.date),
            self._look.shown(hit.item.source),
            home_words(catalog, hit.home),
            *self._languages(hit),
        ]
        return " · ".join(part for part in parts if part)

    def _languages(self, hit: Hit) -> Iterator[str]:
        """The item's languages, and in which it matched where that was asked."""
        if hit.item.languages != (hit.matched_language,):
            yield self._look.catalog.language_names(hit.item.languages)
        yield matched_words(self._look.catalog, hit.matched_language)

    def label(self, row: Hit) -> str:
        """The title."""
        return self._look.shown(row.item.title)

    def spoken(self, row: Hit) -> str:
        """Title, date, archive where there are several, passage."""
        catalog = self._look.catalog
        signs = self.signs.spoken(row.item.id)
        about = filter(None, (catalog.date(row.item.date), home_words(catalog, row.home)))
        return "\n".join([self.label(row), *signs, *about, self._look.shown(row.snippet.text)])
