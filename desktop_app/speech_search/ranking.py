"""The order of statements found: by relevance, by day, by speaker."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

# BM25's usual constants, as the index has them.
_K1, _B = 1.2, 0.75
_NEVER = "9999-99-99"  # after every ISO day


class StatementSort(str, Enum):
    """The order of statements."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    SPEAKER = "speaker"


class Found(NamedTuple):
    """A statement found: where, its ISO day or "", who, how often each word, its length."""

    item: int
    place: int
    day: str
    speaker: str
    counts: tuple[int, ...]
    length: int


def in_order(
    found: list[Found], sort: StatementSort, statements: int, shown: Callable[[str], str]
) -> list[tuple[int, int]]:
    """The (item, place) of each of `found` in the order `sort`.

    `statements` are how many the archive has, `shown` gives the name of a speaker's
    person. Equals stand newest first, in one item as they were said.
    """
    found.sort(key=lambda one: (one.item, one.place))
    if sort is StatementSort.OLDEST:
        found.sort(key=lambda one: one.day or _NEVER)
    else:
        found.sort(key=lambda one: one.day, reverse=True)
    if sort is StatementSort.SPEAKER:
        found.sort(key=lambda one: shown(one.speaker))
    elif sort is StatementSort.RELEVANCE and found and found[0].counts:
        score = _scorer(found, statements)
        found.sort(key=score, reverse=True)
    return [(one.item, one.place) for one in found]


def _scorer(found: Sequence[Found], statements: int) -> Callable[[Found], float]:
    """BM25 of a statement: its words by their rarity, its length against the others'."""
    held = [sum(map(bool, counts)) for counts in zip(*(one.counts for one in found), strict=True)]
    rarity = [math.log1p((statements - each + 0.5) / (each + 0.5)) for each in held]
    average = sum(one.length for one in found) / len(found) or 1.0

    def score(one: Found) -> float:
        size = _K1 * (1 - _B + _B * one.length / average)
        pairs = zip(rarity, one.counts, strict=True)
        return sum(rare * count * (_K1 + 1) / (count + size) for rare, count in pairs if count)

    return score
