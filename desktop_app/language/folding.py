"""Folding: one form for every way of writing the same characters.

NFKC (full width to half, ligatures apart), lower case, traditional to simplified by
the OpenCC tables. Folding is by character, so that every place in the folded text
can be traced back to the text as written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import opencc

# Texts up to here, such as queries, are folded character by character: finding out which
# characters change at all would cost them more.
_SHORT = 64

_IDEOGRAPH = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_LETTER = re.compile(r"[^\W_]")


class _FoldTable(dict[int, str]):
    """A `str.translate` table that works each character out when first met."""

    def __init__(self) -> None:
        """Know nothing yet; 2 ms, most of it OpenCC reading its tables."""
        super().__init__()
        self._simplified = opencc.OpenCC("t2s").convert

    def __missing__(self, code: int) -> str:
        folded = self[code] = self.worked_out(code)
        return folded

    def worked_out(self, code: int) -> str:
        """The folded form of a character, not kept."""
        plain = unicodedata.normalize("NFKC", chr(code)).lower()
        return "".join(map(self._simple, plain))

    def _simple(self, character: str) -> str:
        """The simplified form of a Chinese character; any other as it is."""
        return str(self._simplified(character)) if _IDEOGRAPH.match(character) else character


@lru_cache(maxsize=1)
def _table() -> _FoldTable:
    """One table a process, which grows with the characters met."""
    return _FoldTable()


def fold_character(code: int) -> str:
    """The folded form of one code point, of any length."""
    return _table()[code]


def fold(text: str) -> str:
    """Fold `text` for comparison; idempotent, and may change its length."""
    return unicodedata.normalize("NFC", text).translate(_table())


def fold_with_offsets(text: str) -> tuple[str, list[int] | None]:
    """Fold `text` and say where each folded character was written.

    The second value has one more entry than the folded text, the code point in
    `text` each character came from (the last is ``len(text)``); None where every
    place is its own, which is nearly always.
    """
    folded = text.translate(_table())
    if len(folded) == len(text):
        return folded, None
    table = _table()
    offsets = [place for place, character in enumerate(text) for _ in table[ord(character)]]
    return folded, [*offsets, len(text)]


def fold_letters(text: str) -> tuple[str, list[int] | None]:
    """Like `fold_with_offsets`, but marks may stay unfolded; ten times as fast on most texts.

    For what looks at words only: nearly every text has no letter that folding changes
    but capitals, and Chinese texts are full of marks that it would.
    """
    folded = letters_in_place(text)
    return fold_with_offsets(text) if folded is None else (folded, None)


def letters_in_place(text: str) -> str | None:
    """`fold_letters` of a text where every place is its own; None where not all are."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    if len(text) > _SHORT and len(lowered) == len(text) and _changing().search(lowered) is None:
        return lowered
    folded = text.translate(_table())
    return folded if len(folded) == len(text) else None


@lru_cache(maxsize=1)
def _changing() -> re.Pattern[str]:
    """The lower-case characters that folding changes, or changes to, letters or digits.

    All beyond the first plane count as such, and the final sigma, which lower case gives
    or not by what stands beside it. Takes some 50 ms to make, once a process.
    """
    written = [chr(c) for c in range(0x80, 0x10000) if not 0xD800 <= c < 0xE000]
    plain = [unicodedata.normalize("NFKC", one).lower() for one in written]
    folded = opencc.OpenCC("t2s").convert("\n".join(plain)).split("\n")
    found = "".join(
        one
        for one, simple in zip(written, folded, strict=True)
        if one != simple and _LETTER.search(one + simple)
    )
    return re.compile(f"[ς\U00010000-\U0010ffff{re.escape(found)}]")
