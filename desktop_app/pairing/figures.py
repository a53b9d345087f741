"""Numbers and days of a text, written the same way whatever its language.

1.5 million and 150万 are both 1500000; 31 August and 8月31日 both 8-31.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
    "万亿": 10**12,
    "萬億": 10**12,
}
_NUMBER = re.compile(
    r"(?<![\d.])(\d{1,30}(?:[.,:]\d{1,30}){0,8})(?:[ \xa0-]?(thousand|million|billion|trillion)\b"
    r"|\s?(万亿|萬億|万|萬|亿|億))?",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAYS = (
    re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b", re.IGNORECASE),
    re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?![a-z])", re.IGNORECASE),
    re.compile(r"(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]"),
    re.compile(r"\b(?:19|20)\d\d[-/.](\d{1,2})[-/.](\d{1,2})\b"),
)
# Numbers in characters, of two or more with a unit among them: 三十五, 一百二十.
_WRITTEN = re.compile("[一二三四五六七八九十百千两零〇]{2,9}")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def numbers(text: str) -> Iterator[str]:
    """Yield the numbers of `text` in order: plain digits, or as written for a version or time."""
    for found in _NUMBER.finditer(text):
        written = found.group(1)
        scale = _SCALES.get((found.group(2) or found.group(3) or "").lower(), 1)
        yield _value(written, scale)
    for found in _WRITTEN.finditer(text):
        if value := _in_characters(found.group()):
            yield str(value)


def days(text: str) -> Iterator[str]:
    """Yield the days of the year that `text` names, as month-day."""
    for pattern in _DAYS:
        for one, other in pattern.findall(text):
            month, day = (other, one) if other[:1].isalpha() else (one, other)
            number = _MONTHS.index(month[:3].lower()) + 1 if month[:1].isalpha() else int(month)
            if 1 <= number <= 12 and 1 <= int(day) <= 31:
                yield f"{number}-{int(day)}"


def _value(written: str, scale: int) -> str:
    plain = written.replace(",", "") if _GROUPED.fullmatch(written) else written
    if scale == 1 or not re.fullmatch(r"\d{1,15}(?:\.\d{1,15})?", plain):
        return plain
    return f"{float(plain) * scale:.0f}"


def _in_characters(written: str) -> int:
    """The value of a number in characters; 0 where it has no unit or makes no sense."""
    if not any(character in _UNITS for character in written):
        return 0
    total = digit = 0
    for character in written:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
