"""Finding statements: items by the index, then each of their statements by its text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.errors import Cancelled
from desktop_app.items import Item
from desktop_app.language.folding import fold_letters
from desktop_app.search.dates import FIRST_DAY, LAST_DAY, day_number
from desktop_app.search.engine import SearchEngine
from desktop_app.search.finders import Finder, finder_of
from desktop_app.search.nodes import All, DateRange, Everything, Node
from desktop_app.search.speaker_names import asks_for_speakers
from desktop_app.search.text_test import (
    Passage,
    Test,
    item_query,
    of_item,
    passage_test,
    reads_text,
    said_words,
)
from desktop_app.speech_search.matches import SaidMatches
from desktop_app.speech_search.ranking import Found, StatementSort, in_order
from desktop_app.speech_search.speakers import Speakers, SpeakersOf
from desktop_app.store.said import SaidIn
from desktop_app.store.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """What statements are looked for: a query, a person's name or "", days or None."""

    query: Node
    speaker: str = ""
    first: date | None = None
    last: date | None = None
    sort: StatementSort = StatementSort.RELEVANCE

    @property
    def node(self) -> Node:
        """The query, with the days as a part of it."""
        if self.first is None and self.last is None:
            return self.query
        first = day_number(self.first) or FIRST_DAY
        return All((self.query, DateRange(first, day_number(self.last) or LAST_DAY)))


class SpeechSearch:
    """Looks among the statements of an archive. Safe to use from several threads at once."""

    def __init__(self, engine: SearchEngine, store: Store) -> None:
        """Find items with `engine`, statements in `store`."""
        self._engine, self._store = engine, store
        self._speakers = SpeakersOf(store)

    def speakers(self) -> Speakers:
        """Everyone who speaks."""
        return self._speakers.now()

    def person(self, name: str) -> str:
        """What the person is called who speaks under `name`."""
        return self.speakers().person(name)

    def named(self, query: Node) -> Node:
        """`query` of items, speakers in it looked for under all names of their persons."""
        return self.speakers().names.expanded(query) if asks_for_speakers(query) else query

    def find(self, asked: Asked, cancelled: Callable[[], bool]) -> SaidMatches:
        """All statements that match; raises `Cancelled`."""
        run = _Run(self._engine, self._store, self.speakers(), cancelled)
        found = [*run.found(asked)]
        person = run.speakers.person
        places = in_order(found, asked.sort, self._store.speech.count(), person)
        return SaidMatches(asked.query, places, self._items, person)

    def _items(self, numbers: Sequence[int]) -> dict[int, Item]:
        found = ((number, self._store.items_by_number([number])) for number in numbers)
        return {number: items[0] for number, items in found if items}


@dataclass(frozen=True, slots=True)
class _Run:
    """One search."""

    engine: SearchEngine
    store: Store
    speakers: Speakers
    cancelled: Callable[[], bool]

    def found(self, asked: Asked) -> Iterator[Found]:
        node = asked.node
        speakers = self.speakers.names_meant(asked.speaker) if asked.speaker else None
        words = [*dict.fromkeys(said_words(node))] if asked.sort is StatementSort.RELEVANCE else []
        counters = [finder_of(each) for each in words]
        test = passage_test(_beyond_items(node), self.speakers.names.meant, self._items)
        for each in self._said(node, speakers):
            if self.cancelled():
                raise Cancelled
            yield from _matching(each, test, counters)

    def _said(self, node: Node, speakers: Collection[str] | None) -> Iterator[SaidIn]:
        """The statements that may match."""
        query = item_query(node, self.speakers.names.meant)
        numbers = None if _is_everything(query) else self._items(query)
        yield from self.store.speech.said(numbers, speakers, reads_text(node))

    def _items(self, node: Node) -> set[int]:
        return set(self.engine.search(node, cancelled=self.cancelled).numbers[:])


def _matching(said: SaidIn, test: Test, counters: Sequence[Finder]) -> Iterator[Found]:
    """Those of the statements of an item that pass `test`."""
    folded, offsets = fold_letters(said.text)
    for each in said.said:
        if offsets is None:
            text = folded[each.first : each.last]
        else:
            text = fold_letters(said.text[each.first : each.last])[0]
        if test(Passage(text, each.speaker, each.item)):
            counts = tuple(sum(1 for _ in find(text)) for find in counters)
            yield Found(each.item, each.place, said.day, each.speaker, counts, len(text))


def _beyond_items(node: Node) -> Node:
    """What of `node` is still to be tested on an item the index has found."""
    if of_item(node):
        return Everything()
    if isinstance(node, All):
        return All(tuple(part for part in node.parts if not of_item(part)))
    return node


def _is_everything(node: Node) -> bool:
    parts = node.parts if isinstance(node, All) else (node,)
    return all(isinstance(part, Everything) for part in parts)
