"""Finds places in an item's lines little by little, so that no text freezes the window."""

from __future__ import annotations

import re
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop_app.gui.article_pane.lines import Line, Role
from desktop_app.language.folding import fold, fold_with_offsets
from desktop_app.search.highlight import Highlighter

# Spans of code points found in a line.
Find = Callable[[Line], Iterator[tuple[int, int]]]
SEARCHED = (Role.TITLE, Role.CHINESE, Role.ENGLISH, Role.CAPTION)
# Code points on either side of a cut in which a match across it is sought.
_AROUND_CUT = 200
_PARTS = {Role.TITLE: "title", Role.CAPTION: "caption"}
_BEYOND_16_BITS = re.compile("[\U00010000-\U0010ffff]")


class Match(NamedTuple):
    """A place in line number `line`: UTF-16 units, as Qt counts, `start` to before `end`.

    In a long paragraph `end` may lie in the next line, the break between counting as one.
    """

    line: int
    start: int
    end: int


class MatchScan:
    """The matches of `find` in `lines`, in order, as far as they are found."""

    def __init__(self, lines: Sequence[Line], find: Find) -> None:
        """Look at nothing yet."""
        self.found: list[Match] = []
        self.finished = False
        self._matches = self._search(lines, find)

    def run(self, seconds: float) -> None:
        """Search on for about so many `seconds`, or to the end."""
        end = time.perf_counter() + seconds
        for matches in self._matches:
            self.found.extend(matches)
            if time.perf_counter() > end:
                return
        self.finished = True

    def between(self, first: int, last: int) -> Sequence[Match]:
        """The matches found in lines `first` to `last`."""
        start = bisect_left(self.found, (first, -1, -1))
        return self.found[start : bisect_left(self.found, (last + 1, -1, -1))]

    def at_or_after(self, line: int, start: int) -> int:
        """The number of the first match found from there on; as many as there are if none."""
        return bisect_left(self.found, (line, start, -1))

    @staticmethod
    def _search(lines: Sequence[Line], find: Find) -> Iterator[list[Match]]:
        for number, line in enumerate(lines):
            text, spans = line.text, find(line)
            if line.goes_on:
                following = lines[number + 1]
                text = f"{text}\n{following.text[:_AROUND_CUT]}"
                spans = iter(sorted([*spans, *_across(find, line, following)]))
            yield [Match(number, start, end) for start, end in to_utf16(text, spans)]


def _across(find: Find, line: Line, following: Line) -> Iterator[tuple[int, int]]:
    """What `find` finds across the cut between two lines of one paragraph."""
    tail = line.text[-_AROUND_CUT:]
    cut, before = len(tail), len(line.text) - len(tail)
    for start, end in find(replace(line, text=tail + following.text[:_AROUND_CUT])):
        if start < cut < end:
            yield before + start, before + end + 1


def query_matches(highlighter: Highlighter) -> Find:
    """Find the words of the search: in the title, the body and captions what belongs there."""

    def find(line: Line) -> Iterator[tuple[int, int]]:
        if line.role in SEARCHED:
            spans = highlighter.in_part(_PARTS.get(line.role, "body"), line.text)
            yield from ((span.start, span.end) for span in spans)

    return find


def text_matches(wanted: str) -> Find:
    """Find `wanted` as a plain text, whatever its case, width or Chinese script."""
    needle = fold(wanted)

    def find(line: Line) -> Iterator[tuple[int, int]]:
        if not needle:
            return
        text, offsets = fold_with_offsets(line.text)
        place = text.find(needle)
        while place >= 0:
            end = place + len(needle)
            yield (place, end) if offsets is None else (offsets[place], offsets[end - 1] + 1)
            place = text.find(needle, end)

    return find


def to_utf16(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Turn `spans` of code points in `text` into spans of UTF-16 units."""
    if not _BEYOND_16_BITS.search(text):
        yield from spans
        return
    places = [0]
    for character in text:
        places.append(places[-1] + (2 if character > "\uffff" else 1))
    yield from ((places[start], places[end]) for start, end in spans)
