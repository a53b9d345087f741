"""Some paragraphs of an item, read as if there were no others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from desktop_app.items import Statement

_AGAIN = '"“「『'  # marks that open a quotation anew in each of its paragraphs


class Excerpt:
    """The paragraphs at some places, and the way back from it to the whole text."""

    def __init__(self, whole: Sequence[str], places: Sequence[int]) -> None:
        """Take the paragraphs of `whole` at `places`, which ascend."""
        self.paragraphs = tuple(whole[place] for place in places)
        self._starts = _starts(self.paragraphs)
        of_whole = _starts(whole)
        self._whole_starts = [of_whole[place] for place in places]

    def in_whole(self, statement: Statement) -> Iterator[Statement]:
        """The statement where it stands in the whole; in pieces where paragraphs were left out.

        A quotation over several paragraphs does not hold their translations.
        """
        first, last = self._place(statement.start), self._place(statement.end - 1)
        begin = first
        for place in range(first, last + 1):
            if place == last or self._shift(place) != self._shift(place + 1):
                yield from self._piece(statement, begin, place)
                begin = place + 1

    def _place(self, point: int) -> int:
        """The paragraph in which a code point of the excerpt stands."""
        return bisect_right(self._starts, point) - 1

    def _shift(self, place: int) -> int:
        return self._whole_starts[place] - self._starts[place]

    def _piece(self, statement: Statement, first: int, last: int) -> Iterator[Statement]:
        """The part of `statement` in the paragraphs from `first` to `last`, which adjoin."""
        start = max(statement.start, self._starts[first])
        end = min(statement.end, self._starts[last] + len(self.paragraphs[last]))
        text = statement.text[start - statement.start : end - statement.start]
        if statement.quoted and first != self._place(statement.start):
            text = text.lstrip(_AGAIN)
            start = end - len(text)
        if text.strip():
            shift = self._shift(first)
            yield replace(statement, text=text, start=start + shift, end=end + shift)


def _starts(paragraphs: Sequence[str]) -> list[int]:
    """Where each paragraph begins in all of them joined by newlines."""
    return [0, *accumulate(len(each) + 1 for each in paragraphs)][:-1] if paragraphs else []
