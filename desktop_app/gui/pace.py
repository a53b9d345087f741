"""How fast long work goes, and how long it will take: told by its steps alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

_SETTLED = 2.0  # seconds before a rate says anything


@dataclass(frozen=True, slots=True)
class Step:
    """How far work is: `done` of `total` in any unit, and `items` met so far.

    `rate` is items a second (0.0: unknown), `left` the seconds to go (None: unknown).
    `pairing` is the last part of an import, when all items are in.
    """

    done: int
    total: int
    items: int = 0
    rate: float = 0.0
    left: float | None = None
    pairing: bool = False


class Pace:
    """Gives steps a rate and the time left, where who reports them does not know these."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin when the first step comes; `clock` gives seconds."""
        self._clock = clock
        self._first: tuple[float, Step] | None = None
        self._last = 0

    def of(self, step: Step) -> Step:
        """`step` with both; work that begins anew, as with its next part, is timed anew."""
        now = self._clock()
        if self._first is None or step.done < self._last:
            self._first = now, step
        self._last = step.done
        began, first = self._first
        took, done = now - began, step.done - first.done
        if step.rate or step.pairing or took < _SETTLED or done <= 0 or step.done >= step.total:
            return step
        rate = (step.items - first.items) / took
        return replace(step, rate=rate, left=(step.total - step.done) * took / done)
