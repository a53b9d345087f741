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
MATCHING = BEADS[2:]
"""Those with passages on both sides."""
LARGEST = 6
"""Passages on one side of a bead."""
ALONE = 0.75
"""Of a passage without counterpart."""
_UNLIKE = 1.0  # of two passages that share nothing of what they could
_LENGTH = 0.18  # a deviation's share
_NATURE = 0.2  # of a heading beside running text
_DOUBT = 3.0  # weight of evidence that is as good as having none
_EXPECTED = 0.45  # share of the evidence that true pairs have

_ENGLISH = np.array([bead.english for bead in MATCHING])
_CHINESE = np.array([bead.chinese for bead in MATCHING])
_OWN = np.array([[bead.cost] for bead in MATCHING])
_UNITS = np.array([[(bead.english + bead.chinese) / 2] for bead in MATCHING])
_ONE_TO_ONE = 0  # its place in `MATCHING`


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

    def matched(self, row: int, first: int, last: int) -> Floats:
        """What each of `MATCHING` costs that ends before `row` and each column of the range.

        A line a bead, a place a column from `first` to `last`. What reaches over the start
        of a text has any value.
        """
        columns = np.arange(first, last + 1) + LARGEST
        earlier = columns - _CHINESE[:, None]
        before = row + LARGEST - _ENGLISH
        (en_lengths, zh_lengths), (en_weights, zh_weights) = self._lengths, self._weights
        weight = (en_weights[row + LARGEST] - en_weights[before])[:, None]
        weight = weight + zh_weights[columns] - zh_weights[earlier]
        shared = np.minimum(self._blocks(row, first, last), weight)
        share = (shared + _DOUBT * _EXPECTED) / (weight + _DOUBT)
        english = (en_lengths[row + LARGEST] - en_lengths[before])[:, None]
        unlike = surprise(english, zh_lengths[columns] - zh_lengths[earlier])
        cost: Floats = _OWN + _UNITS * (_UNLIKE * (1 - share) + _LENGTH * unlike)
        cost[_ONE_TO_ONE] += _NATURE * self._differ(row - 1, first, last)
        return cost

    def _differ(self, row: int, first: int, last: int) -> Floats:
        """1 for each column whose passage is of another nature than the row's, else 0."""
        ours, theirs = self._natures[0][row], self._natures[1]
        places = np.maximum(np.arange(first, last + 1) - 1, 0)
        differ: Floats = (theirs[places] != ours).astype(float)
        return differ

    def _blocks(self, row: int, first: int, last: int) -> Floats:
        """What the rows of each bead share with the columns of it."""
        width = last - first + 1 + LARGEST
        # Line n: the n + 1 rows up to this one; after a 0, sums over columns from the first.
        sums: Floats = np.zeros((LARGEST, width))
        for back in range(1, min(LARGEST, row) + 1):
            start, shared = self._row(row - back)
            skipped = first - LARGEST - start
            into = 1 + max(0, -skipped)
            piece = shared[max(0, skipped) : max(0, skipped) + max(0, width - into)]
            sums[back - 1, into : into + len(piece)] = piece
        sums = sums.cumsum(axis=0).cumsum(axis=1)
        columns = np.arange(LARGEST, width)
        lines = (_ENGLISH - 1)[:, None]
        blocks: Floats = sums[lines, columns] - sums[lines, columns - _CHINESE[:, None]]
        return blocks

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
