"""The cheapest way through the table of two texts, by dynamic programming in a band."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from desktop_app.errors import Cancelled
from desktop_app.pairing.band import Band
from desktop_app.pairing.beads import BEADS, LARGEST, MATCHING, Bead
from desktop_app.pairing.costs import ALONE, Costs
from desktop_app.pairing.evidence import Floats

Choices = NDArray[np.uint8]

_ALONE_CHINESE, _ALONE_ENGLISH = 0, 1  # their places in `BEADS`


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


def _row(costs: Costs, band: Band, row: int, totals: list[Floats]) -> tuple[Floats, Choices]:
    """The least total up to each cell of a row, and the bead that each ends with."""
    first, last = band.first[row], band.last[row]
    best = np.full(last - first + 1, np.inf)
    choice = np.zeros(last - first + 1, np.uint8)
    if row == 0:
        best[0] = 0.0
        return _with_alone(best, choice)
    sources = np.full((len(MATCHING) + 1, len(best)), np.inf)
    for number, bead in enumerate(BEADS[_ALONE_ENGLISH:]):
        before = row - bead.english
        if before >= 0:
            _copy(totals[before], first - bead.chinese - band.first[before], sources[number])
    sources[0] += ALONE
    if last:
        sources[1:] += costs.matched(row, first, last)
    picked = sources.argmin(axis=0)
    best = sources[picked, np.arange(len(best))]
    return _with_alone(best, (picked + _ALONE_ENGLISH).astype(np.uint8))


def _with_alone(best: Floats, choice: Choices) -> tuple[Floats, Choices]:
    """Let Chinese passages stand alone, any number in a row, where that is cheaper."""
    steps = ALONE * np.arange(len(best))
    least = np.minimum.accumulate(best - steps)
    alone = least < best - steps
    choice[alone] = _ALONE_CHINESE
    return least + steps, choice


def _copy(values: Floats, skipped: int, into: Floats) -> None:
    """Copy `values` into an array that starts `skipped` places behind their start."""
    start = max(0, -skipped)
    piece = values[max(0, skipped) : max(0, skipped) + max(0, len(into) - start)]
    into[start : start + len(piece)] = piece


def _back(choices: list[Choices], band: Band) -> list[Bead]:
    row, column = len(choices) - 1, band.last[-1]
    beads = []
    while row or column:
        bead = BEADS[choices[row][column - band.first[row]]]
        beads.append(bead)
        row, column = row - bead.english, column - bead.chinese
    return beads[::-1]
