"""Days as news pages write them, in Chinese and English.

Own patterns rather than a library's: these forms are the ones that occur in the
material, they are told apart exactly, and a number that merely looks like a date
(a score, a version) is not taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0}
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_HAN_NUMBER = "[〇零○Ｏ一二三四五六七八九十]"
_FORMS = (
    r"(?:民國|民国)\s*(?P<ry>\d{2,3})\s*年\s*(?P<rm>\d{1,2})\s*月\s*(?P<rd>\d{1,2})\s*[日号號]",
    r"(?P<y1>\d{4})\s*年\s*(?P<m1>\d{1,2})\s*月\s*(?P<d1>\d{1,2})\s*[日号號]",
    rf"(?P<hy>{_HAN_NUMBER}{{4}})年(?P<hm>{_HAN_NUMBER}{{1,3}})月(?P<hd>{_HAN_NUMBER}{{1,3}})[日号號]",
    r"(?<![\d.,/-])(?P<y2>(?:1[5-9]|20|21)\d\d)(?P<s>[-/.])(?P<m2>\d{1,2})(?P=s)(?P<d2>\d{1,2})"
    r"(?![\d/-]|\.\d)",
    rf"(?<![\w-]){_MONTH.format('m3')}\s*(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)"
    r"(?P<y3>\d{4})(?!\d)",
    r"(?<![\d./-])(?P<d4>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+"
    rf"{_MONTH.format('m4')}[\s,-]+(?P<y4>\d{{4}})(?!\d)",
    r"(?<![\d./-])(?P<a5>\d{1,2})(?P<s5>[/-])(?P<b5>\d{1,2})(?P=s5)(?P<y5>\d{4})(?![\d/-])",
    r"(?<![\d./-])(?P<d6>\d{1,2})\.\s?(?P<m6>\d{1,2})\.\s?(?P<y6>(?:1[89]|20)\d\d)(?![\d/-]|\.\d)",
)
# Full-width forms, one character each, so that places in the text stay.
_NARROW = str.maketrans("０１２３４５６７８９／．－，：", "0123456789/.-,:")
_DATE = re.compile("|".join(_FORMS), re.IGNORECASE | re.ASCII)
_IN_NAME = re.compile(
    r"(?<!\d)(?P<y>(?:1[5-9]|20|21)\d\d)(?P<s>[-_./]?)(?P<m>\d{2})(?P=s)(?P<d>\d{2})(?!\d)",
    re.ASCII,
)


class Dated(NamedTuple):
    """A day and the code points of the text it was read from."""

    day: date
    start: int
    end: int


def find_dates(text: str) -> Iterator[Dated]:
    """Yield every day written out in `text`, with its year, in order."""
    for match in _DATE.finditer(text.translate(_NARROW)):
        day = _day(match)
        if day:
            yield Dated(day, *match.span())


def find_date(text: str) -> date | None:
    """The first day written in `text`."""
    return next((found.day for found in find_dates(text)), None)


def date_in_name(name: str) -> date | None:
    """The day in a file's name, path or address: 20210831, 2021-08-31, 2021/08/31."""
    days = (_make(m["y"], m["m"], m["d"]) for m in _IN_NAME.finditer(name))
    return next((day for day in days if day), None)


def not_in_future(day: date | None) -> date | None:
    """`day`, or None for one after tomorrow: no page was saved before it was written."""
    return day if day and day <= date.today() + timedelta(days=1) else None


def _day(match: re.Match[str]) -> date | None:
    """The day of a match, or None where there is none such, as 31 February."""
    found = match.groupdict()
    if found["ry"]:  # years of the Republic of China, the first of which was 1912
        return _make(int(found["ry"]) + 1911, found["rm"], found["rd"])
    if found["y1"]:
        return _make(found["y1"], found["m1"], found["d1"])
    if found["hy"]:
        year = "".join(str(_DIGITS.get(digit, "")) for digit in found["hy"])
        return _make(year, _han_number(found["hm"]), _han_number(found["hd"]))
    if found["y2"]:
        return _make(found["y2"], found["m2"], found["d2"])
    if found["y3"]:
        return _make(found["y3"], _month(found["m3"]), found["d3"])
    if found["y4"]:
        return _make(found["y4"], _month(found["m4"]), found["d4"])
    if found["y6"]:  # with dots the day stands first wherever people write so
        return _make(found["y6"], found["m6"], found["d6"])
    return _slashed(int(found["a5"]), int(found["b5"]), found["y5"])


def _slashed(first: int, second: int, year: str) -> date | None:
    """08/31/2021 or 31/08/2021; None where both could be the month and they differ."""
    if first <= 12 < second or first == second:
        return _make(year, first, second)
    return _make(year, second, first) if second <= 12 < first else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _han_number(text: str) -> int:
    """A number under 100 in Chinese, as 二十三, 十 or 三一."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS[digit]) for digit in text))
    return _DIGITS.get(tens, 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)


def _make(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
