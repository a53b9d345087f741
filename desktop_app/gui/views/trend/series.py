"""The figures of a chart: each word's share of the items of each period, with gaps."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import numpy as np
import numpy.typing as npt

from desktop_app.i18n.catalog import Catalog
from desktop_app.search.figures import By, Trend
from desktop_app.search.query_lexer import balanced

MOST_WORDS = 8  # as many as can be told apart in one chart


@dataclass(frozen=True)
class Series:
    """What a chart shows: `words` as asked for, and `trend` with a row for each."""

    words: tuple[str, ...]
    by: By
    trend: Trend

    @property
    def times(self) -> npt.NDArray[np.float64]:
        """Where each period with items stands on the axis: in months, or years, of our era."""
        return np.array([_place(period) for period in self.trend.periods], np.float64)

    def curve(self, word: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Places and percents of one word; NaN between periods that do not follow each other."""
        times, shares = self.times, 100 * np.array(self.trend.shares(word), np.float64)
        breaks = np.flatnonzero(np.diff(times) > 1) + 1
        return np.insert(times, breaks, times[breaks] - 0.5), np.insert(shares, breaks, np.nan)

    def alone(self, word: int) -> npt.NDArray[np.bool_]:
        """Of each point of `curve`, whether no other is beside it, so that no line shows it."""
        gaps = np.isnan(self.curve(word)[1])
        before, after = np.append(True, gaps[:-1]), np.append(gaps[1:], True)
        alone: npt.NDArray[np.bool_] = ~gaps & before & after
        return alone

    def extent(self) -> tuple[float, float]:
        """The places on the axis from the first to the last period in which any word stands.

        All periods where none does.
        """
        held = [any(row[place] for row in self.trend.rows) for place in range(len(self.times))]
        times = self.times[np.array(held, np.bool_)] if any(held) else self.times
        return float(times[0]) - 0.5, float(times[-1]) + 0.5

    def highest(self) -> float:
        """The highest percent of any word."""
        shares = [share for word in range(len(self.words)) for share in self.trend.shares(word)]
        return 100 * max(shares, default=0.0)

    def nearest(self, time: float) -> int:
        """The period nearest to a place on the axis; -1 where there is none."""
        return int(np.abs(self.times - time).argmin()) if self.trend.periods else -1

    def query(self, word: int, period: int) -> str:
        """What finds the items of one word in one period."""
        return f"({balanced(self.words[word])}) date:{self.trend.periods[period]}"

    def words_at(self, period: int, catalog: Catalog) -> list[str]:
        """The period's name with its items, then the figures of each word."""
        trend = self.trend
        items = catalog.plural("{count} item", "{count} items", trend.items[period])
        told = [f"{period_name(trend.periods[period], catalog)} · {items}"]
        for word, name in enumerate(self.words):
            count = catalog.number(trend.rows[word][period])
            share = percent(100 * trend.shares(word)[period], catalog)
            told.append(f"{name}  {count} ({share})")
        return told

    def html_at(self, period: int, catalog: Catalog, colours: list[str]) -> str:
        """The same for a label, a dot in its colour before each word."""
        head, *rest = map(escape, self.words_at(period, catalog))
        dots = [f'<span style="color:{colours[n]}">●</span> {line}' for n, line in enumerate(rest)]
        return "<br>".join([f"<b>{head}</b>", *dots])


def period_name(period: str, catalog: Catalog) -> str:
    """``2023`` or ``2023-05`` as people write it."""
    year, _dash, month = period.partition("-")
    return catalog.month(int(year), int(month)) if month else year


def percent(value: float, catalog: Catalog) -> str:
    """A percentage with as many places as tell something."""
    digits = 0 if value >= 10 or not value else 1 if value >= 1 else 2
    return catalog.percent(value, digits)


def _place(period: str) -> float:
    year, _dash, month = period.partition("-")
    return float(int(year) * 12 + int(month) - 1) if month else float(year)
