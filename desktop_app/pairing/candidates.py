"""Which items of the other language are worth a closer look: those with rare terms in common."""

from __future__ import annotations

import numpy as np

from desktop_app.pairing.scoring import Scorer
from desktop_app.pairing.terms import Array
from desktop_app.pairing.traits import Traits

MOST = 8  # candidates of an item
_LONGEST = 2000  # items with a term that is looked at: what more have tells little
_ROWS = 60_000  # postings looked at for one item, its rarest terms first
_SAME_DAY, _FAR = 1.6, 0.5  # what nearness in time does to the weight of what is shared
_FAR_DAYS = 40
_BLOCKS = 64  # of items, of each of which the best is found first
_ALMOST = 1 - 1e-9  # rounding
_LEAST = 1e-9  # less is nothing


def candidates(item: Traits, scorer: Scorer) -> Array:
    """The places on the other language's shelf of the likeliest other versions of `item`.

    Time is bounded by the number of the item's terms, but for a glance at each item of the
    other language: 0.2 ms at 50,000, where sorting those that share something took 1.5.
    """
    others = scorer.others(item)
    terms = _rarest(others.find(item.terms), others.counts)
    weights = np.repeat(scorer.term_weights(others)[terms], others.counts[terms])
    shared = np.bincount(others.owners(terms), weights, -(-len(others) // _BLOCKS) * _BLOCKS)
    found = np.flatnonzero(shared >= _least(shared)) if len(terms) else terms
    worth = shared[found] * _nearness(item.day, others.days[found])
    return found[_best(worth)]


def _rarest(found: tuple[Array, Array], counts: Array) -> Array:
    """The places of the terms that are looked at."""
    terms = found[0][found[1]]
    terms = terms[counts[terms] <= _LONGEST]
    order = np.argsort(counts[terms], kind="stable")
    return terms[order][np.cumsum(counts[terms[order]]) <= _ROWS]


def _least(shared: Array) -> float:
    """What those of the best have in common at least, however near in time others are.

    The best of eight blocks are eight items. A glance at each block is ten times faster than
    finding all that share anything.
    """
    tops = np.sort(shared.reshape(_BLOCKS, -1).max(axis=1))
    return max(float(tops[-MOST]) * _FAR / _SAME_DAY * _ALMOST, _LEAST)


def _best(worth: Array) -> Array:
    """The places of the `MOST` that are worth most, the best first, of equals the first."""
    if len(worth) <= MOST:
        return np.argsort(-worth, kind="stable")
    least = np.partition(worth, -MOST)[-MOST]
    kept = np.flatnonzero(worth >= least)
    return kept[np.argsort(-worth[kept], kind="stable")[:MOST]]


def _nearness(day: int, days: Array) -> Array:
    known = (days > 0) & (day > 0)
    apart = np.abs(days - day)
    factors: Array = np.ones(len(days))
    factors[known & (apart <= 1)] = _SAME_DAY
    factors[known & (apart > _FAR_DAYS)] = _FAR
    return factors
