"""How words are used in an archive: from a query to places, neighbours and figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.key_words import in_speech, wanted_of
from desktop_app.language.bulk_folding import Array
from desktop_app.language.tokens import HAN
from desktop_app.search.engine import Searches, Sort
from desktop_app.search.figures import By, Row, Trend
from desktop_app.search.nodes import All, AnyOf, Everything, Keyword, Node, Not, Text
from desktop_app.search.query import node_of
from desktop_app.speech_search.search import SpeechSearch
from desktop_app.speeches.collocates import Collocate, FrequenciesOf, collocates
from desktop_app.speeches.concordance import Concordance, concordance
from desktop_app.speeches.contrast import Comparison, compare_bodies
from desktop_app.speeches.keyness import LEAST, KeyToken, keyness, spoken_keyness
from desktop_app.speeches.shelf import PersonShelf, Shelf
from desktop_app.speeches.word_counts import WordCounts, count_words

SPAN = 5  # tokens left and right in which collocates are looked for, as concordancers do
_PAGE = 500  # items whose texts are held at a time


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class TrendFilter:
    """Which items a trend is counted among: those of a source, those a speaker speaks in."""

    speaker: str = ""
    source: str = ""


class WordUse:
    """Answers from an archive's index and the texts of its items. Safe for several threads."""

    def __init__(self, engine: Searches, shelf: Shelf, speech: SpeechSearch) -> None:
        """Ask `engine` which items, read them from `shelf`; `speech` knows who is who."""
        self._engine, self._speech = engine, speech
        self._shelf: Shelf = PersonShelf(shelf, lambda: speech.speakers().person)

    def concordance(self, query: str | Node, cancelled: Callable[[], bool] = _never) -> Concordance:
        """Each place in paragraphs of the words of `query`, in the items that it finds.

        Where it has ``said:`` or ``speaker:``, the places in statements (of that speaker)
        alone. Raises `Cancelled`.
        """
        return self._concordance(self._parsed(query), cancelled)

    def _concordance(self, node: Node, cancelled: Callable[[], bool]) -> Concordance:
        wanted = wanted_of(node, self._engine.vocabulary())
        numbers = self._numbers(node, cancelled)
        return concordance(self._shelf, numbers, wanted.words, wanted.by, cancelled)

    def collocates(
        self, query: str | Node, span: int = SPAN, cancelled: Callable[[], bool] = _never
    ) -> list[Collocate]:
        """The words at most `span` tokens from those of `query`, in the items it finds.

        Strongest first. Raises `Cancelled`.
        """
        node = self._parsed(query)
        wanted = wanted_of(node, self._engine.vocabulary())
        numbers, common = self._numbers(node, cancelled), self._frequencies("text")
        return collocates(self._shelf, numbers, wanted.words, span, common, cancelled)

    def keyness(self, query: str, cancelled: Callable[[], bool] = _never) -> list[KeyToken]:
        """The words of the items that `query` finds against all others, the most telling first.

        Titles and captions are in it. Raises `Cancelled`.
        """
        numbers = self._numbers(self._parsed(query), cancelled)
        counted = self._engine.counted("text", numbers, 1)
        return self._key_tokens(counted.words, counted.own, "text")

    def key_words(self, query: str, cancelled: Callable[[], bool] = _never) -> list[KeyToken]:
        """`keyness`; where `query` has ``speaker:`` or ``said:``, of what is said alone.

        Raises `Cancelled`.
        """
        node = self._parsed(query)
        if wanted_of(node, self._engine.vocabulary()).by is None:
            return self.keyness(query, cancelled)
        return spoken_keyness(self._body(node, cancelled), self._frequencies("said"))

    def speaker_keyness(
        self, speaker: str, cancelled: Callable[[], bool] = _never
    ) -> list[KeyToken]:
        """The words that a person of this name says, against all that is said.

        Raises `Cancelled`.
        """
        names = self._speech.speakers().names_meant(speaker)
        return self.of_speaker(names, cancelled)[1]

    def of_speaker(
        self, names: Iterable[str], cancelled: Callable[[], bool] = _never
    ) -> tuple[WordCounts, list[KeyToken]]:
        """What is said under `names`, and its words against all that is said.

        Raises `Cancelled`.
        """
        body = self._body(_any_speaker(names), cancelled)
        return body, spoken_keyness(body, self._frequencies("said"))

    def compare(
        self, first: str | Node, second: str | Node, cancelled: Callable[[], bool] = _never
    ) -> Comparison:
        """What the items of one query say and those of another do not, and the other way round.

        Where a query has ``speaker:`` or ``said:``, only what is said there (by that speaker)
        counts; else the paragraphs of its items. Raises `Cancelled`.
        """
        bodies = [self._body(self._parsed(query), cancelled) for query in (first, second)]
        return compare_bodies(bodies[0], bodies[1], cancelled)

    def _body(self, node: Node, cancelled: Callable[[], bool]) -> WordCounts:
        """The words of the items that `node` finds, or of the statements in them it is about."""
        numbers = self._numbers(node, cancelled)
        by = wanted_of(node, self._engine.vocabulary()).by
        texts = (text for _number, text in self._shelf.texts(numbers))
        return count_words(texts if by is None else self._spoken(numbers, by), cancelled)

    def _spoken(self, numbers: Sequence[int], by: Callable[[str], bool]) -> Iterator[str]:
        """What is said in items by the speakers for whom `by` is true."""
        verdicts: dict[str, bool] = {}
        for start in range(0, len(numbers), _PAGE):
            page = numbers[start : start + _PAGE]
            texts = dict(self._shelf.texts(page))
            for number, first, last, speaker in self._shelf.spoken(page):
                if speaker not in verdicts:
                    verdicts[speaker] = by(speaker)
                if verdicts[speaker] and number in texts:
                    yield texts[number][first:last]

    def _key_tokens(self, words: Sequence[str], own: Array, field: str) -> list[KeyToken]:
        chinese = np.array([HAN.match(word) is not None for word in words], np.bool_)
        often = np.flatnonzero(own >= LEAST)
        kept = [words[place] for place in often.tolist()]

        def size(kind: bool) -> int:
            return int(own[chinese == kind].sum())

        return keyness(kept, own[often], size, self._frequencies(field))

    def trend(
        self, queries: Sequence[str | Node], by: By, among: TrendFilter | None = None
    ) -> Trend:
        """How many items of each month or year match each of `queries`.

        Among a speaker's items, those match in which the speaker says so; for that their
        statements are read, all else comes from the index's columns alone.
        """
        among = among or TrendFilter()
        base: list[Node] = []
        rows: list[Row] = [self._parsed(query) for query in queries]
        if among.source:
            base.append(Keyword("source", among.source))
        if among.speaker:
            names = self._speech.speakers().names_meant(among.speaker)
            speaking = _any_speaker(names)
            base.append(speaking)
            rows = [self._said(self._parsed(query), speaking) for query in queries]
        whole = All(tuple(base)) if base else Everything()
        return self._engine.trend(rows, whole, by)

    def _said(self, node: Node, speaking: Node) -> list[int]:
        """The items in which what `node` looks for is said by whom `speaking` names."""
        found = self._concordance(All((in_speech(node), speaking)), _never)
        numbers: list[int] = np.unique(found.places.numbers).tolist()
        return numbers

    def _parsed(self, query: str | Node) -> Node:
        """The tree of `query`, each speaker under all their names."""
        return self._speech.named(node_of(query))

    def _numbers(self, node: Node, cancelled: Callable[[], bool]) -> list[int]:
        return sorted(self._engine.search(node, Sort.OLDEST, cancelled).numbers[:])

    def _frequencies(self, field: str) -> FrequenciesOf:
        def of(words: Sequence[str]) -> tuple[Array, int, int]:
            found = self._engine.frequencies(field, words)
            return found.words, found.latin, found.chinese

        return of


def _any_speaker(names: Iterable[str]) -> Node:
    """Items in which one of `names` speaks; none where there are no names."""
    found = tuple(Text(name, "speaker", exact=True) for name in sorted(names))
    return AnyOf(found) if found else Not(Everything())
