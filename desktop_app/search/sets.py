"""Sets of document numbers or places as ascending arrays of whole numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_app.search.codec.blocks import Array

# Looking few up among many by halving takes some 10 ns for each of the few, by a table
# 1.6 ns for each of the many (measured on 50,000 documents, lists of thousands).
_FEW = 6
_SORTED = 8


def intersect(first: Array, second: Array, count: int) -> Array:
    """What is in both; all of them numbers below `count`."""
    few, many = (first, second) if len(first) <= len(second) else (second, first)
    if len(few) * _FEW < len(many):
        return few[_found(many, few)]
    table = np.zeros(count, np.bool_)
    table[many] = True
    return few[table[few]]


def intersect_all(sets: Sequence[Array]) -> Array:
    """What is in all of them, of numbers of any size."""
    ordered = sorted(sets, key=len)
    found = ordered[0]
    for other in ordered[1:]:
        if not len(found):
            break
        found = _shared(found, other)
    return found


def unite(sets: Sequence[Array], count: int) -> Array:
    """What is in any of them; all of them numbers below `count`."""
    if len(sets) == 1:
        return sets[0]
    table = np.zeros(count, np.bool_)
    for each in sets:
        table[each] = True
    return chosen(table)


def subtract(first: Array, second: Array, count: int) -> Array:
    """What is in `first` and not in `second`."""
    table = np.ones(count, np.bool_)
    table[second] = False
    return first[table[first]]


def chosen(table: Array) -> Array:
    """The numbers whose place in `table` (bool) is True."""
    numbers = np.flatnonzero(table)
    return numbers.astype(np.uint16) if len(table) <= 1 << 16 else numbers


def locate(many: Array, few: Array, count: int) -> Array:
    """The place in `many` of each of `few`, all of which are there."""
    if len(few) * _FEW < len(many):
        return np.searchsorted(many, few)
    table = np.empty(count, np.int32)
    table[many] = np.arange(len(many), dtype=np.int32)
    return table[few]


def locate_all(lists: Sequence[Array], count: int) -> tuple[Array, list[Array]]:
    """What is in all `lists`, and its places in each; all of them numbers below `count`."""
    order = sorted(range(len(lists)), key=lambda number: len(lists[number]))
    found = lists[order[0]]
    places: dict[int, Array] = {order[0]: np.arange(len(found), dtype=np.intp)}
    for number in order[1:]:
        at, there = _looked_up(found, lists[number], count)
        if not there.all():
            found, at = found[there], at[there]
            places = {other: own[there] for other, own in places.items()}
        places[number] = at
        if not len(found):
            return found, []
    return found, [places[number] for number in range(len(lists))]


def _looked_up(few: Array, many: Array, count: int) -> tuple[Array, Array]:
    """The place in `many` of each of `few`, and whether it is there at all."""
    if len(few) * _FEW < len(many):
        halved: Array = np.searchsorted(many, few)
        halved[halved == len(many)] = 0
        return halved, many[halved] == few
    table = np.zeros(count, np.int32)
    table[many] = np.arange(1, len(many) + 1, dtype=np.int32)
    places = table[few]
    return places - 1, places > 0


def _shared(few: Array, many: Array) -> Array:
    """What is in both: by halving, or where both are long by sorting them together.

    20,000 numbers among 20,000 take 0.26 ms by halving and 0.07 ms by sorting.
    """
    if len(few) * _SORTED < len(many):
        return few[_found(many, few)]
    both = np.concatenate((few, many))
    both.sort()
    shared: Array = both[1:][both[1:] == both[:-1]]
    return shared


def _found(many: Array, few: Array) -> Array:
    places = np.searchsorted(many, few)
    places[places == len(many)] = 0
    found: Array = many[places] == few
    return found
