"""What the engine on columns gives for a query."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar, overload

from desktop_app.search.facets import count_facets
from desktop_app.search.nodes import Node
from desktop_app.search.ranking import Found, Ranking

Value = TypeVar("Value", int, float)


class Ordered(Sequence[Value], Generic[Value]):
    """A sequence that is put in order as it is read."""

    def __init__(self, length: int, read: Callable[[range], list[Value]]) -> None:
        """Read ranges of places through `read`."""
        self._places = range(length)
        self._read: Callable[[range], list[Value]] = read

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> list[Value]: ...
    def __getitem__(self, place: int | slice) -> Value | list[Value]:
        """One value, or those of a slice."""
        if isinstance(place, slice):
            places = self._places[place]
            if places.step > 0:
                return self._read(places)
            return self._read(self._places)[place]
        at = self._places[place]
        return self._read(range(at, at + 1))[0]


@dataclass(frozen=True)
class ColumnMatches:
    """Implements `Matches`."""

    query: Node
    found: Sequence[Found]
    ranking: Ranking
    took_ms: float

    @cached_property
    def numbers(self) -> Sequence[int]:
        """The documents' numbers, best first."""
        return Ordered(self.ranking.total, self.ranking.numbers)

    @cached_property
    def scores(self) -> Sequence[float]:
        """The score of each."""
        return Ordered(self.ranking.total, self.ranking.scores)

    @cached_property
    def facets(self) -> Mapping[str, Mapping[str, int]]:
        """Counts over all of them."""
        return count_facets(self.found)
