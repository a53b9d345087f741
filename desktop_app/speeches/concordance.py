"""Concordances: each place of a word with what stands left and right of it.

Lines are columns of numbers, some 24 bytes each; texts are read in bulk to find the
places, and again a few at a time for the lines that are shown, so that a word with
100,000 lines costs no more memory than those columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.errors import Cancelled
from desktop_app.language.bulk_folding import Array
from desktop_app.language.display_width import beginning, ending
from desktop_app.speeches.key_words import KeyWord, find_written
from desktop_app.speeches.line_order import Places, order_of
from desktop_app.speeches.shelf import About, Shelf
from desktop_app.speeches.speakers_at import speakers_at
from desktop_app.speeches.text_runs import text_runs


@dataclass(frozen=True, slots=True)
class Line:
    """One place of the key word.

    `start` and `end` are code points in the item's text (its paragraphs joined by line
    ends), `paragraph` counts from 0. `left` and `right` are cut to the columns asked for,
    line ends and other controls in them blanks. `speaker` is "" outside all statements.
    """

    number: int
    item: str
    title: str
    date: str
    source: str
    paragraph: int
    start: int
    end: int
    left: str
    key: str
    right: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """All lines of a word, in an order. Safe to read from several threads at once.

    `places` has the columns, in the order of item and place; `order` (int64) the lines
    as they are shown, as places in those columns.
    """

    shelf: Shelf
    places: Places
    order: Array

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.order)

    def items(self) -> int:
        """How many items the lines stand in."""
        return int(np.count_nonzero(np.diff(self.places.numbers, prepend=-1)))

    def sorted(self, by: Sequence[str], cancelled: Callable[[], bool]) -> Concordance:
        """The lines by one or more of `line_order.KEYS`, else by item and place.

        Lines alike in all stay in the order of item and place. Raises `Cancelled`.
        """
        return replace(self, order=order_of(self.shelf, self.places, by, cancelled))

    def lines(self, start: int, stop: int, width: int) -> list[Line]:
        """The lines from `start` to before `stop`, contexts of up to `width` columns."""
        rows = self.order[start:stop]
        numbers = self.places.numbers[rows]
        wanted = np.unique(numbers).tolist()
        texts = dict(self.shelf.texts(wanted))
        about = {number: About(*values) for number, values in self.shelf.about(wanted)}
        starts, ends = self.places.starts[rows], self.places.ends[rows]
        speakers = speakers_at(self.shelf, numbers, starts, ends)
        spans = zip(numbers.tolist(), starts.tolist(), ends.tolist(), speakers, strict=True)
        return [
            _line(number, about[number], texts[number], (first, last), speaker, width)
            for number, first, last, speaker in spans
            if number in about and number in texts  # changed since the lines were found
        ]


def concordance(
    shelf: Shelf,
    numbers: Sequence[int],
    wanted: Sequence[KeyWord],
    by: Callable[[str], bool] | None,
    cancelled: Callable[[], bool],
) -> Concordance:
    """The lines of what is `wanted` in the items with these `numbers`, which ascend.

    With `by`, those alone that stand in a statement of a speaker for whom it is true.
    Raises `Cancelled`.
    """
    found = [Places.none(), *_found(shelf, numbers, wanted, cancelled)]
    places = Places.joined(found)
    if by is not None:
        places = _said(shelf, places, by)
    return Concordance(shelf, places, np.arange(len(places.numbers)))


def _found(
    shelf: Shelf,
    numbers: Sequence[int],
    wanted: Sequence[KeyWord],
    cancelled: Callable[[], bool],
) -> Iterator[Places]:
    for run in text_runs(shelf.texts(numbers)):
        if cancelled():
            raise Cancelled
        yield Places(*run.located(*find_written(run.text, wanted)))


def _said(shelf: Shelf, places: Places, by: Callable[[str], bool]) -> Places:
    speakers = speakers_at(shelf, places.numbers, places.starts, places.ends)
    verdicts = {speaker: by(speaker) for speaker in set(speakers)}
    kept = np.fromiter(map(verdicts.__getitem__, speakers), np.bool_, len(speakers))
    return Places(places.numbers[kept], places.starts[kept], places.ends[kept])


def _line(
    number: int, about: About, text: str, span: tuple[int, int], speaker: str, width: int
) -> Line:
    start, end = span
    return Line(
        number=number,
        item=about.id,
        title=about.title,
        date=about.date,
        source=about.source,
        paragraph=text.count("\n", 0, start),
        start=start,
        end=end,
        left=ending(one_line(text[max(0, start - 4 * width) : start]), width),
        key=one_line(text[start:end]),
        right=beginning(one_line(text[end : end + 4 * width]), width),
        speaker=speaker,
    )


def one_line(text: str) -> str:
    """`text` with a blank for every control character, as many code points as before."""
    if text.isprintable():
        return text
    return "".join(" " if ord(each) < 32 or 127 <= ord(each) < 160 else each for each in text)
