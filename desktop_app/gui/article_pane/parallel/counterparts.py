"""What the pointer or caret is at is marked on both sides: the sentence, or the paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject

from desktop_app.gui.article_pane.marker import Marker
from desktop_app.gui.article_pane.matches import Match, to_utf16
from desktop_app.gui.article_pane.parallel.arrangement import Arrangement, Spot
from desktop_app.gui.article_pane.parallel.composer import Composer
from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.gui.article_pane.view import ArticleView
from desktop_app.pairing.links import SentenceLink, Span

WHOLE = -1  # for a place in a line: its whole paragraph


class Counterparts(QObject):
    """Follows the pointer over `view`."""

    def __init__(self, view: ArticleView, composer: Composer, marker: Marker) -> None:
        """Mark with `marker` what `composer` has set."""
        super().__init__(view)
        self._view, self._composer, self._marker = view, composer, marker
        view.pointed.connect(self.show)

    def follow(self) -> None:
        """Something else is set now."""
        self._view.tells_pointing = self._composer.arrangement is not None
        self._marker.show_twin([])

    def show(self, line: int, place: int) -> None:
        """Mark what belongs to the UTF-16 unit `place` of line number `line`, or to its `WHOLE`."""
        arrangement, twin = self._composer.arrangement, self._composer.twin
        if arrangement is None or twin is None:
            return
        known = 0 <= line < len(arrangement.spots)
        self._marker.show_twin(list(belonging(arrangement, twin, line, place)) if known else [])

    def opposite(self, line: int, place: int) -> tuple[int, int] | None:
        """The line and the place in it where the other text says the same; None for nowhere."""
        arrangement, twin = self._composer.arrangement, self._composer.twin
        if arrangement is None or twin is None or not 0 <= line < len(arrangement.spots):
            return None
        side = arrangement.spots[line].side
        there = (
            (match.line, match.start)
            for match in belonging(arrangement, twin, line, place)
            if arrangement.spots[match.line].side != side
        )
        return next(there, None)


def belonging(arrangement: Arrangement, twin: Twin, line: int, place: int) -> Iterator[Match]:
    """The sentences, or else the paragraphs, that belong to a place in a line, on both sides."""
    here = arrangement.spots[line]
    if here.link < 0:
        return
    link = twin.links[here.link]
    if not all(twin.paragraphs(link)):
        return
    around = _around(arrangement, line)
    sentence = None
    if place != WHOLE:
        sentence = _sentence(twin, here, _code_points(here.piece.line.text, place))
    if sentence is None:
        for number in around:
            yield Match(number, 0, _units(arrangement.spots[number].piece.line.text))
        return
    for side, spans in enumerate(twin.spans(sentence)):
        yield from _matches(arrangement, around, side, spans)


def _around(arrangement: Arrangement, line: int) -> list[int]:
    """The lines of the same link."""
    link, spots = arrangement.spots[line].link, arrangement.spots
    start = stop = line
    while start and spots[start - 1].link == link:
        start -= 1
    while stop < len(spots) and spots[stop].link == link:
        stop += 1
    return list(range(start, stop))


def _sentence(twin: Twin, here: Spot, place: int) -> SentenceLink | None:
    """The link of the sentence at code point `place` of a line, if both sides have it."""
    at, found = here.piece.start + place, None
    for each in twin.sentences[here.link] if twin.sentences else ():
        sides = twin.spans(each)
        spans = [span for span in sides[here.side] if span.paragraph == here.piece.paragraph]
        if all(sides) and any(span.start <= at <= span.end for span in spans):
            found = each  # between two, the one that begins there
    return found


def _matches(
    arrangement: Arrangement, lines: Iterable[int], side: int, spans: Iterable[Span]
) -> Iterator[Match]:
    """Where the spans of one side stand among `lines`."""
    spans = list(spans)
    for number in lines:
        spot = arrangement.spots[number]
        text, before = spot.piece.line.text, spot.piece.start
        inside = [
            (max(span.start - before, 0), min(span.end - before, len(text)))
            for span in spans
            if spot.side == side and span.paragraph == spot.piece.paragraph
        ]
        found = iter([each for each in inside if each[0] < each[1]])
        yield from (Match(number, *each) for each in to_utf16(text, found))


def _code_points(text: str, place: int) -> int:
    """How many code points of `text` are in its first `place` UTF-16 units."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", errors="ignore"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
