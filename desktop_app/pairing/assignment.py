"""One item to one: which of the scored pairs stand, where each item may be in one only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set

MARGIN = 0.7  # of log odds, by which a pair is better than any other of either item

Scored = tuple[float, int, int]
"""Log odds, the number of an English item, that of a Chinese one."""


def assign(scored: Iterable[Scored], least: float, taken: Set[int] = frozenset()) -> list[Scored]:
    """The pairs of at least `least` log odds, the best first, none of an item that is `taken`.

    A pair that is not clearly better than another of its items, which are free, is left out:
    of two versions of one story nobody can say which was translated.
    """
    free = (each for each in scored if each[1] not in taken and each[2] not in taken)
    edges = sorted(free, reverse=True)
    by_item: dict[int, list[Scored]] = defaultdict(list)
    for edge in edges:
        by_item[edge[1]].append(edge)
        by_item[edge[2]].append(edge)
    used: set[int] = set()
    kept = []
    for edge in edges:
        if edge[0] < least:
            break
        if used & {edge[1], edge[2]}:
            continue
        if _is_clear(edge, by_item, used):
            kept.append(edge)
            used |= {edge[1], edge[2]}
    return kept


def _is_clear(edge: Scored, by_item: dict[int, list[Scored]], used: set[int]) -> bool:
    """Whether no other pair of its items, both free, comes near it."""
    rivals = (
        rival
        for number in edge[1:]
        for rival in by_item[int(number)]
        if rival != edge and not used & {rival[1], rival[2]}
    )
    return max((rival[0] for rival in rivals), default=float("-inf")) <= edge[0] - MARGIN
