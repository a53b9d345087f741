"""What it costs to say that passages belong together, or that one has no counterpart.

The figures here and in `beads` were tuned on the seen half of `tests/gold/alignment`, as it
is and with some paragraphs joined and left out by chance; they lie on a wide plateau.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_app.pairing.band import Band
from desktop_app.pairing.beads import CHINESE, ENGLISH, LARGEST, ONE_TO_ONE, OWN, UNITS
from desktop_app.pairing.evidence import Evidence, Floats
from desktop_app.pairing.lengths import length, surprise
from desktop_app.pairing.nature import nature
from desktop_app.pairing.shared import Shared, sums

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
        self._lengths = (sums(map(length, english)), sums(map(length, chinese)))
        self._weights = (sums(evidence.english), sums(evidence.chinese))
        self._natures = (
            np.array([nature(each) for each in english], int),
            np.array([nature(each) for each in chinese], int),
        )
        self._shared = Shared(evidence, band)

    def likeness(self, rows: range, columns: range) -> float:
        """How much passages share, and how alike their lengths are, from 0 to 1."""
        shared = self._shared.between(rows, columns)
        weights = _between(self._weights, rows, columns)
        lengths = _between(self._lengths, rows, columns)
        alike = float(np.exp(-surprise(lengths[0], np.array([lengths[1]]))[0]))
        return (2 * _share(shared, sum(weights)) + alike) / 3

    def matched(self, row: int, first: int, last: int) -> Floats:
        """What each of `MATCHING` costs that ends before `row` and each column of the range.

        A line a bead, a place a column from `first` to `last`. What reaches over the start
        of a text has any value.
        """
        columns = np.arange(first, last + 1) + LARGEST
        earlier = columns - CHINESE[:, None]
        before = row + LARGEST - ENGLISH
        (en_lengths, zh_lengths), (en_weights, zh_weights) = self._lengths, self._weights
        weight = (en_weights[row + LARGEST] - en_weights[before])[:, None]
        weight = weight + zh_weights[columns] - zh_weights[earlier]
        shared = self._shared.of_beads(row, first, last)
        share = (shared + _DOUBT * _EXPECTED) / (weight + _DOUBT)
        english = (en_lengths[row + LARGEST] - en_lengths[before])[:, None]
        unlike = surprise(english, zh_lengths[columns] - zh_lengths[earlier])
        cost: Floats = OWN + UNITS * (_UNLIKE * (1 - share) + _LENGTH * unlike)
        cost[ONE_TO_ONE] += _NATURE * self._differ(row - 1, first, last)
        return cost

    def _differ(self, row: int, first: int, last: int) -> Floats:
        """1 for each column whose passage is of another nature than the row's, else 0."""
        ours, theirs = self._natures[0][row], self._natures[1]
        places = np.maximum(np.arange(first, last + 1) - 1, 0)
        differ: Floats = (theirs[places] != ours).astype(float)
        return differ


def _share(shared: float, weight: float) -> float:
    return (shared + _DOUBT * _EXPECTED) / (weight + _DOUBT)


def _between(sums: tuple[Floats, Floats], rows: range, columns: range) -> tuple[float, float]:
    return (
        float(sums[0][rows.stop + LARGEST] - sums[0][rows.start + LARGEST]),
        float(sums[1][columns.stop + LARGEST] - sums[1][columns.start + LARGEST]),
    )
