"""Items that stand in several stores: the same id, or one of a copy that was folded in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop_app.store.store import Store


@dataclass(frozen=True)
class TwinTable:
    """The joined numbers of items in an earlier and a later store, as pairs.

    One that stands in three stores is three pairs.
    """

    pairs: Sequence[tuple[int, int]]

    @cached_property
    def hidden(self) -> frozenset[int]:
        """Those of which an earlier store has the item too."""
        return frozenset(later for _earlier, later in self.pairs)

    @cached_property
    def others(self) -> Mapping[int, Sequence[int]]:
        """Item -> the same one elsewhere, in the order of the stores."""
        found: dict[int, set[int]] = defaultdict(set)
        for earlier, later in self.pairs:
            found[earlier].add(later)
            found[later].add(earlier)
        return {number: sorted(twins) for number, twins in found.items()}


def twin_table(stores: Sequence[Store], span: int) -> TwinTable:
    """The items that stand in several of `stores`; ids alone are read, no texts."""
    tables = [dict(store.ids.all()) for store in stores]
    pairs = {
        (first * span + one[item_id], second * span + other[item_id])
        for second, other in enumerate(tables)
        for first, one in enumerate(tables[:second])
        for item_id in one.keys() & other.keys()
    }
    return TwinTable(sorted(pairs))
