"""Several indexes searched as one: all their segments in one snapshot.

Words weigh by all documents together and lengths are held against the average over all,
so that scores compare as those of one index do; they are the scores one index of all these
documents would give.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.damage import IndexDamaged
from desktop_app.search.mending import MendingEngine
from desktop_app.search.outside import Outside
from desktop_app.search.searching import Searching
from desktop_app.search.snapshot import Snapshot
from desktop_app.search.twins import twins_of
from desktop_app.search.view import View

# A document's number in the joined index is its own and so many for each index before.
# The order by date keeps 32 bits for a number; 2**28 are more items than one index holds.
SPAN = 1 << 28
MOST = 16  # indexes

TwinNumbers = Callable[[], tuple[Array, Array]]
"""Gives the joined numbers (int64) of what stands twice: in an earlier index, in a later."""


class JoinedEngine(Searching):
    """Implements `Searches` over several engines. Safe to use from several threads at once."""

    def __init__(
        self, engines: Sequence[MendingEngine], twins: TwinNumbers, outside: Outside
    ) -> None:
        """Search `engines`, at most `MOST`; `twins` is asked when one of them has changed.

        `outside` knows what the indexes do not, by the joined numbers.
        """
        self._engines, self._twins, self._outside = engines, twins, outside
        self._joined: tuple[list[Snapshot], Snapshot] | None = None
        self._joining = threading.Lock()

    @property
    def outside(self) -> Outside:
        """Who knows what the indexes do not."""
        return self._outside

    def snapshot(self) -> Snapshot:
        """All segments as they are now."""
        with self._joining:
            parts = [engine.snapshot() for engine in self._engines]
            if self._joined is None or not _same(self._joined[0], parts):
                self._joined = parts, joined(parts, *self._twins())
            return self._joined[1]

    def mend(self, _error: IndexDamaged) -> JoinedEngine:
        """Have those indexes built anew that are damaged."""
        for engine in self._engines:
            before = engine.mended
            if engine.faults():
                engine.mend(_error, before)
        return self


def joined(parts: Sequence[Snapshot], earlier: Array, later: Array) -> Snapshot:
    """One snapshot of the segments of `parts`, in which `earlier` and `later` are twins."""
    views: list[View] = []
    for part, snapshot in enumerate(parts):
        for view in snapshot.views:
            views.append(view.beside(len(views), part * SPAN))
    count = sum(snapshot.count for snapshot in parts) - len(set(later.tolist()))
    return Snapshot(views, count, twins_of(views, earlier, later))


def _same(some: Sequence[Snapshot], others: Sequence[Snapshot]) -> bool:
    return all(one is other for one, other in zip(some, others, strict=True))
