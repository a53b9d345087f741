"""Days of the year that a text names: 31 August, Aug. 31, 8月31日 and 2021-08-31 are all 8-31."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAYS = (
    re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b", re.IGNORECASE),
    re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?![a-z])", re.IGNORECASE),
    re.compile(r"(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]"),
    re.compile(r"\b(?:19|20)\d\d[-/.](\d{1,2})[-/.](\d{1,2})\b"),
)


def days(text: str) -> Iterator[str]:
    """Yield the days that `text` names, as month-day."""
    for pattern in _DAYS:
        for one, other in pattern.findall(text):
            month, day = (other, one) if other[:1].isalpha() else (one, other)
            number = _MONTHS.index(month[:3].lower()) + 1 if month[:1].isalpha() else int(month)
            if 1 <= number <= 12 and 1 <= int(day) <= 31:
                yield f"{number}-{int(day)}"
