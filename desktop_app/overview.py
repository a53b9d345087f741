"""What an archive holds, at a glance: the figures of its home page.

All comes from the columns of the index, as facets do, but for the few items that are named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop_app.items import Item
from desktop_app.search.engine import MIXED, Matches, Searches, Sort
from desktop_app.search.figures import By
from desktop_app.search.nodes import AnyOf, DateRange, Everything, Keyword, Node
from desktop_app.store.reading import Reading

LATEST = 6  # items added last that are named
_YEARS = 5  # years of which an item of this day is named
_AROUND = 3  # days before and after, where this day has nothing
_FEW_YEARS = 4  # from the first to the last, of which months are counted
_LONG_AGO = 60  # years back in which this day is looked for: more would make no query to read


@dataclass(frozen=True, slots=True)
class SameDay:
    """Items of this day in other years, or of the days `around` it: one a year is named."""

    query: str
    total: int
    around: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Figures over all items. Each of the mappings has what a query for its key finds.

    `years` are in order, `languages` and `sources` fullest first; `latest` were added last.
    Where there are few years, `months` and `photo_months` count the same by month; else they
    are empty.
    """

    items: int
    with_photo: int
    years: Mapping[str, int]
    photo_years: Mapping[str, int]
    languages: Mapping[str, int]
    sources: Mapping[str, int]
    pairs: int
    months: Mapping[str, int]
    photo_months: Mapping[str, int]
    latest: tuple[Item, ...]
    same_day: SameDay | None


class Overviews:
    """Counts when asked, and again once the archive has changed. Safe for several threads."""

    def __init__(self, engine: Searches, store: Reading, pairs: Callable[[], int]) -> None:
        """Count with `engine`, read the few items that are named from `store`."""
        self._engine, self._store, self._pairs = engine, store, pairs
        self._counted: tuple[object, Overview] | None = None

    def on(self, today: date) -> Overview:
        """The figures as the archive is now; `today` is the day of this day in other years."""
        moment = (self._store.last_change(), today)
        counted = self._counted
        if counted is None or counted[0] != moment:
            counted = (moment, self._count(today))
            self._counted = counted
        return replace(counted[1], pairs=self._pairs())  # found, and decided, between changes

    def _count(self, today: date) -> Overview:
        every = self._found(Everything())
        shown = self._found(Keyword("has", "photo"))
        languages = {code: n for code, n in every.facets["language"].items() if code != MIXED}
        return Overview(
            items=len(every.numbers),
            with_photo=len(shown.numbers),
            years=every.facets["year"],
            photo_years=shown.facets["year"],
            languages=languages,
            sources={name: n for name, n in every.facets["source"].items() if name},
            pairs=0,
            months=self._months(Everything(), every),
            photo_months=self._months(Keyword("has", "photo"), every),
            latest=tuple(self._store.items_by_number(self._store.latest(LATEST))),
            same_day=self._same_day(list(every.facets["year"]), today),
        )

    def _months(self, node: Node, every: Matches) -> Mapping[str, int]:
        """Month -> items that `node` finds, where the years of `every` item are few."""
        years = list(map(int, every.facets["year"]))
        if not years or years[-1] - years[0] >= _FEW_YEARS:
            return {}
        found = self._engine.trend((), node, By.MONTH)
        return dict(zip(found.periods, found.items, strict=True))

    def _same_day(self, years: Sequence[str], today: date) -> SameDay | None:
        others = [int(year) for year in years if today.year - _LONG_AGO < int(year) < today.year]
        for around in (0, _AROUND):
            spans = {f"{year:04d}": _span(today, year, around) for year in others}
            wanted = {year: span for year, span in spans.items() if span is not None}
            found = self._found(AnyOf(tuple(_node(*span) for span in wanted.values())))
            if found.numbers:
                return self._named(found, wanted, around)
        return None

    def _named(
        self, found: Matches, spans: Mapping[str, tuple[date, date]], around: int
    ) -> SameDay:
        """The newest of each of the latest years; days around one may lie in two of them."""
        years = list(found.facets["year"].items())[::-1]
        firsts, place = [], 0
        for _year, count in years[:_YEARS]:
            firsts.append(found.numbers[place])
            place += count
        asked = [_words(*spans[year]) for year, _count in years if year in spans]
        return SameDay(
            query=" OR ".join(asked),
            total=len(found.numbers),
            around=around,
            items=tuple(self._store.items_by_number(firsts)),
        )

    def _found(self, node: Node) -> Matches:
        return self._engine.search(node, Sort.NEWEST)


def _span(today: date, year: int, around: int) -> tuple[date, date] | None:
    """The days around `today` in `year`; None where that has no such day."""
    try:
        there = today.replace(year=year)
        return there - timedelta(days=around), there + timedelta(days=around)
    except (ValueError, OverflowError):
        return None


def _node(first: date, last: date) -> DateRange:
    return DateRange(*(day.year * 10000 + day.month * 100 + day.day for day in (first, last)))


def _words(first: date, last: date) -> str:
    return f"date:{first}" if first == last else f"date:{first}..{last}"
