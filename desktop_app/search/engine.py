"""What any search engine must do for Beilin, whatever holds its postings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Protocol

from desktop_app.messages import Message
from desktop_app.search.explained import Explained
from desktop_app.search.figures import By, Counted, Frequencies, Row, Trend
from desktop_app.search.nodes import Node
from desktop_app.workers import ALONE, Workers

FACETS = ("year", "language", "kind", "source")
MIXED = "mul"
"""What stands for several languages among languages: ISO 639-2, "multiple languages"."""


class Sort(str, Enum):
    """The order of hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Document:
    """An item as an engine indexes it. `number` is the archive's own, never reused.

    `speakers` are those reported to speak, `said` their words; `other_languages` are
    those it is also written in.
    """

    number: int
    title: str
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    date: date | None
    language: str
    kind: str
    source: str
    has_photo: bool
    speakers: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    other_languages: tuple[str, ...] = ()


class Matches(Protocol):
    """All matches of a query, in the order asked for. Safe to read from any thread."""

    @property
    def query(self) -> Node:
        """What was asked."""

    @property
    def numbers(self) -> Sequence[int]:
        """The documents' numbers, best first; may be put in order only as it is read."""

    @property
    def scores(self) -> Sequence[float]:
        """The score of each of `numbers`."""

    @property
    def facets(self) -> Mapping[str, Mapping[str, int]]:
        """For each of `FACETS`, value -> count, exact over all matches.

        Items without a date are in no year; one in several languages counts in each of
        them, and in `MIXED`.
        """

    @property
    def took_ms(self) -> float:
        """The engine's own time in milliseconds."""


@dataclass(frozen=True, slots=True)
class Term:
    """An indexed word and how many documents hold it."""

    text: str
    documents: int


class Vocabulary(Protocol):
    """The indexed words of one field, folded."""

    def documents(self, word: str) -> int:
        """How many documents hold `word`; 0 for none."""

    def beginning(self, prefix: str, limit: int) -> Sequence[Term]:
        """The `limit` words in most documents that begin with `prefix`, most first."""

    def similar(self, word: str, distance: int) -> Sequence[Term]:
        """Words at most `distance` letters put in, left out or changed from `word`.

        `word` itself is left out; most documents first.
        """

    def forms(self, word: str) -> Sequence[str]:
        """The forms of an English word that are indexed, sorted; none for another word."""


class Searches(Protocol):
    """What is asked of an index, or of several together."""

    def search(
        self,
        query: Node,
        sort: Sort = Sort.RELEVANCE,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Matches:
        """Find all matches; raises `Cancelled` soon after `cancelled` returns True."""

    def explain(self, query: Node) -> Explained:
        """How `query` is worked out, step by step."""

    def trend(self, rows: Sequence[Row], base: Node, by: By) -> Trend:
        """How many of the items that `base` finds match each of `rows`, by period."""

    def frequencies(self, field: str, words: Sequence[str]) -> Frequencies:
        """The tokens in `field` of each of these folded words, and of all words."""

    def counted(self, field: str, numbers: Sequence[int], least: int) -> Counted:
        """The words that documents of these numbers hold in `field`, `least` times or more."""

    def facets(self, numbers: Sequence[int]) -> Mapping[str, Mapping[str, int]]:
        """For each of `FACETS`, value -> count, over documents of these numbers.

        One that stands there several times counts as often.
        """

    def vocabulary(self, field: str = "text") -> Vocabulary:
        """The words indexed in `field`."""


class SearchEngine(Searches, Protocol):
    """An index of documents. Readers see the last commit until they `refresh`."""

    def add(self, documents: Iterable[Document], covered: int, workers: Workers = ALONE) -> None:
        """Index `documents`, in place of older ones of the same number, and commit.

        `covered` is the archive's change number the index then stands at; it becomes
        true in the same step as the documents. An engine may have `workers` do part of
        it; it raises `WorkersLost` where these take no more work, and commits nothing.
        """

    @property
    def covered(self) -> int:
        """The change number the index stands at; 0 where there is no index."""

    @property
    def count(self) -> int:
        """How many documents the index holds."""

    def faults(self) -> Sequence[Message]:
        """What is wrong with the index's files, each named; looks at all of them."""

    def refresh(self) -> None:
        """Look at the newest commit from now on."""

    def clear(self) -> None:
        """Drop the whole index, to be built anew."""

    def close(self) -> None:
        """Let go of all files."""
