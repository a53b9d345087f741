"""Counts of matches by year, language, kind and source: exact, over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.language_column import languages_in
from desktop_app.search.ranking import Found
from desktop_app.search.view import View

Weighed = tuple[View, Array, Array | None]
"""A segment, documents of it, and how often each counts (None: once)."""


def count_facets(found: Sequence[Found]) -> Mapping[str, Mapping[str, int]]:
    """For year, language, kind and source, value -> count, the years in order, else most first.

    Each count is what a query for that value finds: a match in two languages counts in both.
    """
    return _counted((each.view, each.documents, None) for each in found)


def facets_of(views: Iterable[View], numbers: Sequence[int]) -> Mapping[str, Mapping[str, int]]:
    """The same over the documents of these `numbers`, each as often as it stands there."""
    wanted, times = np.unique(np.asarray(numbers, np.int64), return_counts=True)
    return (
        _counted(_weighed(view, wanted, times) for view in views) if len(wanted) else _counted(())
    )


def _weighed(view: View, wanted: Array, times: Array) -> Weighed:
    """The living documents of `view` among the `wanted` numbers, which are in order."""
    places = np.minimum(np.searchsorted(wanted, view.numbers), len(wanted) - 1)
    documents = view.alive(np.flatnonzero(wanted[places] == view.numbers))
    return view, documents, times[places[documents]]


def _counted(weighed: Iterable[Weighed]) -> Mapping[str, Mapping[str, int]]:
    totals = {name: Counter[str]() for name in ("year", "language", "kind", "source")}
    for view, documents, times in weighed:
        makeups = view.makeups
        counts = np.bincount(makeups.of[documents], times, minlength=makeups.count)
        for name, (codes, values) in makeups.parts.items():
            sums = np.bincount(codes, counts, len(values))
            for code in np.flatnonzero(sums > 0).tolist():
                for value in _values(name, values[code]):
                    totals[name][value] += int(sums[code])
    years = totals.pop("year")
    years.pop("", None)
    return {
        "year": {year: years[year] for year in sorted(years)},
        **{name: dict(counts.most_common()) for name, counts in totals.items()},
    }


def _values(name: str, value: str) -> Sequence[str]:
    """What a match with `value` counts as."""
    return languages_in(value) if name == "language" else (value,)
