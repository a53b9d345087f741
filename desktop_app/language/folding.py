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

# The blocks of Chinese characters that have simplified forms, compatibility forms
# aside (those NFKC has already taken apart).
_HAN_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2EBE1))


class _FoldTable(dict[int, str]):
    """A `str.translate` table that works each character out when first met."""

    def __init__(self, simplified: dict[str, str]) -> None:
        super().__init__()
        self._simplified = simplified

    def __missing__(self, code: int) -> str:
        folded = self[code] = self.worked_out(code)
        return folded

    def worked_out(self, code: int) -> str:
        """The folded form of a character, not kept."""
        plain = unicodedata.normalize("NFKC", chr(code)).lower()
        return "".join(self._simplified.get(character, character) for character in plain)


@lru_cache(maxsize=1)
def _table() -> _FoldTable:
    """One table a process: 14 ms to make, then a dictionary look-up a character."""
    written = "\n".join(chr(c) for first, end in _HAN_BLOCKS for c in range(first, end))
    simplified = opencc.OpenCC("t2s").convert(written)
    pairs = zip(written.split("\n"), simplified.split("\n"), strict=True)
    return _FoldTable({a: b for a, b in pairs if a != b})


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
    lowered = text.lower()
    if len(lowered) == len(text) and _changing().search(lowered) is None:
        return lowered, None
    return fold_with_offsets(text)


@lru_cache(maxsize=1)
def _changing() -> re.Pattern[str]:
    """The lower-case characters that folding changes, or changes to, letters or digits.

    All beyond the first plane count as such, and the final sigma, which lower case gives
    or not by what stands beside it. Takes some 50 ms to make, once a process.
    """
    table = _table()
    pairs = ((chr(c), table.worked_out(c)) for c in range(0x80, 0x10000))
    found = "".join(
        one for one, folded in pairs if one != folded and re.search(r"[^\W_]", one + folded)
    )
    return re.compile(f"[ς\U00010000-\U0010ffff{re.escape(found)}]")
