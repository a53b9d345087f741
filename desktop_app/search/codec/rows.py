"""Rows of different lengths, one after another in one array."""

from __future__ import annotations

import numpy as np

from desktop_app.search.codec.blocks import Array


def spread(starts: Array, counts: Array) -> Array:
    """The places of rows that start at `starts` and have `counts`, one row after another."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - counts), counts) + np.arange(total)


def starts_of(counts: Array) -> Array:
    """Where each of rows with `counts` starts (int64), one more than there are rows."""
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts
