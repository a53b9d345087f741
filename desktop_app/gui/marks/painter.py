"""Shows the highlights of an item in the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from desktop_app.gui.article_pane.matches import Match
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.article_pane.spans import span_matches
from desktop_app.gui.look import Look
from desktop_app.gui.marks.colours import ground, is_underlined
from desktop_app.marks.anchors import place_of
from desktop_app.marks.highlights import Highlight


@dataclass(frozen=True, slots=True)
class Placed:
    """A highlight, and the code points of the item's text that it is at now."""

    highlight: Highlight
    start: int
    stop: int


class HighlightPainter(QObject):
    """Grounds what is highlighted, under the matches of the search; only what can be seen."""

    def __init__(self, look: Look, article: ArticlePane) -> None:
        """Paint in `article`."""
        super().__init__(article)
        self._look, self._article = look, article
        self.placed: tuple[Placed, ...] = ()
        self._matches: list[tuple[Match, Highlight]] = []
        article.view.sheet_shown.connect(self._follow)
        article.view.settled.connect(self.paint)
        look.theme_changed.connect(self.paint)

    def show(self, highlights: Sequence[Highlight]) -> None:
        """Show `highlights` of the item shown; what its text has no more is left out."""
        item = self._article.item
        text = item.text if item is not None else ""
        found = ((each, place_of(each.anchor, text)) for each in highlights)
        self.placed = tuple(Placed(each, *place) for each, place in found if place is not None)
        self._follow()

    def at(self, point: int) -> Highlight | None:
        """The highlight at a code point of the text, the shortest of several."""
        here = [each for each in self.placed if each.start <= point < each.stop]
        return min(here, key=lambda each: each.stop - each.start).highlight if here else None

    def _follow(self) -> None:
        """Find the places among the lines of the sheet shown."""
        sheet = self._article.sheet
        lines = sheet.lines if sheet is not None else []
        self._matches = [
            (match, each.highlight)
            for each in sorted(self.placed, key=lambda each: each.start - each.stop)
            for match in span_matches(lines, each.start, each.stop)
        ]
        self.paint()

    def paint(self) -> None:
        """Ground those in view."""
        view, sheet = self._article.view, self._article.sheet
        if sheet is None:
            view.set_highlights([])
            return
        first, last = view.visible_lines()
        shown = []
        for match, highlight in self._matches:
            if first <= match.line <= last:
                made = QTextEdit.ExtraSelection()
                made.cursor = sheet.line_cursor(*match)
                self._set(made, highlight)
                shown.append(made)
        view.set_highlights(shown)

    def _set(self, made: QTextEdit.ExtraSelection, highlight: Highlight) -> None:
        """Give a passage the look of its highlight; a note is told by a line under it."""
        theme, look = self._look.theme, QTextCharFormat()
        look.setBackground(QColor(ground(theme, highlight.colour)))
        look.setForeground(QColor(theme.text))
        if highlight.note or is_underlined(theme):
            style = QTextCharFormat.UnderlineStyle
            look.setUnderlineStyle(style.DashUnderline if highlight.note else style.SingleUnderline)
            look.setUnderlineColor(QColor(theme.accent if highlight.note else theme.quiet))
        made.format = look
