"""Who speaks at places of texts."""

from __future__ import annotations

import numpy as np

from desktop_app.language.bulk_folding import Array
from desktop_app.speeches.shelf import Shelf


def speakers_at(shelf: Shelf, numbers: Array, starts: Array, ends: Array) -> list[str]:
    """Who speaks from `starts` to before `ends` in the texts of the items `numbers`.

    "" where nobody does. Of statements that overlap, the one that began last.
    """
    rows = list(shelf.spoken(np.unique(numbers).tolist()))
    if not rows:
        return [""] * len(numbers)
    items, firsts, lasts = (np.array([row[k] for row in rows], np.int64) for k in range(3))
    # Item and place in one number, so that one search finds the statement before a place.
    base = int(max(firsts.max(), starts.max() if len(starts) else 0)) + 1
    keys = items * base + firsts
    order = np.argsort(keys, kind="stable")
    at = np.searchsorted(keys[order], numbers * base + starts, side="right") - 1
    row = order[np.maximum(at, 0)]
    held = (at >= 0) & (items[row] == numbers) & (ends <= lasts[row])
    speakers = [each[3] for each in rows]
    return [speakers[r] if inside else "" for r, inside in zip(row.tolist(), held, strict=True)]
