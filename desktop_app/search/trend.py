"""How many items of each day, month or year match: from columns alone, no text is read.

What is counted are items, not occurrences: an item that says a word forty times is still
one, and shares of items compare across languages, while Chinese tokens (pairs of
characters) and Latin words do not.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.figures import By, Row, Trend
from desktop_app.search.nodes import Node
from desktop_app.search.plan.compiling import Compiler
from desktop_app.search.plan.step import Step
from desktop_app.search.snapshot import Snapshot
from desktop_app.search.view import View

_UNITS = {By.DAY: 1, By.MONTH: 100, By.YEAR: 10000}  # of dates as yyyymmdd


def count_trend(
    snapshot: Snapshot, rows: Sequence[Row], base: Node, by: By, compiler: Compiler
) -> Trend:
    """Count the items that `base` finds, and those of them that match each of `rows`."""
    whole = compiler.compile(base)
    steps = [row if isinstance(row, Sequence) else compiler.compile(row) for row in rows]
    periods = [_periods(view, by) for view in snapshot.views]
    names = np.unique(np.concatenate([np.empty(0, np.int64), *(p for p, _of in periods)]))
    counts = np.zeros((len(rows) + 1, len(names)), np.int64)
    among = [view.alive(whole.documents(view)) for view in snapshot.views]
    for place, step in enumerate((whole, *steps)):
        found = [_found(view, step, kept) for view, kept in zip(snapshot.views, among, strict=True)]
        each_once = snapshot.twins.without(snapshot.views, found)
        for documents, (own, of) in zip(each_once, periods, strict=True):
            at = np.searchsorted(names, own)
            counts[place, at] += np.bincount(of[documents], minlength=len(own))
    return _trend(names, counts)


def _found(view: View, step: Step | Sequence[int], among: Array) -> Array:
    """The documents that `step` finds or numbers, of those `among` which they are counted."""
    kept = np.zeros(view.count, np.bool_)
    kept[among] = True
    found = _numbered(view, step) if isinstance(step, Sequence) else step.documents(view)
    counted: Array = found[kept[found]]
    return counted


def _periods(view: View, by: By) -> tuple[Array, Array]:
    """The periods of a segment as numbers, 0 for no date, and the place of each document's."""
    days = view.segment.numbers("date").astype(np.int32)
    numbers = days // _UNITS[by]
    least = int(numbers.min()) if len(numbers) else 0
    held = np.bincount(numbers - least).astype(np.bool_)
    own = np.flatnonzero(held).astype(np.int64) + least
    return own, (np.cumsum(held) - 1)[numbers - least]


def _numbered(view: View, numbers: Sequence[int]) -> Array:
    return np.flatnonzero(np.isin(view.numbers, np.array(numbers, np.int64)))


def _trend(names: Array, counts: Array) -> Trend:
    undated = int(counts[0, names == 0].sum())
    shown = (counts[0] > 0) & (names > 0)
    kept = counts[:, shown].tolist()
    return Trend(
        periods=tuple(map(_name, names[shown].tolist())),
        items=tuple(kept[0]),
        rows=tuple(map(tuple, kept[1:])),
        undated=undated,
    )


def _name(period: int) -> str:
    if period < 10000:
        return f"{period:04d}"
    if period < 1000000:
        return f"{period // 100:04d}-{period % 100:02d}"
    return f"{_name(period // 100)}-{period % 100:02d}"
