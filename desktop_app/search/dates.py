"""Dates in queries: a year, a month, a day, a range of them, or one said from today."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from desktop_app.language.folding import fold
from desktop_app.search.nodes import DateRange

FIRST_DAY, LAST_DAY = 1, 99991231
_WRITTEN = re.compile(
    r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?|(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?"
)
_RANGE = re.compile(r"\.{2,}|。{2,}|—+|至|到")  # folding makes dots of “…”
# Chinese names are folded: simplified stands for traditional too.
_NAMES = {
    "today": "today 今天 今日",
    "yesterday": "yesterday 昨天 昨日",
    "before": "前天 前日",
    "this week": "本周 这周 这一周 本星期 这星期 这个星期",
    "last week": "上周 上一周 上星期 上个星期",
    "this month": "本月 这月 这个月",
    "last month": "上月 上个月",
    "this year": "今年 本年",
    "last year": "去年 上年",
    "year before": "前年",
}
_MEANINGS = {name: key for key, names in _NAMES.items() for name in (key, *names.split())}
_WAYS_TO_SPACE = re.compile(r"[\s_-]+")


def day_number(day: date | None) -> int:
    """`day` as a yyyymmdd number; 0 where it is not known."""
    return 0 if day is None else day.year * 10000 + day.month * 100 + day.day


def date_range(value: str, today: date) -> DateRange | None:
    """The days that ``2021``, ``2021年8月``, ``last week``, ``a..b``, ``..b`` or ``a..`` name.

    Weeks begin on Monday (ISO 8601). None where `value` is no date.
    """
    ends = [end.strip() for end in _RANGE.split(fold(value), maxsplit=1)]
    spans = [_span(end, today) if end else None for end in ends]
    if not any(ends) or any(end and span is None for end, span in zip(ends, spans, strict=True)):
        return None
    first, last = spans[0], spans[-1]
    return DateRange(
        FIRST_DAY if first is None else day_number(first[0]),
        LAST_DAY if last is None else day_number(last[1]),
    )


def _span(text: str, today: date) -> tuple[date, date] | None:
    """The first and last day of one date as written or named."""
    name = _MEANINGS.get(_WAYS_TO_SPACE.sub(" ", text)) or _MEANINGS.get(text)
    if name is not None:
        return _named(name, today)
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in _year_month_day(match))
    try:
        first = date(year, month or 1, day or 1)
        return (first, first) if day else (first, _end(first, whole_year=not month))
    except ValueError:
        return None  # no such day, as 2021-13 or 2021-02-30


def _year_month_day(match: re.Match[str]) -> tuple[str | None, ...]:
    return match.group(1, 3, 4) if match[1] else match.group(5, 6, 7)


def _end(first: date, whole_year: bool = False) -> date:
    """The last day of the month, or the year, of `first`."""
    month = 12 if whole_year else first.month
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def _named(name: str, today: date) -> tuple[date, date]:
    """The days of one of `_NAMES`."""
    days_back = {"today": 0, "yesterday": 1, "before": 2}.get(name)
    if days_back is not None:
        day = today - timedelta(days=days_back)
        return day, day
    if name.endswith("week"):
        monday = today - timedelta(days=today.weekday() + (7 if name == "last week" else 0))
        return monday, monday + timedelta(days=6)
    if name.endswith("month"):
        first = today.replace(day=1)
        if name == "last month":
            first = (first - timedelta(days=1)).replace(day=1)
        return first, _end(first)
    years_back = {"this year": 0, "last year": 1, "year before": 2}[name]
    first = date(today.year - years_back, 1, 1)
    return first, _end(first, whole_year=True)
