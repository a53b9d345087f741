"""Counts of matches by year, language, kind and source: exact, over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from desktop_app.search.ranking import Found


def count_facets(found: Sequence[Found]) -> Mapping[str, Mapping[str, int]]:
    """For year, language, kind and source, value -> count, the years in order, else most first."""
    totals = {name: Counter[str]() for name in ("year", "language", "kind", "source")}
    for each in found:
        makeups = each.view.makeups
        counts = np.bincount(makeups.of[each.documents], minlength=makeups.count)
        for name, (codes, values) in makeups.parts.items():
            sums = np.bincount(codes, counts, len(values))
            for code in np.flatnonzero(sums > 0).tolist():
                totals[name][values[code]] += int(sums[code])
    years = totals.pop("year")
    years.pop("", None)
    return {
        "year": {year: years[year] for year in sorted(years)},
        **{name: dict(counts.most_common()) for name, counts in totals.items()},
    }
