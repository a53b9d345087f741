"""What the program that saved a page notes in it: where the page was got, and when."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

HEAD = 16 * 1024  # bytes of a page among which the note stands
_COMMENT = re.compile(rb"<!--(.{0,4000}?)-->", re.DOTALL)
_META = re.compile(
    rb"<meta\s+name=[\"']?(savepage-(?:url|date))[\"']?\s+content=[\"']([^\"'<>]{1,2000})[\"']",
    re.I,
)
# Internet Explorer, Chrome, Edge: the number is the length of the address.
_SAVED_FROM = re.compile(r"^\s*saved from url=\(\d+\)(\S+)")
_SINGLE_FILE = re.compile(r"^\s*(?:Page saved with|Archive processed by) SingleFile", re.IGNORECASE)
_URL = re.compile(r"^\s*url:\s*(\S+)", re.MULTILINE)
_SAVED = re.compile(r"^\s*saved date:\s*(\S.{0,80})", re.MULTILINE)
_MIRRORED = re.compile(
    r"^\s*Mirrored from (\S+) by HTTrack[^,]*?(?:\[[^\]]*\])?,?\s*(\w{3},[^-]*)?$"
)
# The text of a date in JavaScript: Tue Aug 31 2021 10:00:00 GMT+0800 (China Standard Time)
_SCRIPT_TIME = re.compile(
    r"[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) (\d{4})(?: (\d\d):(\d\d):(\d\d) GMT([+-])(\d\d)(\d\d))?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Saving:
    """Where a page was got from, and when, as ISO time in UTC; "" where it does not say."""

    address: str = ""
    captured: str = ""


def read_saving(head: bytes) -> Saving:
    """What the first bytes of a page say of its saving."""
    for match in _COMMENT.finditer(head):
        if found := _of_comment(match[1].decode("utf-8", "replace")):
            return found
    metas = {m[1].lower(): m[2].decode("utf-8", "replace") for m in _META.finditer(head)}
    address, saved = metas.get(b"savepage-url", ""), metas.get(b"savepage-date", "")
    return Saving(_address(address), _script_time(saved))


def _of_comment(text: str) -> Saving | None:
    if match := _SAVED_FROM.match(text):
        return Saving(match[1])
    if _SINGLE_FILE.match(text):
        url, saved = _URL.search(text), _SAVED.search(text)
        return Saving(_address(url[1] if url else ""), _script_time(saved[1] if saved else ""))
    if match := _MIRRORED.match(text):
        return Saving(_address(f"http://{match[1]}"), _mail_time(match[2] or ""))
    return None


def _address(text: str) -> str:
    text = html.unescape(text).strip()
    return text if text.startswith(("http://", "https://")) else ""


def _script_time(text: str) -> str:
    match = _SCRIPT_TIME.search(text)
    if match is None or match[1].lower() not in _MONTHS:
        return ""
    month, day, year = _MONTHS.index(match[1].lower()) + 1, int(match[2]), int(match[3])
    if match[4] is None:  # the day alone
        return _iso(lambda: datetime(year, month, day, tzinfo=timezone.utc))[:10]
    away = timedelta(hours=int(match[8]), minutes=int(match[9]))
    zone = timezone(away if match[7] == "+" else -away) if away < timedelta(days=1) else None
    clock = (int(match[4]), int(match[5]), int(match[6]))
    return _iso(lambda: datetime(year, month, day, *clock, tzinfo=zone))


def _mail_time(text: str) -> str:
    return _iso(lambda: parsedate_to_datetime(text.strip())) if text.strip() else ""


def _iso(time: Callable[[], datetime]) -> str:
    """The time in UTC, or "" where there is no such day or hour."""
    try:
        found = time()
        found = found if found.tzinfo else found.replace(tzinfo=timezone.utc)
        return found.astimezone(timezone.utc).isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
