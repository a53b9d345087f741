"""Marks matches in the view and steps from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.gui.article_pane.lines import Line
from desktop_app.gui.article_pane.matches import Find, Match, MatchScan
from desktop_app.gui.article_pane.sheet import Sheet
from desktop_app.gui.article_pane.view import ArticleView
from desktop_app.gui.theme import Theme

_AT_ONCE = 0.03  # seconds of search before the view is shown
_SLICE = 0.012  # seconds of search at a time while the window lives on


def _nothing(_line: Line) -> Iterator[tuple[int, int]]:
    return iter(())


class Marker(QObject):
    """The matches of one search in the sheet shown."""

    changed = Signal()  # count or current match

    def __init__(self, view: ArticleView, theme: Theme) -> None:
        """Mark in `view`."""
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._sheet: Sheet | None = None
        self._scan = MatchScan([], _nothing)
        self._scan.run(0)
        self._current = -1
        self._place: list[Match] = []
        self._twin: list[Match] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._search_on)
        view.settled.connect(self.paint)

    def search(self, sheet: Sheet | None, find: Find | None, keep: bool = False) -> None:
        """Look for `find` in `sheet`; `keep` stays at the match that was the current one."""
        former = self._match()
        self._sheet = sheet
        self._scan = MatchScan(sheet.lines if sheet and find else [], find or _nothing)
        self._current = -1
        self._run(_AT_ONCE)
        if keep and former is not None:
            place = self._scan.at_or_after(former.line, former.start)
            self._current = place if place < self.count else -1
            self.changed.emit()
        self.paint()

    def show_place(self, place: Sequence[Match], reveal: bool = True) -> None:
        """Mark `place`, one match a line, apart from what is sought; `reveal` its beginning."""
        self._place = list(place)
        if reveal and self._place and self._sheet is not None:
            line, start, _end = self._place[0]
            self._view.reveal(self._sheet.line_cursor(line, start, start))
        self.paint()

    def show_twin(self, places: Sequence[Match]) -> None:
        """Mark `places` as what says the same, in place of what was marked so."""
        if list(places) != self._twin:
            self._twin = list(places)
            self.paint()

    def set_theme(self, theme: Theme) -> None:
        """Mark in the colours of `theme`."""
        self._theme = theme
        self.paint()

    @property
    def count(self) -> int:
        """How many matches are found so far."""
        return len(self._scan.found)

    @property
    def current(self) -> int:
        """The number of the match one stands at, from 0; -1 before the first step."""
        return self._current

    @property
    def busy(self) -> bool:
        """Whether the search goes on."""
        return not self._scan.finished

    def step(self, by: int) -> None:
        """Go to the next match, or the one before; after the last comes the first."""
        self._search_far_enough(by)
        if self.count:
            ahead = self._current + by if self._current >= 0 else self._first(by)
            self.go_to(ahead % self.count)

    def can_step(self, by: int) -> bool:
        """Whether a step leads to another match without going round."""
        self._search_far_enough(by)
        ahead = self._current + by if self._current >= 0 else self._first(by)
        return 0 <= ahead < self.count

    def go_to_end(self, by: int) -> None:
        """Go to the first match (1) or the last (-1), if there is any."""
        while by < 0 and self.busy:
            self._run(_SLICE)
        if self.count:
            self.go_to(0 if by > 0 else self.count - 1)

    def go_to(self, number: int) -> None:
        """Stand at match `number` and show it."""
        self._current = number
        match = self._match()
        if match is not None and self._sheet is not None:
            self._view.reveal(self._sheet.line_cursor(*match))
        self.paint()
        self.changed.emit()

    def stand_at(self, number: int) -> None:
        """Stand at match `number`, where it is found at once, without moving in the text."""
        if 0 <= number < self.count:
            self._current = number
            self.paint()
            self.changed.emit()

    def go_to_first_shown(self) -> None:
        """Stand at the first match from the top of the view on."""
        self._search_far_enough(1)
        if self.count:
            self.go_to(self._first(1) % self.count)

    def paint(self) -> None:
        """Mark the matches that can be seen."""
        if self._sheet is None:
            self._view.set_marks([])
            return
        now, theme = self._match(), self._theme
        first, last = self._view.visible_lines()
        marks = [
            (self._sheet.line_cursor(*match), theme.place, theme.text)
            for match in (*self._twin, *self._place)
            if first <= match.line <= last
        ]
        marks += [
            (
                self._sheet.line_cursor(*match),
                theme.mark_now if match == now else theme.mark,
                theme.on_mark,
            )
            for match in self._scan.between(first - 1, last)  # one may reach into the next line
        ]
        self._view.set_marks(marks)

    def _match(self) -> Match | None:
        found = self._scan.found
        return found[self._current] if 0 <= self._current < len(found) else None

    def _first(self, by: int) -> int:
        """The first match from the top of the view on, or the last above it."""
        place = self._view.place()
        at = self._scan.at_or_after(place.line, place.character)
        return at if by > 0 else at - 1

    def _search_far_enough(self, by: int) -> None:
        """Before a step: search until what is stepped to is known."""
        needed = self._current + 1 if self._current >= 0 else self._first(by)
        while self.busy and (by < 0 or needed >= self.count):
            self._run(_SLICE)
            needed = self._current + 1 if self._current >= 0 else self._first(by)

    def _search_on(self) -> None:
        self._run(_SLICE)
        self.paint()

    def _run(self, seconds: float) -> None:
        self._scan.run(seconds)
        if self.busy:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()
