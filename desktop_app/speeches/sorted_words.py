"""Where in the contexts of lines the words stand that the lines are sorted by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from desktop_app.language.bulk_folding import Array, bulk_folder
from desktop_app.speeches.concordance import Line
from desktop_app.speeches.line_order import BESIDE
from desktop_app.speeches.units import Units, units_of


@dataclass(frozen=True, slots=True)
class SortedWord:
    """The word of the sort key number `key` (0: the weightiest) in `left` or in `right`.

    From code point `start` to before `end` of that context.
    """

    key: int
    in_left: bool
    start: int
    end: int


def sorted_words(lines: Sequence[Line], by: Sequence[str]) -> list[list[SortedWord]]:
    """For each of `lines` the words that `by`, keys of `line_order.KEYS`, speaks of.

    A word that a context is too short for, or that two keys speak of, is told once or not.
    """
    found: list[list[SortedWord]] = [[] for _ in lines]
    for in_left in (True, False):
        texts = [line.left if in_left else line.right for line in lines]
        for row, word in _in_contexts(texts, by, in_left):
            if all((word.in_left, word.start) != (w.in_left, w.start) for w in found[row]):
                found[row].append(word)
    return found


def _in_contexts(
    texts: Sequence[str], by: Sequence[str], in_left: bool
) -> Iterator[tuple[int, SortedWord]]:
    """The words beside the key where `texts` stand on one side of it, each with its row."""
    starts = np.array([0, *accumulate(len(text) + 1 for text in texts)], np.int64)
    folded = bulk_folder().fold("\n".join([*texts, ""]))
    units = units_of(folded, starts[:-1])
    edges = starts[1:] - 1 if in_left else starts[:-1]
    for number, key in enumerate(by):
        if key in BESIDE and (BESIDE[key] < 0) == in_left:
            rows, firsts, lasts = _beside(units, folded.places(edges), BESIDE[key])
            spans = zip(*folded.written(firsts, lasts), strict=True)
            for row, (first, last) in zip(rows.tolist(), spans, strict=True):
                base = int(starts[row])
                yield row, SortedWord(number, in_left, int(first) - base, int(last) - base)


def _beside(units: Units, places: Array, offset: int) -> tuple[Array, Array, Array]:
    """The rows that have a unit at `offset` from their place, and where it starts and ends."""
    firsts, lasts = units.beside(places, places, offset)
    rows = np.flatnonzero(lasts > firsts)
    return rows, firsts[rows], lasts[rows]
