"""What each passage of one text shares with each of the other, computed a row at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log1p

import numpy as np
from numpy.typing import NDArray

from desktop_app.errors import Cancelled
from desktop_app.pairing.anchors import ChineseReader, Keys, Lexicon, english_keys

Floats = NDArray[np.float64]


@dataclass(slots=True)
class _Postings:
    """Where a key stands among the Chinese passages: their numbers, ascending, and weights.

    `groups` tell a word of a passage from all others, so that no word counts twice.
    """

    places: list[int]
    weights: list[float]
    groups: list[int]


class Evidence:
    """Shared numbers, names and words of two texts, each passage a row or a column.

    A key weighs ``log(1 + N / n)`` where n of the N passages have it; one that the other
    text has nowhere weighs nothing.
    """

    def __init__(self, english: Sequence[Keys], chinese: Sequence[Sequence[Keys]]) -> None:
        """Weigh the keys of English passages and the groups of Chinese ones."""
        self._english = english
        known = Counter(key for keys in english for key in keys)
        self._postings = _postings(chinese, known)
        self._weights = {key: log1p(len(english) / known[key]) for key in self._postings}
        self.english = np.array(
            [sum(self._weights.get(key, 0.0) for key in keys) for keys in english], float
        )
        self.chinese = _group_weights(chinese, known)

    def shared(self, row: int, first: int, stop: int) -> tuple[Floats, Floats]:
        """What English passage `row` shares with each Chinese one in the range.

        The weight of its keys that each has, and the weight of the words of each that it has.
        """
        english, chinese = np.zeros((2, max(0, stop - first)))
        seen: set[int] = set()
        for key in self._english[row]:
            found = self._postings.get(key)
            if found is None:
                continue
            weight, places = self._weights[key], found.places
            for at in range(bisect_left(places, first), bisect_left(places, stop)):
                group = found.groups[at]
                english[places[at] - first] += weight
                if group not in seen:
                    seen.add(group)
                    chinese[places[at] - first] += found.weights[at]
        return english, chinese

    def landmarks(self) -> Counter[tuple[int, int]]:
        """Pairs of passages, by how many keys they share that stand nowhere else."""
        known = Counter(key for keys in self._english for key in keys)
        return Counter(
            (row, self._postings[key].places[0])
            for row, keys in enumerate(self._english)
            for key in keys
            if known[key] == 1 and key in self._postings
            if len(self._postings[key].places) == 1
        )


def gather(
    english: Sequence[str],
    chinese: Sequence[str],
    lexicon: Lexicon,
    cancelled: Callable[[], bool],
) -> Evidence:
    """Read two texts for what they share; raises `Cancelled`."""
    keys = []
    for text in english:
        if cancelled():
            raise Cancelled
        keys.append(english_keys(text))
    names = {key for each in keys for key in each if key.startswith("=")}
    reader = ChineseReader(lexicon, names)
    groups = []
    for text in chinese:
        if cancelled():
            raise Cancelled
        groups.append(reader.groups(text))
    return Evidence(keys, groups)


def _postings(chinese: Sequence[Sequence[Keys]], known: Counter[str]) -> dict[str, _Postings]:
    spread = Counter(group for groups in chinese for group in groups)
    made: dict[str, _Postings] = {}
    number = 0
    for place, groups in enumerate(chinese):
        for group in groups:
            number += 1
            weight = log1p(len(chinese) / spread[group])
            for key in group & known.keys():
                found = made.setdefault(key, _Postings([], [], []))
                found.places.append(place)
                found.weights.append(weight)
                found.groups.append(number)
    return made


def _group_weights(chinese: Sequence[Sequence[Keys]], known: Counter[str]) -> Floats:
    spread = Counter(group for groups in chinese for group in groups)
    return np.array(
        [
            sum(log1p(len(chinese) / spread[each]) for each in groups if each & known.keys())
            for groups in chinese
        ],
        float,
    )
