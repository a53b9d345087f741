"""Matches in order, worked out only as far as they are read.

Putting 40,000 matches in order takes longer than finding them, and nobody reads past
the first few hundred: the best are picked out, more of them each time more are asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.engine import Sort
from desktop_app.search.plan.step import Step
from desktop_app.search.snapshot import View

_FIRST = 64  # matches put in order at first
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
        self._found, self._step, self._sort = found, step, sort
        self._starts = np.cumsum([0, *(len(each.documents) for each in found)])
        self.total = int(self._starts[-1])
        self._order: Array = np.empty(0, np.int64)
        self._lock = threading.Lock()

    def numbers(self, places: range) -> list[int]:
        """The documents' own numbers at `places` of the order."""
        order = self._ordered(places)
        return self._gather(order, self._number_of).astype(np.int64).tolist()

    def scores(self, places: range) -> list[float]:
        """The scores at `places` of the order."""
        order = self._ordered(places)
        return self._gather(order, self._scores_of).tolist()

    def _ordered(self, places: range) -> Array:
        """The matches, as numbers through all segments, at `places` of the order."""
        stop = max(places.start, places.stop) if places else 0
        with self._lock:
            if stop > len(self._order):
                most = max(_FIRST, stop, 4 * len(self._order))
                best = self._best_scored if self._sort is Sort.RELEVANCE else self._best_dated
                self._order = best(min(most, self.total))
            return self._order[places.start : places.stop : places.step]

    def _best_scored(self, most: int) -> Array:
        """The `most` matches that score highest; of equals, the older number first."""
        scores = self._all_scores
        if most < self.total:
            least = np.partition(scores, self.total - most)[self.total - most]
            above, equal = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
            missing = most - len(above)
            if missing < len(equal):
                numbers = self._gather(equal, self._number_of)
                equal = equal[np.argpartition(numbers, missing - 1)[:missing]]
            chosen = np.concatenate((above, equal))
        else:
            chosen = np.arange(self.total)
        numbers = self._gather(chosen, self._number_of)
        return chosen[np.lexsort((numbers, -scores[chosen]))]

    def _best_dated(self, most: int) -> Array:
        """The `most` newest or oldest matches, undated ones last; equals by their number."""
        keys = self._date_keys
        chosen = np.argpartition(keys, most - 1)[:most] if 0 < most < self.total else slice(None)
        places = np.arange(self.total)[chosen]
        return places[np.argsort(keys[chosen])]

    @cached_property
    def _all_scores(self) -> Array:
        parts = [each.scores for each in self._found if each.scores is not None]
        return parts[0] if len(parts) == 1 else np.concatenate([np.empty(0, "f4"), *parts])

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
            numbers = each.view.segment.numbers("number")[each.documents]
            keys.append((days << 32) | numbers)
        return np.concatenate(keys)

    def _gather(self, places: Array, of: Callable[[Found, Array], Array]) -> Array:
        """What `of` says of the matches at `places`, segment by segment."""
        if len(self._found) == 1:
            return of(self._found[0], places)
        segments = np.searchsorted(self._starts, places, side="right") - 1
        gathered = np.zeros(len(places), np.float64)  # holds numbers up to 2**53 too
        for segment in np.unique(segments).tolist():
            own = segments == segment
            gathered[own] = of(self._found[segment], places[own] - self._starts[segment])
        return gathered

    @staticmethod
    def _number_of(found: Found, places: Array) -> Array:
        return found.view.segment.numbers("number")[found.documents[places]].astype(np.int64)

    def _scores_of(self, found: Found, places: Array) -> Array:
        if found.scores is not None:
            return found.scores[places].astype(np.float64)
        documents, back = np.unique(found.documents[places], return_inverse=True)
        return self._step.scores(found.view, documents)[back].astype(np.float64)
