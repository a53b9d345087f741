"""Beads, as Gale and Church call them: so many English passages beside so many Chinese ones."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np


class Bead(NamedTuple):
    """So many English passages beside so many Chinese ones, and what that costs by itself.

    The costs follow how seldom such beads are in Gale and Church's table 5, in the same
    order. Those of more than two are not in it: a list that the other language has as one
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

# Of each of `MATCHING`: its passages on either side, its own cost, half of its passages.
ENGLISH = np.array([bead.english for bead in MATCHING])
CHINESE = np.array([bead.chinese for bead in MATCHING])
OWN = np.array([[bead.cost] for bead in MATCHING])
UNITS = np.array([[(bead.english + bead.chinese) / 2] for bead in MATCHING])
ONE_TO_ONE = 0
"""Its place in `MATCHING`."""
