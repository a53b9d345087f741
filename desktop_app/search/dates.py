"""Dates in queries: a year, a month, a day, or a range of them."""

from __future__ import annotations

import calendar
import re
from datetime import date

from desktop_app.errors import QueryError
from desktop_app.messages import message

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
FIRST_DAY, LAST_DAY = 1, 99991231


def day_number(day: date | None) -> int:
    """`day` as a yyyymmdd number; 0 where it is not known."""
    return 0 if day is None else day.year * 10000 + day.month * 100 + day.day


def parse_range(value: str) -> tuple[int, int]:
    """Return the first and last day of ``2021``, ``2021-08``, ``a..b``, ``..b`` or ``a..``.

    Days are yyyymmdd numbers. Raises `QueryError` where `value` is no date.
    """
    first, dots, last = value.partition("..")
    if not dots:
        return _span(value, value)
    if not first and not last:
        raise _not_a_date(value)
    return (
        _span(first, value)[0] if first else FIRST_DAY,
        _span(last, value)[1] if last else LAST_DAY,
    )


def _span(text: str, value: str) -> tuple[int, int]:
    """The first and last day of one date as written."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise _not_a_date(value)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except (ValueError, calendar.IllegalMonthError) as error:
        raise _not_a_date(value) from error
    return day_number(first), day_number(last)


def _not_a_date(value: str) -> QueryError:
    return QueryError(
        message(
            "“{value}” is not a date; write 2021, 2021-08, 2021-08-31 or 2021-08..2021-10",
            value=value,
        )
    )
