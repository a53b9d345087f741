"""The day of a date-time as feeds and wires state it."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

from desktop_app.importing.dates import date_in_name, find_date

_MONTH_ONLY = re.compile(r"^\s*(\d{4})(?:-(\d\d))?\s*$")


def stated_day(*texts: str) -> date | None:
    """The day the first of `texts` states that states one, in the time zone it is written in.

    That is the day it was where it was written; a reader's own zone, or Greenwich's, would
    move a morning paper to the day before. ISO 8601, RFC 822 with years of two digits, and
    what `find_date` reads.
    """
    return next((day for text in texts if (day := _day(text))), None)


def _day(text: str) -> date | None:
    text = text[:200]
    if found := find_date(text):
        return found
    if _MONTH_ONLY.match(text):
        return None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return date_in_name(text)
