"""The cheapest way through the table of two texts, by dynamic programming in a band."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from desktop_app.errors import Cancelled
from desktop_app.pairing.band import Band
from desktop_app.pairing.costs import ALONE, BEADS, LARGEST, Bead, Costs
from desktop_app.pairing.evidence import Floats

_ALONE_CHINESE = 0  # its place in `BEADS`


def cheapest(costs: Costs, band: Band, cancelled: Callable[[], bool]) -> list[Bead]:
    """The beads of the cheapest way, in order; raises `Cancelled`."""
    totals: list[Floats] = []
    choices = []
    for row in range(len(band.first)):
        if cancelled():
            raise Cancelled
        total, choice = _row(costs, band, row, totals)
        totals.append(total)
        choices.append(choice)
        if row > LARGEST:
            totals[row - LARGEST - 1] = np.empty(0)  # no bead reaches back so far
    return _back(choices, band)


def _row(
    costs: Costs, band: Band, row: int, totals: list[Floats]
) -> tuple[Floats, np.ndarray[tuple[int], np.dtype[np.uint8]]]:
    """The least total up to each cell of a row, and the bead that each ends with."""
    first, last = band.first[row], band.last[row]
    best = np.full(last - first + 1, np.inf)
    choice = np.zeros(last - first + 1, np.uint8)
    if row == 0:
        best[0] = 0.0
    for number, bead in enumerate(BEADS):
        if not 0 < bead.english <= row or bead.chinese > last:
            continue
        before = row - bead.english
        start = _window(totals[before], band.first[before], first - bead.chinese, len(best))
        cost = costs.matched(bead, row, first, last) if bead.chinese else ALONE
        total = start + cost
        better = total < best
        best[better], choice[better] = total[better], number
    # Chinese passages alone, any number in a row: the cheapest cell to their left.
    steps = ALONE * np.arange(len(best))
    least = np.minimum.accumulate(best - steps)
    alone = least < best - steps
    choice[alone] = _ALONE_CHINESE
    return least + steps, choice


def _window(values: Floats, start: int, first: int, count: int) -> Floats:
    """`count` of the values, which stand for columns from `start`, from column `first` on."""
    window = np.full(count, np.inf)
    skipped = first - start
    into = max(0, -skipped)
    piece = values[max(0, skipped) : max(0, skipped) + max(0, count - into)]
    window[into : into + len(piece)] = piece
    return window


def _back(choices: list[np.ndarray[tuple[int], np.dtype[np.uint8]]], band: Band) -> list[Bead]:
    row, column = len(choices) - 1, band.last[-1]
    beads = []
    while row or column:
        bead = BEADS[choices[row][column - band.first[row]]]
        beads.append(bead)
        row, column = row - bead.english, column - bead.chinese
    return beads[::-1]
