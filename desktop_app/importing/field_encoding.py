"""The encoding of fields of a few words, which statistics about texts cannot tell.

The fields of photos name none. A guess by statistics makes Japanese of a German name, so
that only what the bytes themselves show counts: UTF-8; Chinese, whose characters stand in
pairs of bytes; else Western.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_UTF8, _WESTERN = "utf-8", "cp1252"
_HIGH = re.compile(rb"[\x80-\xff]")
# GB 2312: marks in rows A1 to A9, characters from B0 on, the frequent ones up to D7.
_GB2312 = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xa9\xb0-\xf7][\xa1-\xfe])*")
# Of the letters that UTF-8 writes in two bytes, those that names are written in: the bytes of
# 影 and of 联通 in GB 2312 are UTF-8 for letters of languages of the Altai and for marks.
_USUAL = re.compile("[\x00-\u017f\u0370-\u045f\u0590-\u06ff\u0800-\U0010ffff]*")
_PAIRS = {
    "gb18030": re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]"),
    "big5hkscs": re.compile(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]"),
}
_FREQUENT = {
    "gb18030": re.compile(rb"[\xb0-\xd7][\xa1-\xfe]"),
    "big5hkscs": re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]"),
}
_SHARE = 0.7  # of a text's characters that are frequent ones, if it is in that encoding


def decoded_fields(fields: Sequence[bytes]) -> list[str]:
    """The texts of fields that were written by one program, so in one encoding."""
    encoding = _encoding([field for field in fields if _HIGH.search(field)])
    return [field.decode(encoding, "replace") for field in fields]


def decoded_field(field: bytes) -> str:
    """The text of one field."""
    return decoded_fields([field])[0]


def _encoding(fields: Sequence[bytes]) -> str:
    """The encoding of fields that are not ASCII."""
    if all(_is(field, _UTF8) and _USUAL.fullmatch(field.decode(_UTF8)) for field in fields):
        return _UTF8
    if all(_GB2312.fullmatch(field) for field in fields):
        return _better(fields, "gb18030")
    chinese = [each for each in ("big5hkscs", "gb18030") if _is_chinese(fields, each)]
    return max(chinese, key=lambda each: _frequent(fields, each)) if chinese else _WESTERN


def _better(fields: Sequence[bytes], chinese: str) -> str:
    """`chinese`, or the other Chinese encoding where all its characters are more frequent."""
    other = "big5hkscs"
    is_other = all(_is(field, other) for field in fields)
    return other if is_other and _frequent(fields, other) > _frequent(fields, chinese) else chinese


def _is(field: bytes, encoding: str) -> bool:
    try:
        field.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_chinese(fields: Sequence[bytes], encoding: str) -> bool:
    """Whether fields can be in a Chinese encoding, and are that more than anything else."""
    pairs = [len(_PAIRS[encoding].findall(field)) for field in fields]
    mostly = any(4 * count >= len(field) for count, field in zip(pairs, fields, strict=True))
    enough = sum(pairs) > 1 and mostly and _frequent(fields, encoding) >= _SHARE
    return enough and all(_is(field, encoding) for field in fields)


def _frequent(fields: Sequence[bytes], encoding: str) -> float:
    """The share of pairs of bytes that are frequent characters."""
    pairs = [pair for field in fields for pair in _PAIRS[encoding].findall(field)]
    hanzi = [pair for pair in pairs if pair[0] > 0xA3]  # both begin with marks
    frequent = sum(1 for pair in hanzi if _FREQUENT[encoding].fullmatch(pair))
    return frequent / len(hanzi) if hanzi else 0.0
