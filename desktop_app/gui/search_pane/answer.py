"""What a query found, whatever is listed of it, with all the window shows at first."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from desktop_app.errors import Cancelled
from desktop_app.search.bilingual.expanding import Expansion, Off
from desktop_app.search.engine import Matches, Sort
from desktop_app.search.nodes import Everything, Node
from desktop_app.search.query import node_of
from desktop_app.speech_search.matches import SaidMatches
from desktop_app.speech_search.ranking import StatementSort
from desktop_app.together import Searched

FIRST_ROWS = 20  # rows read with the answer: a screen on any display, two on most
Stop = Callable[[], bool]


class Lack(Enum):
    """Why nothing is found."""

    FOUND = "there is something"
    MATCH = "nothing matches"
    STATEMENTS = "nobody speaks in the archive"
    ITEMS = "the archive has no items"


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of a list: `total` of them, the `first` worked out, `read` giving any others.

    `items` are the items found, or those in which what is found stands. `expansions` are
    what was looked for too of a query in both languages; None of any other. `days` are items
    by ISO day without the dates filtered by; None where years alone are to be shown.
    """

    query: Node
    total: int
    facets: Mapping[str, Mapping[str, int]]
    took_ms: float
    first: Sequence[Any]
    read: Callable[[int, int], Sequence[Any]]
    items: Matches
    lack: Lack = Lack.FOUND
    expansions: Sequence[Expansion] | None = None
    days: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class ItemsOfSaid:
    """Implements `Matches`: the items in which the statements found stand."""

    query: Node
    numbers: Sequence[int]
    scores: Sequence[float]
    facets: Mapping[str, Mapping[str, int]]
    took_ms: float


def in_both_languages(
    archive: Searched, query: str, off: Off, find: Callable[[str | Node], Answer]
) -> Answer:
    """What `find` finds for `query` and its translations but those that are `off`."""
    if not query.strip():
        return find(query)
    read = archive.bilingual.read(query, off)
    return replace(find(read.node), expansions=read.expansions)


def items_answer(archive: Searched, query: str | Node, sort: Sort, cancelled: Stop) -> Answer:
    """The items that `query` finds; raises `Cancelled`."""
    matches = archive.search(query, sort, cancelled)
    if cancelled():
        raise Cancelled
    total = len(matches.numbers)
    # Facets are counted here, not when the window's thread asks.
    return Answer(
        query=matches.query,
        total=total,
        facets=matches.facets,
        took_ms=matches.took_ms,
        first=archive.hits(matches, 0, FIRST_ROWS, cancelled),
        read=lambda start, stop: archive.hits(matches, start, stop),
        items=matches,
        lack=Lack.FOUND if total else Lack.MATCH if _asks(query) else Lack.ITEMS,
    )


def _asks(query: str | Node) -> bool:
    return not isinstance(node_of(query), Everything)


def said_answer(
    archive: Searched, query: str | Node, sort: StatementSort, collation: str, cancelled: Stop
) -> Answer:
    """The statements that `query` finds; raises `Cancelled`.

    By speaker, names stand as readers of the language `collation` look for them.
    """
    started = time.perf_counter()
    said = archive.statements(query, sort=sort, cancelled=cancelled, collation=collation)
    if cancelled():
        raise Cancelled
    took_ms = (time.perf_counter() - started) * 1000
    return Answer(
        query=said.query,
        total=said.total,
        facets=said.facets,
        took_ms=took_ms,
        first=said.hits(0, FIRST_ROWS),
        read=said.hits,
        items=_items_of(said, took_ms),
        lack=Lack.FOUND if said.total else _lack_of_speech(archive),
    )


def _items_of(said: SaidMatches, took_ms: float) -> ItemsOfSaid:
    items = said.items
    return ItemsOfSaid(said.query, items, [1.0] * len(items), said.facets, took_ms)


def _lack_of_speech(archive: Searched) -> Lack:
    if archive.indexed() == 0:
        return Lack.ITEMS
    return Lack.MATCH if archive.speakers().rows else Lack.STATEMENTS
