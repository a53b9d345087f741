"""The bars of a time line: years, or the months of one year, with how many photos."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.gui.timeline.period import Period

_WIDEST = 120  # years from first to last, above which those without photos are left out
_FEW = 2  # years up to which the months of all are shown at once


def periods(months: Mapping[str, int], year: str = "") -> list[Period]:
    """The bars for photos by month: the months of `year`, else years, or months where few.

    Those between the first and the last are there though they have no photos.
    """
    if year:
        return [Period(key, months.get(key, 0)) for key in _months(year)]
    years: dict[str, int] = {}
    for month, count in months.items():
        years[month[:4]] = years.get(month[:4], 0) + count
    if not years:
        return []
    first, last = int(min(years)), int(max(years))
    if last - first < _FEW:
        keys = [key for each in range(first, last + 1) for key in _months(f"{each:04d}")]
        return [Period(key, months.get(key, 0)) for key in keys]
    if last - first >= _WIDEST:
        return [Period(key, years[key]) for key in sorted(years)]
    keys = [f"{each:04d}" for each in range(first, last + 1)]
    return [Period(key, years.get(key, 0)) for key in keys]


def _months(year: str) -> list[str]:
    return [f"{year}-{month:02d}" for month in range(1, 13)]
