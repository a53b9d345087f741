"""The traits of all items of one language, with who has which term."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_app.pairing.terms import Array
from desktop_app.pairing.traits import Traits


class Shelf:
    """One language's items by their place here, and postings of their terms."""

    def __init__(self, traits: Sequence[Traits]) -> None:
        """Sort the terms of `traits`; some 10 ms for a million of them."""
        self.traits = traits
        self.days: Array = np.array([each.day for each in traits], np.int64)
        self.place_of = {each.number: place for place, each in enumerate(traits)}
        lengths = np.array([len(each.terms) for each in traits], np.int64)
        terms = _joined([each.terms for each in traits], np.uint32)
        owners = np.repeat(np.arange(len(traits), dtype=np.int32), lengths)
        order = np.argsort(terms, kind="stable")
        self._owners = owners[order]
        self.terms, self._starts, self._counts = np.unique(
            terms[order], return_index=True, return_counts=True
        )

    def __len__(self) -> int:
        """How many items there are."""
        return len(self.traits)

    def of(self, number: int) -> Traits:
        """The traits of the item with this number."""
        return self.traits[self.place_of[number]]

    def counts(self, terms: Array) -> Array:
        """In how many items each of `terms` is."""
        places, known = self._find(terms)
        return np.where(known, self._counts[places] if len(self._counts) else 0, 0)

    def postings(self, terms: Array) -> tuple[Array, Array]:
        """The items that have one of `terms`, as (place of the term in `terms`, place here)."""
        places, known = self._find(terms)
        places, asked = places[known], np.flatnonzero(known)
        counts = self._counts[places]
        which = np.repeat(np.arange(len(places)), counts)
        first = np.concatenate(([0], np.cumsum(counts)))[which]
        rows = self._starts[places][which] + (np.arange(len(which)) - first)
        return asked[which], self._owners[rows]

    def _find(self, terms: Array) -> tuple[Array, Array]:
        if not len(self.terms):
            return np.zeros(len(terms), np.int64), np.zeros(len(terms), bool)
        places = np.minimum(np.searchsorted(self.terms, terms), len(self.terms) - 1)
        return places, self.terms[places] == terms


def _joined(arrays: Sequence[Array], kind: type[np.generic]) -> Array:
    return np.concatenate(arrays) if arrays else np.zeros(0, kind)
