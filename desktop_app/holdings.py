"""What is held: searched and read, of one archive or of several together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.homes import Home
from desktop_app.indexing import never
from desktop_app.items import Item
from desktop_app.marked_items import MarkedItems, MarkedTogether
from desktop_app.overview import Overviews
from desktop_app.search.bilingual.expanding import Bilingual
from desktop_app.search.bilingual.sources import Source
from desktop_app.search.engine import Matches, Searches, Sort
from desktop_app.search.explained import Explained
from desktop_app.search.figures import By, Trend
from desktop_app.search.hits import Hit, make_hits
from desktop_app.search.nodes import Node
from desktop_app.search.query import node_of
from desktop_app.search.suggest import Suggester
from desktop_app.speaker_record import SpeakerRecords
from desktop_app.speech_search.matches import SaidMatches
from desktop_app.speech_search.ranking import StatementSort
from desktop_app.speech_search.search import Asked, SpeechSearch
from desktop_app.speech_search.speakers import Speakers
from desktop_app.store.reading import Reading
from desktop_app.word_use import WordUse


class Holdings:
    """What can be asked of an archive, or of several. Safe from several threads at once."""

    marked: MarkedItems | MarkedTogether

    def __init__(self, engine: Searches, store: Reading, speech: SpeechSearch) -> None:
        """Search with `engine`, read from `store`; `speech` finds what was said."""
        self._searches, self._reading, self._speech = engine, store, speech
        self.overview = Overviews(engine, store, self.count_pairs)

    def count_pairs(self) -> int:
        """How many pairs of items tell the same story in both languages."""
        raise NotImplementedError

    def home_of(self, _number: int) -> Home | None:
        """The home of an item; None for an archive alone."""
        return None

    def items_by_number(self, numbers: Sequence[int]) -> list[Item]:
        """The items a search found, in the order of its `numbers`."""
        return self._reading.items_by_number(numbers)

    def search(
        self,
        query: str | Node,
        sort: Sort = Sort.RELEVANCE,
        cancelled: Callable[[], bool] = never,
    ) -> Matches:
        """Find what matches `query`, whatever is typed; raises `Cancelled`."""
        return self._searches.search(self._speech.named(node_of(query)), sort, cancelled)

    def statements(
        self,
        query: str | Node = "",
        speaker: str = "",
        first: date | None = None,
        last: date | None = None,
        sort: StatementSort = StatementSort.RELEVANCE,
        cancelled: Callable[[], bool] = never,
        collation: str = "en",
    ) -> SaidMatches:
        """Find what was said: words of `query` in a statement, the rest of it in its item.

        `speaker` is any name of a person; `collation` the language whose readers look for
        speakers in the order `sort` has them. Raises `Cancelled`.
        """
        asked = Asked(node_of(query), speaker, first, last, sort, collation)
        return replace(self._speech.find(asked, cancelled), home_of=self.home_of)

    def speakers(self) -> Speakers:
        """Everyone who speaks, several names of one person together, as the reader decided."""
        return self._speech.speakers()

    @property
    def records(self) -> SpeakerRecords:
        """What is known of each speaker."""
        return SpeakerRecords(self._searches, self._reading, self._speech, self.words)

    @property
    def suggester(self) -> Suggester:
        """What to suggest while someone types, and in place of what finds nothing."""
        return Suggester(
            self._searches, self._reading.items_by_number, self._speech.person, self.marked.names
        )

    @property
    def words(self) -> WordUse:
        """How words are used: their places, their neighbours, their share over time."""
        return WordUse(self._searches, self._reading.shelf, self._speech)

    @property
    def bilingual(self) -> Bilingual:
        """Reads queries so that they find both languages."""
        return Bilingual(self._searches.vocabulary, *self.taught())

    def taught(self) -> tuple[Source, ...]:
        """The translations that pairs of items taught, of each archive."""
        return ()

    def days(self, query: str | Node) -> Trend:
        """How many of the items that `query` finds are of each day."""
        return self._searches.trend((), self._speech.named(node_of(query)), By.DAY)

    def explain(self, query: str | Node) -> Explained:
        """How the index works `query` out, step by step."""
        return self._searches.explain(self._speech.named(node_of(query)))

    def hits(
        self, matches: Matches, start: int, stop: int, cancelled: Callable[[], bool] = never
    ) -> list[Hit]:
        """The matches from place `start` to before `stop`, with what a list shows of them.

        Raises `Cancelled`.
        """
        numbers, scores = matches.numbers[start:stop], matches.scores[start:stop]
        items = self._reading.numbered(numbers)
        copies = self._reading.copies_of(numbers)
        made = make_hits(matches.query, numbers, items, scores, cancelled)
        there = [number for number in numbers if number in items]
        return [
            replace(hit, home=self.home_of(number), copies=copies.get(number, ()))
            for number, hit in zip(there, made, strict=False)
        ]
