"""``pairing --growth``: how the time of matching grows with the archive.

The material three and nine times over, a third of each copy's terms changed to others: as many
stories of the same vocabulary. Processor time of one process.
"""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from desktop_app.pairing.matching import match
from desktop_app.pairing.scoring import Scorer
from desktop_app.pairing.shelf import Shelf
from desktop_app.pairing.traits import Traits

_TIMES = (1, 3, 9)
_CHANGED = 0.33  # of the terms of a copy


def growth(english: Shelf, chinese: Shelf) -> None:
    """Print seconds for all items, and for one that changed, which reads all traits anew."""
    for times in _TIMES:
        one, other = (_copied(shelf, times) for shelf in (english, chinese))
        numbers = {each.number for shelf in (one, other) for each in shelf.traits}
        started = time.process_time()
        found = match(Scorer(one, other), numbers, [])
        whole = time.process_time() - started
        started = time.process_time()
        scorer = Scorer(Shelf(one.traits), Shelf(other.traits))
        match(scorer, {other.traits[0].number}, found)
        single = time.process_time() - started
        print(f"{len(numbers)} items: {whole:.1f} s, one changed item {single:.2f} s", flush=True)


def _copied(shelf: Shelf, times: int) -> Shelf:
    random = np.random.default_rng(1)
    copies: list[Traits] = []
    for copy in range(times):
        for each in shelf.traits:
            other = each.terms ^ np.uint32(copy * 8 * 7919)  # of the same kind
            swap = random.random(len(each.terms)) < _CHANGED
            terms = np.unique(np.where(swap, other, each.terms).astype(np.uint32))
            copies.append(replace(each, number=each.number * times + copy, terms=terms))
    return Shelf(copies)
