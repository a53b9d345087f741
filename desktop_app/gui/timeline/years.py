"""The bars of all years, or of the months or days within a stretch of time."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.gui.timeline.period import Period

_WIDEST = 120  # years from first to last, above which those without any are left out
_MOST = 60  # years shown then, the latest


def year_bars(counts: Mapping[str, int], parts: Mapping[str, int] | None = None) -> list[Period]:
    """A bar for each year from the first to the last, though it has none.

    A century without any between two years would leave no room for bars: then the latest
    years that have some.
    """
    parts = parts or {}
    years = sorted(counts)
    if years and int(years[-1]) - int(years[0]) < _WIDEST:
        years = [f"{year:04d}" for year in range(int(years[0]), int(years[-1]) + 1)]
    else:
        years = years[-_MOST:]
    return [Period(year, counts.get(year, 0), parts.get(year, 0)) for year in years]


def stretch(first: str, last: str) -> str:
    """Two periods, from the first to the last, as the query language has them."""
    return first if first == last else f"{first}..{last}"
