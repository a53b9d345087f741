"""Counts of matches by year, language, kind and source: exact, over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.ranking import Found


def count_facets(found: Sequence[Found]) -> Mapping[str, Mapping[str, int]]:
    """For year, language, kind and source, value -> count, the years in order, else most first."""
    years: Counter[int] = Counter()
    coded = {name: Counter[str]() for name in ("language", "kind", "source")}
    for each in found:
        for year, count in _counts(each.view.years[each.documents]):
            years[year] += count
        for name, counts in coded.items():
            column = each.view.segment.coded(name)
            for code, count in _counts(column.codes[each.documents]):
                counts[column.values[code].decode()] += count
    years.pop(0, None)
    return {
        "year": {f"{year:04d}": years[year] for year in sorted(years)},
        **{name: dict(counts.most_common()) for name, counts in coded.items()},
    }


def _counts(values: Array) -> list[tuple[int, int]]:
    counts = np.bincount(values)
    used = np.flatnonzero(counts)
    return list(zip(used.tolist(), counts[used].tolist(), strict=True))
