"""What the passages of beads have in common, for all beads of a row of the table at once."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from desktop_app.pairing.band import Band
from desktop_app.pairing.beads import CHINESE, ENGLISH, LARGEST, MATCHING
from desktop_app.pairing.evidence import Evidence, Floats

# A line for each English passage of each bead: which passage before the end, which bead.
_LINES = np.array([[line] for bead in MATCHING for line in range(bead.english)])
_BEADS_OF_LINES = np.repeat(np.arange(len(MATCHING)), ENGLISH)
_STARTS = np.concatenate(([0], np.cumsum(ENGLISH)[:-1]))
_ALL = 1 - 1e-9  # as good as all of a weight; of all there is no logarithm


class Shared:
    """Adds the evidence of single passages up for several.

    What several passages have of another is reckoned as if what each has were
    independent, so that a word that all of them have does not count for each.
    """

    def __init__(self, evidence: Evidence, band: Band) -> None:
        """Look at `evidence` where `band` allows it."""
        self._evidence, self._band = evidence, band
        self._sums = sums(evidence.chinese)
        self._known: dict[int, tuple[int, tuple[Floats, Floats]]] = {}

    def between(self, rows: range, columns: range) -> float:
        """The weight that passages of both sides share."""
        pieces = [self._evidence.shared(row, columns.start, columns.stop) for row in rows]
        total = 0.0
        for row, (english, _chinese) in zip(rows, pieces, strict=True):
            weight = self._weight(row)
            total += weight * -float(np.expm1(_not(english, weight).sum()))
        weights = self._evidence.chinese[columns.start : columns.stop]
        missed = sum(_not(chinese, weights) for _english, chinese in pieces)
        return total + float((weights * -np.expm1(missed)).sum())

    def of_beads(self, row: int, first: int, last: int) -> Floats:
        """The weight that both sides of each of `MATCHING` share.

        Of those that end before `row` and each column from `first` to `last`: a line a
        bead, a place a column.
        """
        return self._by_english(row, first, last) + self._by_chinese(row, first, last)

    def _by_english(self, row: int, first: int, last: int) -> Floats:
        """The weight of the keys of the English passages of each bead that its others have."""
        missed = self._missed(row, first, last, 0).cumsum(axis=1)
        columns = np.arange(LARGEST, missed.shape[1])
        kept = missed[_LINES, columns] - missed[_LINES, columns - CHINESE[_BEADS_OF_LINES][:, None]]
        weights = np.array([self._weight(row - 1 - line) for line in range(LARGEST)])
        shared: Floats = np.add.reduceat(weights[_LINES] * -np.expm1(kept), _STARTS)
        return shared

    def _by_chinese(self, row: int, first: int, last: int) -> Floats:
        """The weight of the words of the Chinese passages of each bead that its others have."""
        missed = self._missed(row, first, last, 1).cumsum(axis=0)
        places = np.arange(first - LARGEST, last) + LARGEST
        weights = np.diff(self._sums)[places]
        shared = (weights * -np.expm1(missed[:, 1:])).cumsum(axis=1)
        shared = np.concatenate((np.zeros((LARGEST, 1)), shared), axis=1)
        columns = np.arange(LARGEST, shared.shape[1])
        lines = (ENGLISH - 1)[:, None]
        found: Floats = shared[lines, columns] - shared[lines, columns - CHINESE[:, None]]
        return found

    def _weight(self, row: int) -> float:
        return float(self._evidence.english[row]) if row >= 0 else 0.0

    def _missed(self, row: int, first: int, last: int, side: int) -> Floats:
        """The logarithm of the share of a side that each cell does not have in common.

        Line n is the row n + 1 before `row`; after a 0 the columns from `first` less `LARGEST`.
        """
        width = last - first + 1 + LARGEST
        missed: Floats = np.zeros((LARGEST, width))
        for back in range(1, min(LARGEST, row) + 1):
            start, logarithms = self._row(row - back)
            skipped = first - LARGEST - start
            into = 1 + max(0, -skipped)
            piece = logarithms[side][max(0, skipped) : max(0, skipped) + max(0, width - into)]
            missed[back - 1, into : into + len(piece)] = piece
        return missed

    def _row(self, row: int) -> tuple[int, tuple[Floats, Floats]]:
        """`_missed` of a row for the columns that its beads may have, and the first of those."""
        found = self._known.get(row)
        if found is None:
            self._known.pop(row - LARGEST - 1, None)
            start = max(0, self._band.first[row] - LARGEST)
            stop = self._band.last[min(row + LARGEST, len(self._evidence.english))]
            english, chinese = self._evidence.shared(row, start, stop)
            weights = self._evidence.chinese[start:stop]
            logarithms = (_not(english, self._weight(row)), _not(chinese, weights))
            found = self._known[row] = (start, logarithms)
        return found


def sums(values: Iterable[float]) -> Floats:
    """Sums of all values before each place, with `LARGEST` zeros in front."""
    return np.concatenate((np.zeros(LARGEST + 1), np.cumsum(np.fromiter(values, float))))


def _not(shared: Floats, weight: float | Floats) -> Floats:
    """The logarithm of the part of a weight that is not shared."""
    part = np.divide(shared, weight, out=np.zeros_like(shared), where=np.greater(weight, 0))
    missed: Floats = np.log1p(-np.minimum(part, _ALL))
    return missed
