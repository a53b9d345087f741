"""The order of statements found: by relevance, by day, by speaker."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from enum import Enum

from desktop_app.language.name_order import NameKey, order_of
from desktop_app.language.pinyin import spelling
from desktop_app.speeches.chinese.names import is_name

# BM25's usual constants, as the index has them.
_K1, _B = 1.2, 0.75
_NEVER = "9999-99-99"  # after every ISO day


class StatementSort(str, Enum):
    """The order of statements."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    SPEAKER = "speaker"


class Found:
    """Statements found, a list for each thing known of them: hundreds of thousands are usual.

    (A tuple each kept the garbage collector busy for half the time of a search.)
    """

    def __init__(self, words: int) -> None:
        """Nothing found yet, of a query of so many words."""
        self.items: list[int] = []
        self.places: list[int] = []
        self.days: list[str] = []  # ISO, or ""
        self.speakers: list[str] = []
        self.counts: list[list[int]] = [[] for _ in range(words)]  # how often each word
        self.lengths: list[int] = []  # code points
        self.translated: set[int] = set()  # those that match by translations alone

    def add(self, item: int, place: int, day: str, speaker: str) -> None:
        """Add one statement."""
        self.items.append(item)
        self.places.append(place)
        self.days.append(day)
        self.speakers.append(speaker)

    def only_translated(self) -> None:
        """Say of the statement just added that it has none of the words as typed."""
        self.translated.add(len(self.items) - 1)

    def weigh(self, counts: Iterable[int], length: int) -> None:
        """Say of the statement just added how often it has each word, and its length."""
        for column, count in zip(self.counts, counts, strict=True):
            column.append(count)
        self.lengths.append(length)


def in_order(
    found: Found,
    sort: StatementSort,
    statements: int,
    shown: Callable[[str], str],
    collation: str = "en",
) -> list[int]:
    """The numbers of all that is `found`, counted as added, in the order `sort`.

    They were added by item and as they were said. `statements` are how many the archive
    has, `shown` gives the name of a speaker's person; persons stand as `order_of` the language
    `collation` has them. Equals stand newest first; by relevance
    those with the words as typed come before those with translations.
    """
    order, days = list(range(len(found.items))), found.days
    if sort is StatementSort.OLDEST:
        order.sort(key=lambda one: days[one] or _NEVER)
    else:
        order.sort(key=days.__getitem__, reverse=True)
    if sort is StatementSort.SPEAKER:
        keys = {name: _key(shown(name), collation) for name in set(found.speakers)}
        order.sort(key=lambda one: keys[found.speakers[one]])
    elif sort is StatementSort.RELEVANCE and found.counts:
        order.sort(key=_scores(found, statements).__getitem__, reverse=True)
        order.sort(key=found.translated.__contains__)
    return order


def _key(person: str, collation: str) -> NameKey:
    return order_of(collation, spelling(person, as_person=is_name(person)))(person)


def _scores(found: Found, statements: int) -> list[float]:
    """BM25 of each statement: its words by their rarity, its length against the others'."""
    average = sum(found.lengths) / max(1, len(found.lengths)) or 1.0
    sizes = [_K1 * (1 - _B + _B * length / average) for length in found.lengths]
    scores = [0.0] * len(sizes)
    for counts in found.counts:
        held = sum(map(bool, counts))
        rare = math.log1p((statements - held + 0.5) / (held + 0.5)) * (_K1 + 1)
        for place, count in enumerate(counts):
            if count:
                scores[place] += rare * count / (count + sizes[place])
    return scores
