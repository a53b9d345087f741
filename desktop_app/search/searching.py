"""What is asked of a snapshot, of one index or of several together."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from desktop_app.errors import Cancelled
from desktop_app.search.codec.blocks import Array
from desktop_app.search.engine import Sort
from desktop_app.search.explained import Explained
from desktop_app.search.facets import facets_of
from desktop_app.search.figures import By, Counted, Frequencies, Row, Trend
from desktop_app.search.frequencies import WordFrequencies
from desktop_app.search.matches import ColumnMatches
from desktop_app.search.nodes import Node
from desktop_app.search.outside import NothingOutside, Outside
from desktop_app.search.plan.compiling import Compiler
from desktop_app.search.plan.step import Step
from desktop_app.search.ranking import Found, Ranking
from desktop_app.search.snapshot import Snapshot
from desktop_app.search.trend import count_trend
from desktop_app.search.view import View
from desktop_app.search.vocabulary import IndexVocabulary


class Searching:
    """Implements `Searches` for whatever has a snapshot."""

    def snapshot(self) -> Snapshot:
        """The snapshot searches look at; raises `IndexDamaged`."""
        raise NotImplementedError

    @property
    def outside(self) -> Outside:
        """Who answers what no index knows; nobody at first."""
        return NothingOutside()

    def search(
        self,
        query: Node,
        sort: Sort = Sort.RELEVANCE,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ColumnMatches:
        """Find all matches of `query`."""
        return find_all(self.snapshot(), query, sort, cancelled, self.outside)

    def explain(self, query: Node) -> Explained:
        """The steps that answer `query`."""
        return Compiler(self.snapshot(), self.outside).compile(query).explained()

    def trend(self, rows: Sequence[Row], base: Node, by: By) -> Trend:
        """How many of the items that `base` finds match each of `rows`, by period."""
        snapshot = self.snapshot()
        return count_trend(snapshot, rows, base, by, Compiler(snapshot, self.outside))

    def frequencies(self, field: str, words: Sequence[str]) -> Frequencies:
        """The tokens in `field` of each of `words`, and of all."""
        return WordFrequencies(self.snapshot(), field).of(words)

    def counted(self, field: str, numbers: Sequence[int], least: int) -> Counted:
        """The words that documents hold in `field`, `least` times or more."""
        return WordFrequencies(self.snapshot(), field).among(numbers, least)

    def facets(self, numbers: Sequence[int]) -> Mapping[str, Mapping[str, int]]:
        """Counts over documents of these numbers, each as often as it stands there."""
        return facets_of(self.snapshot().views, numbers)

    def vocabulary(self, field: str = "text") -> IndexVocabulary:
        """The words indexed in `field`."""
        return IndexVocabulary(self.snapshot(), field)


def find_all(
    snapshot: Snapshot,
    query: Node,
    sort: Sort,
    cancelled: Callable[[], bool],
    outside: Outside,
) -> ColumnMatches:
    """Find all matches of `query`; raises `Cancelled`, and `IndexDamaged`."""
    started = time.perf_counter()
    step = Compiler(snapshot, outside).compile(query)
    found = [_find(step, view, sort, cancelled) for view in snapshot.views]
    if snapshot.twins:
        found = _each_once(snapshot, found)
    ranking = Ranking(found, step, sort)
    return ColumnMatches(query, found, ranking, (time.perf_counter() - started) * 1000)


def _find(step: Step, view: View, sort: Sort, cancelled: Callable[[], bool]) -> Found:
    """The matches in one segment, with scores where these order them."""
    if cancelled():
        raise Cancelled
    if sort is not Sort.RELEVANCE:
        return Found(view, view.alive(step.documents(view)), None)
    documents, scores = step.scored(view)
    if view.living is not None:
        kept = view.living[documents]
        documents, scores = documents[kept], scores[kept]
    return Found(view, documents, scores)


def _each_once(snapshot: Snapshot, found: list[Found]) -> list[Found]:
    """`found` without what an earlier index has as well."""
    kept = snapshot.twins.without(snapshot.views, [each.documents for each in found])
    return [_only(each, documents) for each, documents in zip(found, kept, strict=True)]


def _only(found: Found, documents: Array) -> Found:
    """`found` with only these of its documents."""
    if len(documents) == len(found.documents):
        return found
    if found.scores is None:
        return replace(found, documents=documents)
    at = np.searchsorted(found.documents, documents)
    return replace(found, documents=documents, scores=found.scores[at])
