"""What it costs to say that passages belong together, or that one has no counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from desktop_app.pairing.band import Band
from desktop_app.pairing.evidence import Evidence, Floats
from desktop_app.pairing.lengths import length, surprise
from desktop_app.pairing.nature import nature


class Bead(NamedTuple):
    """So many English passages beside so many Chinese ones, and what that costs by itself.

        The costs follow how seldom such beads are in Gale and Church's table 5, in the same
        order; those of more than two are not in it: a list that the other language has as one
    paragraph.
    """

    english: int
    chinese: int
    cost: float


BEADS = (
    Bead(0, 1, 0.0),
    Bead(1, 0, 0.0),
    Bead(1, 1, 0.0),
    Bead(2, 2, 1.5),
    *(Bead(1, several, 0.15 + 0.25 * several) for several in range(2, 7)),
    *(Bead(several, 1, 0.15 + 0.25 * several) for several in range(2, 7)),
)
LARGEST = 6
"""Passages on one side of a bead."""
ALONE = 0.75
"""Of a passage without counterpart."""
_UNLIKE = 1.0  # of two passages that share nothing of what they could
_LENGTH = 0.18  # a deviation's share
_NATURE = 0.2  # of a heading beside running text
_DOUBT = 3.0  # weight of evidence that is as good as having none
_EXPECTED = 0.45  # share of the evidence that true pairs have


class Costs:
    """The costs of all beads of two texts, a row of the table at a time."""

    def __init__(
        self, english: Sequence[str], chinese: Sequence[str], evidence: Evidence, band: Band
    ) -> None:
        """Measure the passages."""
        self._evidence, self._band = evidence, band
        self._rows = len(english)
        self._lengths = (_sums(map(length, english)), _sums(map(length, chinese)))
        self._weights = (_sums(evidence.english), _sums(evidence.chinese))
        self._natures = (
            np.array([nature(each) for each in english], int),
            np.array([nature(each) for each in chinese], int),
        )
        self._shared: dict[int, tuple[int, Floats]] = {}

    def likeness(self, rows: range, columns: range) -> float:
        """How much passages share, and how alike their lengths are, from 0 to 1."""
        shared = sum(
            float(self._evidence.shared(row, columns.start, columns.stop).sum()) for row in rows
        )
        weights = _between(self._weights, rows, columns)
        lengths = _between(self._lengths, rows, columns)
        alike = float(np.exp(-surprise(lengths[0], np.array([lengths[1]]))[0]))
        return (2 * _share(min(shared, sum(weights)), sum(weights)) + alike) / 3

    def matched(self, bead: Bead, row: int, first: int, last: int) -> Floats:
        """The cost of `bead` that ends before row `row` and each column from `first` to `last`.

        Columns with fewer than the bead's before them get any value.
        """
        before = row - bead.english
        columns = slice(first + LARGEST, last + 1 + LARGEST)
        earlier = slice(columns.start - bead.chinese, columns.stop - bead.chinese)
        (en_lengths, zh_lengths), (en_weights, zh_weights) = self._lengths, self._weights
        zh_weight = zh_weights[columns] - zh_weights[earlier]
        zh_length = zh_lengths[columns] - zh_lengths[earlier]
        weight = en_weights[row + LARGEST] - en_weights[before + LARGEST] + zh_weight
        shared = np.minimum(self._block(bead, row, first, last), weight)
        share = (shared + _DOUBT * _EXPECTED) / (weight + _DOUBT)
        unlike = surprise(en_lengths[row + LARGEST] - en_lengths[before + LARGEST], zh_length)
        units = (bead.english + bead.chinese) / 2
        cost: Floats = bead.cost + units * (_UNLIKE * (1 - share) + _LENGTH * unlike)
        if bead.english == bead.chinese == 1:
            cost += _NATURE * self._differ(row - 1, first, last)
        return cost

    def _differ(self, row: int, first: int, last: int) -> Floats:
        ours, theirs = self._natures[0][row], self._natures[1]
        places = np.maximum(np.arange(first, last + 1) - 1, 0)
        differ: Floats = (theirs[places] != ours).astype(float)
        return differ

    def _block(self, bead: Bead, row: int, first: int, last: int) -> Floats:
        """What the rows of a bead share with the columns of it."""
        summed = np.zeros(last - first + 1 + LARGEST)  # columns first - LARGEST to last - 1
        for each in range(row - bead.english, row):
            start, shared = self._row(each)
            skipped = first - LARGEST - start
            into = max(0, -skipped)
            piece = shared[max(0, skipped) : max(0, skipped) + len(summed) - 1 - into]
            summed[into : into + len(piece)] += piece
        width = last - first + 1
        block = np.zeros(width)
        for back in range(1, bead.chinese + 1):
            block += summed[LARGEST - back : LARGEST - back + width]
        return block

    def _row(self, row: int) -> tuple[int, Floats]:
        """What a row shares with the columns that its beads may have, and the first of those."""
        found = self._shared.get(row)
        if found is None:
            self._shared.pop(row - LARGEST - 1, None)
            start = max(0, self._band.first[row] - LARGEST)
            stop = self._band.last[min(row + LARGEST, self._rows)]
            found = self._shared[row] = (start, self._evidence.shared(row, start, stop))
        return found


def _share(shared: float, weight: float) -> float:
    return (shared + _DOUBT * _EXPECTED) / (weight + _DOUBT)


def _sums(values: object) -> Floats:
    """Sums of all values before each place, with `LARGEST` zeros in front."""
    array = np.fromiter(values, float)  # type: ignore[call-overload]
    return np.concatenate((np.zeros(LARGEST + 1), np.cumsum(array)))


def _between(sums: tuple[Floats, Floats], rows: range, columns: range) -> tuple[float, float]:
    return (
        float(sums[0][rows.stop + LARGEST] - sums[0][rows.start + LARGEST]),
        float(sums[1][columns.stop + LARGEST] - sums[1][columns.start + LARGEST]),
    )
