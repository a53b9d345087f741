"""Joins the marker to its two bars: matches of the search, or of the find bar while open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from desktop_app.gui.article_pane.find_bar import FindBar
from desktop_app.gui.article_pane.marker import Marker
from desktop_app.gui.article_pane.matches import Match, query_matches, text_matches
from desktop_app.gui.article_pane.reading_bar import ReadingBar
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.gui.article_pane.spans import span_matches
from desktop_app.gui.article_pane.view import ArticleView
from desktop_app.gui.look import Look
from desktop_app.search.highlight import Highlighter

_LONGEST = 100  # characters of a selection that are taken over as what to find


@dataclass(frozen=True, slots=True)
class Found:
    """What was sought in an item, to come back to.

    `text` stands in the find bar, which is `open`; `match` is the number of the match one
    stood at, -1 for none; `start` and `end` are the code points one was led to.
    """

    text: str = ""
    open: bool = False
    match: int = -1
    start: int = 0
    end: int = 0


class Finding(QObject):
    """Decides what is marked in the sheet shown."""

    def __init__(self, look: Look, view: ArticleView, bar: ReadingBar, find_bar: FindBar) -> None:
        """Mark in `view`; count in `bar` or `find_bar`."""
        super().__init__(view)
        self._view, self._bar, self._find_bar = view, bar, find_bar
        self._sheet: Sheet | None = None
        self._highlighter: Highlighter | None = None
        self._place = (0, 0)  # code points one was led to
        self._keeps = False
        self.marker = Marker(view, look.theme)
        bar.match_stepped.connect(self.marker.step)
        find_bar.stepped.connect(self.marker.step)
        find_bar.text_changed.connect(self._find)
        find_bar.closed.connect(self._close)
        self.marker.changed.connect(self._write)

    def show(
        self, sheet: Sheet | None, highlighter: Highlighter | None, same_item: bool = False
    ) -> None:
        """Mark in `sheet` the words of a search; the place one was led to in the `same_item`."""
        if sheet is not self._sheet and not self._keeps:
            self._place = self._place if same_item else (0, 0)
            self.marker.show_place([])
        self._sheet, self._highlighter = sheet, highlighter
        self.mark(keep=self._keeps)
        if self._place != (0, 0) and not self._keeps:
            self.show_place(*self._place)

    @contextmanager
    def place_kept(self) -> Iterator[None]:
        """While the same item is set anew: stay at the same place and match."""
        self._keeps = True
        try:
            yield
        finally:
            self._keeps = False

    def show_place(self, start: int, end: int) -> None:
        """Mark the text of the sheet's item from code point `start` to before `end`."""
        self._place = (start, end)
        self.marker.show_place(self._place_matches())

    def _place_matches(self) -> list[Match]:
        lines = self._sheet.lines if self._sheet else []
        return list(span_matches(lines, *self._place))

    def mark(self, keep: bool = False) -> None:
        """Mark anew; `keep` stays at the match that was the current one."""
        if self._find_bar.wanted:
            find = text_matches(self._find_bar.wanted)
        elif self._highlighter is not None:
            find = query_matches(self._highlighter)
        else:
            find = None
        self.marker.search(self._sheet, find, keep)

    def open(self) -> None:
        """Open the find bar, with a short selection as what to find."""
        selected = self._view.selected_text()
        fits = len(selected) <= _LONGEST and "\n" not in selected
        self._find_bar.open_bar(selected if fits else "")
        self._find()

    @property
    def found(self) -> Found:
        """What is sought and stood at now."""
        bar = self._find_bar
        return Found(bar.box.text(), not bar.isHidden(), self.marker.current, *self._place)

    def take(self, found: Found) -> None:
        """Seek and mark as `found` tells in the sheet shown, without moving in it."""
        self._find_bar.put(found.text, found.open)
        self._place = (found.start, found.end)
        self.marker.show_place(self._place_matches(), reveal=False)
        self.mark()
        self.marker.stand_at(found.match)

    @property
    def highlighter(self) -> Highlighter | None:
        """The words of the search that are marked."""
        return self._highlighter

    @property
    def label(self) -> str:
        """What is written about the matches."""
        return self._find_bar.state if self._find_bar.wanted else self._bar.matches

    def _find(self) -> None:
        self.mark()
        if self._find_bar.wanted:
            self.marker.go_to_first_shown()

    def _close(self) -> None:
        self.mark()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        finding = bool(self._find_bar.wanted)
        state, nothing = (self.marker.current, self.marker.count, self.marker.busy), (-1, 0, False)
        self._bar.show_matches(*(nothing if finding else state))
        self._find_bar.show_matches(*(state if finding else nothing))
