"""Stretches of time, and the bars within them: years, months or days.

A stretch is written as the query language has it: ``2019``, ``2019-03..2019-05``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from desktop_app.gui.timeline.period import Period

_WIDEST = 120  # years from first to last, above which those without any are left out
_MOST = 60  # years shown then, the latest
_MANY_MONTHS, _FEW_MONTHS = 48, 3  # up to which a stretch is shown in months, in days


def stretch(first: str, last: str) -> str:
    """From one period to another."""
    return first if first == last else f"{first}..{last}"


def ends(span: str) -> tuple[str, str]:
    """The first and the last period of a stretch."""
    first, _dots, last = span.partition("..")
    return first, last or first


def year_bars(counts: Mapping[str, int], parts: Mapping[str, int] | None = None) -> list[Period]:
    """A bar for each year from the first to the last, though it has none.

    A century without any between two years would leave no room for bars: then the latest
    years that have some.
    """
    parts = parts or {}
    years = sorted(counts)
    if years and int(years[-1]) - int(years[0]) < _WIDEST:
        years = list(_years(int(years[0]), int(years[-1])))
    else:
        years = years[-_MOST:]
    return [Period(year, counts.get(year, 0), parts.get(year, 0)) for year in years]


def month_bars(counts: Mapping[str, int], parts: Mapping[str, int]) -> list[Period]:
    """A bar for each month from January of the first year to December of the last."""
    if not counts:
        return []
    keys = _months(f"{min(counts)[:4]}-01", f"{max(counts)[:4]}-12")
    return [Period(month, counts.get(month, 0), parts.get(month, 0)) for month in keys]


def bars_within(span: str, days: Mapping[str, int]) -> list[Period]:
    """The bars of a stretch, as small as there is room for; `days` are counts by ISO day."""
    first, last = ends(span)
    months = list(_months(_month(first, "01"), _month(last, "12")))
    if len(months) <= _FEW_MONTHS:
        keys = list(_days(first, last))
    else:
        keys = (
            months if len(months) <= _MANY_MONTHS else list(_years(int(first[:4]), int(last[:4])))
        )
    counts = summed(days, len(keys[0]))
    return [Period(key, counts.get(key, 0)) for key in keys]


def summed(days: Mapping[str, int], length: int) -> Mapping[str, int]:
    """Counts by ISO day as counts by the first `length` characters: 4 a year, 7 a month."""
    counts: Counter[str] = Counter()
    for day, count in days.items():
        counts[day[:length]] += count
    return counts


def _years(first: int, last: int) -> Iterator[str]:
    return (f"{year:04d}" for year in range(first, last + 1))


def _month(key: str, of_year: str) -> str:
    """The month of a period; of a year, the month `of_year`."""
    return key[:7] if "-" in key else f"{key}-{of_year}"


def _months(first: str, last: str) -> Iterator[str]:
    """Every month from one to another."""
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return (f"{each // 12:04d}-{each % 12 + 1:02d}" for each in range(start, end + 1))


def _days(first: str, last: str) -> Iterator[str]:
    """Every day from the beginning of one period to the end of another."""
    day, end = _first_day(first), _first_day(last)
    if len(last) < len("2019-03-31"):
        month = _month(last, "12")
        day_after = date(int(month[:4]) + int(month[5:]) // 12, int(month[5:]) % 12 + 1, 1)
        end = day_after - timedelta(days=1)
    return ((day + timedelta(days=each)).isoformat() for each in range((end - day).days + 1))


def _first_day(key: str) -> date:
    return date.fromisoformat(f"{_month(key, '01')}-01" if len(key) < len("2019-03-31") else key)
