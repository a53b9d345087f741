"""Matches in order, worked out only as far as they are read.

Putting 40,000 matches in order takes longer than finding them, and nobody reads past
the first few hundred: the best are picked out, more of them each time more are asked for.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from desktop_app.search import sets
from desktop_app.search.codec.blocks import Array
from desktop_app.search.engine import Sort
from desktop_app.search.plan.step import Step
from desktop_app.search.view import View

_FIRST = 64  # matches put in order at first
_FEW = 300  # so many are put in order whole: picking the best out first would cost more
_UNDATED = 99999999


@dataclass(frozen=True, slots=True)
class Found:
    """The matches in one segment: documents, and their scores where these order them."""

    view: View
    documents: Array
    scores: Array | None


class Ranking:
    """The order of the matches of one query. Safe to use from several threads at once."""

    def __init__(self, found: Sequence[Found], step: Step, sort: Sort) -> None:
        """Order what was `found` by `step`."""
        self._found = [each for each in found if len(each.documents)]
        self._step, self._sort = step, sort
        self._starts = [0]
        for each in self._found:
            self._starts.append(self._starts[-1] + len(each.documents))
        self.total = self._starts[-1]
        self._order: Array = np.empty(0, np.int64)
        self._lock = threading.Lock()

    def numbers(self, places: range) -> list[int]:
        """The documents' own numbers at `places` of the order."""
        numbers = [each.view.numbers.data for each in self._found]
        documents = [each.documents.data for each in self._found]
        return [numbers[own][documents[own][at]] for own, at in self._located(places)]

    def scores(self, places: range) -> list[float]:
        """The scores at `places` of the order."""
        scores = self._scores_each
        return [float(scores[segment][at]) for segment, at in self._located(places)]

    def _located(self, places: range) -> list[tuple[int, int]]:
        """The segment of each match at `places` of the order, and its place among them."""
        starts = self._starts
        located = []
        for match in self._ordered(places).tolist():
            segment = bisect_right(starts, match) - 1
            located.append((segment, match - starts[segment]))
        return located

    def _ordered(self, places: range) -> Array:
        """The matches, numbered through all segments, at `places` of the order."""
        stop = places.stop if places else 0
        with self._lock:
            if stop > len(self._order):
                most = min(self.total, max(_FIRST, stop, 4 * len(self._order)))
                scored = self._sort is Sort.RELEVANCE
                self._order = self._best_scored(most) if scored else self._best_dated(most)
            return self._order[places.start : places.stop : places.step]

    def _best_scored(self, most: int) -> Array:
        """The `most` matches that score highest; of equals, the older number first."""
        scores = self._all_scores
        chosen = self._candidates(scores, most)
        if self._in_order:
            return chosen[np.argsort(-scores[chosen], kind="stable")[:most]]
        return chosen[np.lexsort((self._numbers_of(chosen), -scores[chosen]))[:most]]

    def _candidates(self, scores: Array, most: int) -> Array:
        """Matches among which the `most` best are, ascending, and not many more."""
        if self.total <= max(_FEW, most):
            return np.arange(self.total)
        if scores.min() == scores.max():
            return self._first(np.arange(self.total), most)
        least = np.partition(scores, self.total - most)[self.total - most]
        chosen = np.flatnonzero(scores >= least)
        if len(chosen) <= 2 * most:
            return chosen
        above, equal = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
        return np.sort(np.concatenate((above, self._first(equal, most - len(above)))))

    def _first(self, matches: Array, most: int) -> Array:
        """The `most` of `matches` with the oldest numbers."""
        if self._in_order:
            return matches[:most]
        return matches[np.sort(np.argpartition(self._numbers_of(matches), most - 1)[:most])]

    def _best_dated(self, most: int) -> Array:
        """The `most` newest or oldest matches, undated ones last; equals by their number."""
        keys = self._date_keys
        if most >= self.total:
            return np.argsort(keys)
        chosen = np.argpartition(keys, most - 1)[:most]
        return chosen[np.argsort(keys[chosen])]

    @cached_property
    def _in_order(self) -> bool:
        """Whether the matches come in the order of their documents' numbers."""
        views = [each.view for each in self._found]
        return all(view.in_order for view in views) and all(
            first.numbers[-1] < second.numbers[0]
            for first, second in zip(views, views[1:])  # noqa: B905, RUF007 (hot)
        )

    @cached_property
    def _all_scores(self) -> Array:
        parts = [each.scores for each in self._found if each.scores is not None]
        return parts[0] if len(parts) == 1 else np.concatenate([np.empty(0, "f4"), *parts])

    @cached_property
    def _scores_each(self) -> list[Array]:
        """The scores in each segment, worked out now where they did not order the matches."""
        return [
            self._scores_in(each) if each.scores is None else each.scores for each in self._found
        ]

    def _scores_in(self, found: Found) -> Array:
        documents, scores = self._step.scored(found.view)
        return scores[sets.locate(documents, found.documents, found.view.count)]

    @cached_property
    def _date_keys(self) -> Array:
        """A number for each match that grows in the order asked for."""
        keys: list[Array] = [np.empty(0, np.int64)]
        for each in self._found:
            days = each.view.segment.numbers("date")[each.documents].astype(np.int64)
            if self._sort is Sort.NEWEST:
                days = _UNDATED - days
            else:
                days[days == 0] = _UNDATED
            keys.append((days << 32) | each.view.numbers[each.documents])
        return np.concatenate(keys)

    def _numbers_of(self, matches: Array) -> Array:
        """The documents' numbers of `matches`, which are numbered through all segments."""
        numbers = [each.view.numbers[each.documents] for each in self._found]
        return np.concatenate([np.empty(0, np.int64), *numbers])[matches]
