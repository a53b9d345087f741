"""The words of a photo, as each of the three ways to write them gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop_app.importing.page import tidy

_EXIF_TIME = re.compile(
    r"(\d{4})[:/.-](\d\d)[:/.-](\d\d)(?:[T ]+(\d\d):(\d\d)(?::(\d\d))?)?", re.ASCII
)
_IIM_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_IIM_TIME = re.compile(r"(\d\d)(\d\d)(\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Words:
    """What is written in a photo; "" for what is not. `taken` is an ISO day or day and time."""

    caption: str = ""
    headline: str = ""
    title: str = ""
    byline: str = ""
    credit: str = ""
    source: str = ""
    copyright: str = ""
    usage: str = ""
    place: str = ""
    keywords: tuple[str, ...] = ()
    taken: str = ""
    camera: str = ""


def words_of(text: object) -> str:
    """`text` up to the zeros that fill a field, on one line; "" for what is no text."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    return tidy(text.partition("\0")[0]) if isinstance(text, str) else ""


def joined(texts: Iterable[str]) -> str:
    """The texts that say something, each once, with commas."""
    return ", ".join(dict.fromkeys(word for text in texts if (word := words_of(text))))


def day_and_time(day: str, time: str = "") -> str:
    """The ISO form of a day and a time as IIM has them; "" where there is no such day.

    Times are those of the place where the photo was taken; offsets are not kept.
    """
    date, clock = _IIM_DAY.match(day), _IIM_TIME.match(time)
    if not date:
        return moment(day)
    return _iso(*date.groups(), *(clock.groups() if clock else ()))


def moment(text: str) -> str:
    """The ISO form of a moment as EXIF and XMP write it: 2010:12:12 12:41:35.

    "" for the blanks and zeros that a camera writes whose clock was never set.
    """
    match = _EXIF_TIME.match(text.strip())
    return _iso(*(part for part in match.groups() if part)) if match else ""


def _iso(*parts: str) -> str:
    numbers = [int(part) for part in parts]
    try:
        made = datetime(*numbers)  # type: ignore[arg-type]
    except (ValueError, TypeError):
        return ""
    return made.isoformat() if len(numbers) > 3 else made.date().isoformat()
