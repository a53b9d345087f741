"""Which of two versions of an item is the newer: its provider's number, else when it was made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

# ISO 8601, in full or (NewsML 1.2) without signs between: 20201012T110000+0000.
_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,](\d{1,6})\d*)?\s*"
    r"(?:Z|([+-])(\d\d):?(\d\d))?)?",
    re.ASCII,
)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version's number and its time in UTC, as ISO text; 0 and "" where none is said."""

    number: int = 0
    created: str = ""


UNSTATED = Version()


def version_of(number: str, *times: str) -> Version:
    """The version a provider states; of `times` the first that is one counts."""
    match = _NUMBER.fullmatch(number.strip())
    made = (_utc(time.strip()[:100]) for time in times)
    return Version(int(match[0]) if match else 0, next(filter(None, made), ""))


def _utc(text: str) -> str:
    """A time of ISO 8601 or RFC 822, with no zone taken to be UTC's; "" for what is none."""
    try:
        match = _ISO.fullmatch(text)
        found = _iso(match) if match else parsedate_to_datetime(text)
        zoned = found if found.tzinfo else found.replace(tzinfo=timezone.utc)
        return zoned.astimezone(timezone.utc).isoformat(timespec="microseconds")
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _iso(match: re.Match[str]) -> datetime:
    year, month, day, hour, minute, second, part = (int(each or 0) for each in match.groups()[:7])
    part *= 10 ** (6 - len(match[7] or "000000"))
    away = timedelta(hours=int(match[9] or 0), minutes=int(match[10] or 0))
    zone = timezone(-away if match[8] == "-" else away)
    return datetime(year, month, day, hour, minute, second, part, zone)
