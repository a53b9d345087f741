"""Pairs by links: one item names the other's place, or both lie at one place but for language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from desktop_app.pairing.shelf import Shelf
from desktop_app.pairing.traits import Traits

NAMED, SAME_PLACE = 1.0, 0.98
"""Scores: the source says so; the places say so."""
_NOBODY = -1  # at a place where several items lie

Edge = tuple[int, int, float]
"""Numbers of an English and a Chinese item, and a score."""


def linked(english: Shelf, chinese: Shelf) -> Iterator[Edge]:
    """Yield the pairs that links make, those that are named first."""
    by_place = [_single(shelf, "own") for shelf in (english, chinese)]
    for one in english.traits:
        for number in _led_to(one, by_place[1]):
            yield one.number, number, NAMED
    for other in chinese.traits:
        for number in _led_to(other, by_place[0]):
            yield number, other.number, NAMED
    ours, theirs = (_single(shelf, "neutral") for shelf in (english, chinese))
    for place, number in ours.items():
        counterpart = theirs.get(place, _NOBODY)
        if _NOBODY not in (number, counterpart) and not _is_one_place(
            english.of(number), chinese.of(counterpart)
        ):
            yield number, counterpart, SAME_PLACE


def _is_one_place(one: Traits, other: Traits) -> bool:
    """Whether both come from the same file or address, which is no version of itself."""
    return not set(one.own.tolist()).isdisjoint(other.own.tolist())


def _led_to(item: Traits, by_place: dict[int, int]) -> Iterator[int]:
    for place in item.named.tolist():
        if (number := by_place.get(place, _NOBODY)) != _NOBODY:
            yield number


def _single(shelf: Shelf, which: str) -> dict[int, int]:
    """The item at each place; places of several items have nobody."""
    found: dict[int, int] = defaultdict(lambda: _NOBODY)
    met: set[int] = set()
    for each in shelf.traits:
        for place in getattr(each, which).tolist():
            found[place] = _NOBODY if place in met else each.number
            met.add(place)
    return dict(found)
