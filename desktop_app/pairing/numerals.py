"""Numbers as both languages write them, in one form: 30,000, 3万 and 三万 are ``30000``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

_DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LONGEST = 24  # characters; what is longer is an identifier, not a number
_LARGEST = 10**18  # what is larger is no number that anybody means

_WESTERN = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)*(?![\w]*[a-z_])|\d+(?:\.\d+)*")
_SCALE = re.compile(r"[\s-]*(thousand|million|billion|trillion|[十百千]?[万亿]|[百千])")
_CHINESE = re.compile("[零〇一二两三四五六七八九十百千万亿]{2,24}|十(?=[月年日天个])")
_MONTHS = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", r"may(?=,?\s+\d)|(?<=\d\s)may"),
    *("june?", "july?", "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?"),
    "dec(?:ember)?",
)
_MONTH = re.compile(
    r"\b(?:"
    + "|".join(f"({each})" for each in _MONTHS)
    + r")\b|(\d{1,2}|十?[一二]|[三四五六七八九十])月"
)


def numbers(text: str) -> Iterator[str]:
    """The numbers in a folded text, without separators and empty decimals."""
    for found in _WESTERN.finditer(text):
        if len(found.group()) <= _LONGEST:
            scale = _SCALE.match(text, found.end())
            yield _scaled(found.group().replace(",", ""), scale.group(1) if scale else "")
    for found in _CHINESE.finditer(text):
        if not text[: found.start()][-1:].isdigit():
            value = _value(found.group())
            if value < _LARGEST:
                yield str(value)


def months(text: str) -> Iterator[str]:
    """The months named in a folded text, as ``month 8``."""
    for found in _MONTH.finditer(text):
        number = found.lastindex or 0
        if number <= len(_MONTHS):
            yield f"month {number}"
        else:
            written = found.group(number)
            yield f"month {int(written) if written.isdigit() else _value(written)}"


def _scaled(digits: str, scale: str) -> str:
    factor = _SCALES.get(scale)
    if factor is None:
        factor = 1
        for each in scale:
            factor *= _UNITS.get(each) or _MYRIADS[each]
    try:
        value = Decimal(digits) * factor
    except InvalidOperation:  # 1.12.3 is a version
        return digits
    return format(value.normalize(), "f") if factor > 1 else digits


def _value(written: str) -> int:
    """The value of a Chinese numeral; one without units (二〇二一) is read digit by digit."""
    if not any(each in _UNITS or each in _MYRIADS for each in written):
        return int("".join(str(_DIGITS[each]) for each in written))
    total = part = digit = 0
    for each in written:
        if each in _DIGITS:
            digit = _DIGITS[each]
        elif each in _UNITS:
            part += (digit or 1) * _UNITS[each]
            digit = 0
        else:
            total = (total + part + digit or 1) * _MYRIADS[each]
            part = digit = 0
    return total + part + digit
