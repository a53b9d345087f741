"""Translations in the form that Qt reads by itself: a compiled catalog, `.qm`.

The form is that of Qt's `qtranslator.cpp` (its comments and `lrelease` are the only
description): a magic number, then sections of a tag, a length and data. Section 0x42 has the
hash of each source text with the place of its message, ascending; section 0x69 the messages,
each a row of tagged fields. All numbers are big-endian.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE, _CONTEXT = 1, 3, 6, 7


def compiled(words: Mapping[tuple[str, str], str]) -> bytes:
    """The file for `words`, translations by context and source text."""
    hashes, messages = [], b""
    for (context, source), text in words.items():
        hashes.append((_hash(source.encode()), len(messages)))
        messages += _field(_TRANSLATION, text.encode("utf-16-be"))
        messages += _field(_SOURCE, source.encode()) + _field(_CONTEXT, context.encode())
        messages += bytes([_END])
    index = b"".join(struct.pack(">II", *each) for each in sorted(hashes))
    return _MAGIC + _field(_HASHES, index) + _field(_MESSAGES, messages)


def _field(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def _hash(text: bytes) -> int:
    """The hash of ELF symbol tables (System V ABI, figure 5-13), 1 in place of 0."""
    made = 0
    for byte in text:
        made = ((made << 4) + byte) & 0xFFFFFFFF
        high = made & 0xF0000000
        made = (made ^ (high >> 24)) & ~high
    return made or 1
