"""Documents that stand in more than one of the indexes searched together: shown once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.view import View

Pairs = tuple[Array, Array]
"""Documents of one segment, and beside each its twin in another."""


@dataclass(frozen=True, slots=True)
class Twins:
    """Which documents of a later index are also in an earlier one.

    `pairs`: (earlier segment, later segment) -> documents there and here. A twin may be
    another version of its item, with other words: so it is left out only where the earlier
    one matches too.
    """

    pairs: Mapping[tuple[int, int], Pairs] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.pairs)

    def without(self, views: Sequence[View], found: Sequence[Array]) -> list[Array]:
        """`found`, the documents of each of `views`, less those whose earlier twin is found."""
        hidden: dict[int, Array] = {}
        for (earlier, later), (there, here) in self.pairs.items():
            table = np.zeros(views[earlier].count, np.bool_)
            table[found[earlier]] = True
            if later not in hidden:
                hidden[later] = np.zeros(views[later].count, np.bool_)
            hidden[later][here[table[there]]] = True
        return [
            documents[~hidden[place][documents]] if place in hidden else documents
            for place, documents in enumerate(found)
        ]


NO_TWINS = Twins()


def twins_of(views: Sequence[View], earlier: Array, later: Array) -> Twins:
    """The twins among `views`, given their numbers (int64) there, each beside the other's."""
    pairs = {}
    for first in views:
        there, at = _placed(first, earlier)
        for second in views:
            if second.base > first.base and len(at):
                here, among = _placed(second, later[at])
                if len(among):
                    pairs[first.place, second.place] = (there[among], here)
    return Twins(pairs)


def _placed(view: View, numbers: Array) -> Pairs:
    """The living documents of `view` with one of `numbers`, and the place of that number."""
    if not view.count or not len(numbers):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    order = np.argsort(view.numbers, kind="stable")
    places = np.searchsorted(view.numbers, numbers, sorter=order)
    documents = order[np.minimum(places, view.count - 1)]
    held = view.numbers[documents] == numbers
    if view.living is not None:
        held &= view.living[documents]
    return documents[held], np.flatnonzero(held)
