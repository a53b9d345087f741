"""Words near each other: the places where all of them stand within so many words."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from desktop_app.language.tokens import Token, tokens


class _Place(NamedTuple):
    """One occurrence of part number `part`: its first and last position, its span."""

    first: int
    last: int
    part: int
    start: int
    end: int


def find_near(text: str, parts: Sequence[str], distance: int) -> Iterator[tuple[int, int]]:
    """Where the folded `parts` stand in `text`, in any order, near enough to each other.

    At most `distance` positions between them in all belong to no part. Yields the span
    of every part, once each, in order.
    """
    counts = Counter(parts)  # a part asked for twice must stand there twice
    near: set[_Place] = set()
    for window in _windows(_places(text, list(counts)), list(counts.values())):
        if _between(window) <= distance:
            near.update(window)
    yield from ((place.start, place.end) for place in sorted(near))


def _places(text: str, parts: Sequence[str]) -> Iterator[_Place]:
    """All occurrences of all parts, in the order in which they begin."""
    stream = list(tokens(text))
    rows: dict[str, list[tuple[int, list[str]]]] = {}
    for number, part in enumerate(parts):
        row = [token.text for token in tokens(part)]
        rows.setdefault(row[0], []).append((number, row))
    for here, first in enumerate(stream):
        for number, row in rows.get(first.text, ()):
            last = _last(stream, here, row)
            if last is not None:
                yield _Place(first.position, last.position, number, first.start, last.end)


def _last(stream: Sequence[Token], here: int, row: Sequence[str]) -> Token | None:
    """The last token of `row` where it stands at `here`, position by position."""
    piece = stream[here : here + len(row)]
    if [token.text for token in piece] != row:
        return None
    together = piece[-1].position - piece[0].position == len(row) - 1
    return piece[-1] if together else None


def _windows(places: Iterable[_Place], counts: Sequence[int]) -> Iterator[Collection[_Place]]:
    """For every place, the nearest ones of each part up to it, as many as are asked for."""
    latest = [deque[_Place](maxlen=count) for count in counts]
    for place in places:
        latest[place.part].append(place)
        if all(len(held) == held.maxlen for held in latest):
            yield tuple(chain.from_iterable(latest))


def _between(window: Collection[_Place]) -> int:
    """How many positions from the first part to the last belong to none."""
    own = sum(place.last - place.first + 1 for place in window)
    whole = max(place.last for place in window) - min(place.first for place in window) + 1
    return whole - own
