"""Which items of the other language are worth a closer look: those with rare terms in common."""

from __future__ import annotations

import numpy as np

from desktop_app.pairing.scoring import Scorer
from desktop_app.pairing.shelf import Shelf
from desktop_app.pairing.terms import Array
from desktop_app.pairing.traits import Traits

MOST = 8  # candidates of an item
_LONGEST = 2000  # items with a term that is looked at: what more have tells little
_ROWS = 60_000  # postings looked at for one item, its rarest terms first
_SAME_DAY, _FAR = 1.6, 0.5  # what nearness in time does to the weight of what is shared
_FAR_DAYS = 40


def candidates(item: Traits, others: Shelf, scorer: Scorer) -> list[int]:
    """The places in `others` of the items most likely to be `item`'s other version.

    Time is bounded: it grows with the number of the item's terms, not with the archive.
    """
    terms = _rarest(item.terms, others)
    which, places = others.postings(terms)
    if not len(places):
        return []
    found, inverse = np.unique(places, return_inverse=True)
    shared = np.bincount(inverse, scorer.weights(terms)[which])
    shared *= _nearness(item.day, others.days[found])
    best = np.argsort(-shared, kind="stable")[:MOST]
    return [int(place) for place in found[best]]


def _rarest(terms: Array, others: Shelf) -> Array:
    counts = others.counts(terms)
    kept = (counts > 0) & (counts <= _LONGEST)
    terms, counts = terms[kept], counts[kept]
    order = np.argsort(counts, kind="stable")
    return terms[order][np.cumsum(counts[order]) <= _ROWS]


def _nearness(day: int, days: Array) -> Array:
    known = (days > 0) & (day > 0)
    apart = np.abs(days - day)
    factors: Array = np.ones(len(days))
    factors[known & (apart <= 1)] = _SAME_DAY
    factors[known & (apart > _FAR_DAYS)] = _FAR
    return factors
