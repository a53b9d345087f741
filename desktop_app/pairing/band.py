"""Which cells of the table of two texts an alignment may pass through.

Small tables whole; of large ones a band around the surest landmarks, so that time and
memory grow with the length of the texts and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

HALF_WIDTH = 150
"""Passages on either side of the band's middle."""
_WHOLE = 160_000  # cells; up to here the whole table costs less than finding landmarks


@dataclass(frozen=True, slots=True)
class Band:
    """For each number of English passages the numbers of Chinese ones, first to last."""

    first: tuple[int, ...]
    last: tuple[int, ...]


def band(rows: int, columns: int, landmarks: Mapping[tuple[int, int], int]) -> Band:
    """The band of a table with `rows` English passages and `columns` Chinese ones."""
    if rows * columns <= _WHOLE:
        return Band((0,) * (rows + 1), (columns,) * (rows + 1))
    chain = [(0, 0), *_chain(landmarks), (rows, columns)]
    xs, ys = zip(*chain, strict=True)
    middle = np.interp(np.arange(rows + 1), xs, ys)
    before = np.concatenate((middle[:1], middle[:-1]))
    behind = np.concatenate((middle[1:], middle[-1:]))
    first = np.clip(before - HALF_WIDTH, 0, columns).astype(int)
    last = np.clip(behind + HALF_WIDTH, 0, columns).astype(int)
    return Band(tuple(first.tolist()), tuple(last.tolist()))


def _chain(landmarks: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The longest run of landmarks that go forward in both texts.

    Only those with two shared keys or more: one alone may be chance.
    """
    points = sorted(point for point, votes in landmarks.items() if votes > 1)
    points.sort(key=lambda point: (point[0], -point[1]))
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for number, (_row, column) in enumerate(points):
        length = bisect_left(ends, column)
        before.append(tails[length - 1] if length else -1)
        ends[length : length + 1] = [column]
        tails[length : length + 1] = [number]
    chain = []
    at = tails[-1] if tails else -1
    while at >= 0:
        chain.append(points[at])
        at = before[at]
    return [point for point in reversed(chain) if point != (0, 0)]
