"""Matches that are what a test says they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.search.nodes import Node
from desktop_app.search.query import parse


@dataclass(frozen=True)
class FixedMatches:
    """Implements `Matches`: all items of `numbers`, none better than another."""

    numbers: Sequence[int] = ()
    query: Node = field(default_factory=lambda: parse(""))
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    took_ms: float = 1.0

    @property
    def scores(self) -> Sequence[float]:
        """One for each."""
        return [1.0] * len(self.numbers)
