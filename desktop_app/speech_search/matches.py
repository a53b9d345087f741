"""Statements found: how many, and pages of them, read from the store only when shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.items import Item, Statement
from desktop_app.search.highlight import Highlighter
from desktop_app.search.nodes import Node


@dataclass(frozen=True, slots=True)
class SaidHit:
    """A statement, the item it stands in, and its person as shown.

    `marks` are the query's words in its text, code points from first to before last.
    """

    item: Item
    statement: Statement
    person: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class SaidMatches:
    """All statements that match a query: each is the number of its item and a place there.

    `order` says which of these comes first, second and so on.
    """

    query: Node
    numbers: Sequence[int]
    places: Sequence[int]
    order: Sequence[int]
    items: Callable[[Sequence[int]], dict[int, Item]]
    shown: Callable[[str], str]

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.order)

    def hits(self, start: int, stop: int) -> list[SaidHit]:
        """Those from place `start` to before `stop`; what is gone since is left out."""
        wanted = [(self.numbers[one], self.places[one]) for one in self.order[start:stop]]
        items = self.items(list(dict.fromkeys(number for number, _place in wanted)))
        highlighter = Highlighter.of(self.query)
        return [
            self._hit(items[number], items[number].statements[place], highlighter)
            for number, place in wanted
            if number in items and place < len(items[number].statements)
        ]

    def _hit(self, item: Item, statement: Statement, highlighter: Highlighter) -> SaidHit:
        marks = tuple((a, b) for a, b, _term in highlighter.in_body(statement.text))
        return SaidHit(item, statement, self.shown(statement.speaker), marks)
