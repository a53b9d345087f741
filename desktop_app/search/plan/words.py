"""Steps that look words up: one word, words side by side, many words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.messages import Message, message
from desktop_app.search import sets
from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.rows import spread
from desktop_app.search.explained import Explained
from desktop_app.search.indexed_word import IndexedWord
from desktop_app.search.plan.occurrences import (
    Together,
    counts_in,
    documents_of,
    occurrences,
    together,
)
from desktop_app.search.plan.step import Scored
from desktop_app.search.view import View

NOTHING: Array = np.empty(0, np.uint16)
NOWHERE: tuple[Array, int] = (np.empty(0, np.uint32), 16)
_NO_SCORES: Array = np.empty(0, np.float32)


class WordStep:
    """The documents that hold one word."""

    def __init__(self, word: IndexedWord) -> None:
        """Find `word`."""
        self.word = word

    def size(self, view: View) -> int:
        """How many documents hold the word."""
        held, place = view.segment.field(self.word.field), self.word.places[view.place]
        if held is None or place < 0:
            return 0
        start, stop = held.span(place)
        return stop - start

    def documents(self, view: View) -> Array:
        """The documents that hold the word: a slice of a column."""
        held, place = view.segment.field(self.word.field), self.word.places[view.place]
        return NOTHING if held is None or place < 0 else held.documents(*held.span(place))

    def starts(self, view: View) -> tuple[Array, int]:
        """Where the word stands, and the bits of a position in that."""
        held, place = view.segment.field(self.word.field), self.word.places[view.place]
        return NOWHERE if held is None or place < 0 else occurrences(held, place)

    def counts(self, view: View) -> tuple[Array, Array]:
        """The documents that hold the word and how often."""
        held, place = view.segment.field(self.word.field), self.word.places[view.place]
        if held is None or place < 0:
            return NOTHING, NOTHING
        return self.documents(view), held.counts_of(*held.span(place))

    def scored(self, view: View) -> Scored:
        """The documents that hold the word, by BM25F."""
        documents = self.documents(view)
        return documents, self.word.scores(view, documents)

    def scores(self, view: View, documents: Array) -> Array:
        """BM25F."""
        return self.word.scores(view, documents)

    def explained(self) -> Explained:
        """The word."""
        return Explained(_said(self.word))


class PhraseStep:
    """The documents in which words stand at their distances from the first."""

    def __init__(self, words: Sequence[IndexedWord], distances: Sequence[int]) -> None:
        """Find `words`, each so many positions after the first."""
        self._words, self._distances = words, distances
        self._field = words[0].field

    def size(self, view: View) -> int:
        """As many as hold the rarest of the words."""
        held = view.segment.field(self._field)
        places = [word.places[view.place] for word in self._words]
        if held is None or min(places) < 0:
            return 0
        return min(stop - start for start, stop in map(held.span, places))

    def starts(self, view: View) -> tuple[Array, int]:
        """Where the phrase stands, and the bits of the positions in that."""
        found = self._together(view)
        return NOWHERE if found is None else (found.starts, found.shift)

    def _together(self, view: View) -> Together | None:
        held = view.segment.field(self._field)
        places = [word.places[view.place] for word in self._words]
        if held is None or min(places) < 0:
            return None
        return together(held, list(zip(places, self._distances, strict=True)), view.count)

    def documents(self, view: View) -> Array:
        """The documents in which the phrase stands."""
        return documents_of(*self.starts(view))

    def counts(self, view: View) -> tuple[Array, Array]:
        """The documents in which the phrase stands and how often."""
        return counts_in(*self.starts(view))

    def scored(self, view: View) -> Scored:
        """The documents in which the phrase stands, by the sum of the words' scores."""
        found = self._together(view)
        if found is None or not len(found.starts):
            return NOTHING, _NO_SCORES
        documents = documents_of(found.starts, found.shift)
        at = sets.locate(found.within, documents, view.count)
        norms = view.norms(self._field, self._words[0].average).take(documents)
        total = np.zeros(len(documents), np.float32)
        for word, counts in zip(self._words, found.counts):  # noqa: B905 (hot)
            total += word.weighted(counts[at].astype(np.float32), norms)
        return documents, total

    def scores(self, view: View, documents: Array) -> Array:
        """The sum of the words' scores, as Whoosh scores a phrase."""
        total = np.zeros(len(documents), np.float32)
        for word in self._words:
            total += word.scores(view, documents)
        return total

    def explained(self) -> Explained:
        """The words."""
        words = tuple(Explained(_said(word)) for word in self._words)
        return Explained(message("side by side, the rarest word first"), words)


@dataclass(frozen=True, slots=True)
class ManyWords:
    """The documents that hold any of many words of a field; all of them score 1.

    `numbers`: in each segment the words' numbers, or a range of them.
    """

    field: str
    name: str
    numbers: Sequence[range | Array]

    def size(self, view: View) -> int:
        """At most all documents."""
        return view.count if len(self.numbers[view.place]) else 0

    def documents(self, view: View) -> Array:
        """The documents of all the words' postings, each once."""
        held, numbers = view.segment.field(self.field), self.numbers[view.place]
        if held is None or not len(numbers):
            return NOTHING
        if len(numbers) == 1:
            return held.documents(*held.span(int(numbers[0])))
        table = np.zeros(view.count, np.bool_)
        if isinstance(numbers, range):
            table[held.documents(*held.span(numbers.start, numbers.stop))] = True
        else:
            starts = held.posting_starts.astype(np.int64)
            at = spread(starts[numbers], starts[numbers + 1] - starts[numbers])
            first, last = int(at.min()), int(at.max())
            table[held.documents(first, last + 1)[at - first]] = True
        return sets.chosen(table)

    def scored(self, view: View) -> Scored:
        """The documents of all the words, 1 each."""
        documents = self.documents(view)
        return documents, np.ones(len(documents), np.float32)

    def scores(self, view: View, documents: Array) -> Array:
        """1 each, as Whoosh scores words found by a pattern."""
        return np.ones(len(documents), np.float32)

    def explained(self) -> Explained:
        """The pattern and how many words it stands for."""
        words = max(map(len, self.numbers), default=0)
        name = f"{self.field}:{self.name}"
        return Explained(message("{words} words like {name}", words=words, name=name))


def _said(word: IndexedWord) -> Message:
    name = f"{word.field}:{word.text}"
    return message("{name} (documents: {count})", name=name, count=word.documents)
