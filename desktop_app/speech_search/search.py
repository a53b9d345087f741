"""Finding statements: items by the index, then each of their statements by its text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.errors import Cancelled
from desktop_app.language.folding import fold_letters, letters_in_place
from desktop_app.search.dates import FIRST_DAY, LAST_DAY, day_number
from desktop_app.search.engine import Searches
from desktop_app.search.finders import finder_of
from desktop_app.search.nodes import All, DateRange, Everything, Node, OwnFirst, Words
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
from desktop_app.store.reading import Reading
from desktop_app.store.said import Said, SaidIn


@dataclass(frozen=True, slots=True)
class Asked:
    """What statements are looked for: a query, a person's name or "", days or None."""

    query: Node
    speaker: str = ""
    first: date | None = None
    last: date | None = None
    sort: StatementSort = StatementSort.RELEVANCE
    collation: str = "en"  # the language whose readers look for names in this order

    @property
    def node(self) -> Node:
        """The query, with the days as a part of it."""
        if self.first is None and self.last is None:
            return self.query
        first = day_number(self.first) or FIRST_DAY
        return All((self.query, DateRange(first, day_number(self.last) or LAST_DAY)))


class SpeechSearch:
    """Looks among the statements of an archive. Safe to use from several threads at once."""

    def __init__(self, engine: Searches, store: Reading) -> None:
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
        found, person = run.found(asked), run.speakers.person
        order = in_order(found, asked.sort, self._store.speech.count(), person, asked.collation)
        return SaidMatches(
            query=asked.query,
            numbers=found.items,
            places=found.places,
            order=order,
            read=self._store.said_by_place,
            shown=person,
            counted=self._engine.facets,
        )


@dataclass(frozen=True, slots=True)
class _Run:
    """One search."""

    engine: Searches
    store: Reading
    speakers: Speakers
    cancelled: Callable[[], bool]

    def found(self, asked: Asked) -> Found:
        """All that matches, in the order of items."""
        (own, node), names = _own_and_all(asked.node), self.speakers.names.meant
        speakers = self.speakers.names_meant(asked.speaker) if asked.speaker else None
        query = item_query(node, names)
        numbers = None if _is_everything(query) else self._items(query)
        test = passage_test(_beyond_items(node), names, self._items)
        if not reads_text(node):
            return self._by_heads(numbers, speakers, test)
        typed = test if own is node else passage_test(own, names, self._items)
        words = [*dict.fromkeys(said_words(node))] if asked.sort is StatementSort.RELEVANCE else []
        return self._by_texts(self.store.speech.said(numbers, speakers), test, typed, words)

    def _by_heads(
        self, numbers: Collection[int] | None, speakers: Collection[str] | None, test: Test
    ) -> Found:
        """Those that need no look at their text."""
        found = Found(0)
        for item, place, day, speaker in self.store.speech.heads(numbers, speakers):
            self._go_on()
            if test(Passage("", speaker, item)):
                found.add(item, place, day, speaker)
        return found

    def _by_texts(
        self, said: Iterable[SaidIn], test: Test, typed: Test, words: Sequence[Words]
    ) -> Found:
        """Those whose texts pass `test`, with how often they have each of `words`.

        What does not pass `typed` has them by translation.
        """
        found, counters = Found(len(words)), [finder_of(each) for each in words]
        for one in said:
            self._go_on()
            for each, text in _folded(one):
                passage = Passage(text, each.speaker, one.item)
                if test(passage):
                    found.add(one.item, each.place, one.day, each.speaker)
                    if typed is not test and not typed(passage):
                        found.only_translated()
                    found.weigh((sum(1 for _ in find(text)) for find in counters), len(text))
        return found

    def _go_on(self) -> None:
        if self.cancelled():
            raise Cancelled

    def _items(self, node: Node) -> set[int]:
        return set(self.engine.search(node, cancelled=self.cancelled).numbers[:])


def _folded(said: SaidIn) -> Iterator[tuple[Said, str]]:
    """Each statement of an item with its folded text.

    Where folding moves places, each is folded by itself: to say where each place went took a
    third of a search for 合作 in both languages.
    """
    folded = letters_in_place(said.text)
    for each in said.said:
        if folded is not None:
            yield each, folded[each.first : each.last]
        else:
            yield each, fold_letters(said.text[each.first : each.last])[0]


def _own_and_all(node: Node) -> tuple[Node, Node]:
    """What was typed, and that with its translations; the same where it has none."""
    return (node.parts[0], node.parts[1]) if isinstance(node, OwnFirst) else (node, node)


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
