"""What any search engine must do for Beilin, whatever holds its postings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Protocol

from desktop_app.search.query import Node

FACETS = ("year", "language", "kind", "source")


class Sort(str, Enum):
    """The order of hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Document:
    """An item as an engine indexes it. `number` is the archive's own, never reused."""

    number: int
    title: str
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    date: date | None
    language: str
    kind: str
    source: str
    has_photo: bool


@dataclass(frozen=True, slots=True)
class Matches:
    """All matches of a query: document numbers in order, their scores, facet counts.

    `facets` maps each of `FACETS` to value -> count, exact over all matches; items
    without a date are in no year. `took_ms` is the engine's own time.
    """

    query: Node
    numbers: Sequence[int]
    scores: Sequence[float]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    took_ms: float = 0.0


class SearchEngine(Protocol):
    """An index of documents. Readers see the last commit until they `refresh`."""

    def add(self, documents: Iterable[Document], covered: int) -> None:
        """Index `documents`, in place of older ones of the same number, and commit.

        `covered` is the archive's change number the index then stands at; it is
        written last.
        """

    @property
    def covered(self) -> int:
        """The change number the index stands at; 0 where there is no index."""

    @property
    def count(self) -> int:
        """How many documents the index holds."""

    def search(
        self,
        query: Node,
        sort: Sort = Sort.RELEVANCE,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Matches:
        """Find all matches; raises `Cancelled` soon after `cancelled` returns True."""

    def refresh(self) -> None:
        """Look at the newest commit from now on."""

    def clear(self) -> None:
        """Drop the whole index, to be built anew."""

    def close(self) -> None:
        """Let go of all files."""
