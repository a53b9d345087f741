"""The steps of zoom."""

from __future__ import annotations

STEPS = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)  # percent


def stepped(percent: int, by: int) -> int:
    """The zoom `by` steps from `percent`: larger when positive, 100 when zero."""
    if by == 0:
        return 100
    ahead = [step for step in STEPS if (step > percent if by > 0 else step < percent)]
    if not ahead:
        return percent
    place = min(abs(by), len(ahead)) - 1
    return ahead[place] if by > 0 else ahead[-1 - place]


def bounded(percent: int) -> int:
    """`percent`, or the nearest that is allowed."""
    return max(STEPS[0], min(STEPS[-1], percent))
