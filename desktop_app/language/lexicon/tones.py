"""Pinyin with the numbers of its tones, as dictionaries keep it, to pinyin with marks."""

from __future__ import annotations

import re
import unicodedata

_SYLLABLE = re.compile(r"([A-Za-zÜü:]+)([1-5])")
_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300", "5": ""}
_VOWELS = "aeiouüAEIOUÜ"


def with_marks(numbered: str) -> str:
    """``nu:3 hai2 r5`` as ``nǚ hái r``; what is no syllable with a number stays as it is."""
    return _SYLLABLE.sub(_marked, numbered)


def _marked(found: re.Match[str]) -> str:
    letters = found[1].replace("u:", "ü").replace("U:", "Ü").replace("v", "ü")
    place = _bearer(letters)
    marked = letters[: place + 1] + _MARKS[found[2]] + letters[place + 1 :]
    return unicodedata.normalize("NFC", marked)


def _bearer(letters: str) -> int:
    """Which letter bears the mark: a or e, the o of ou, else the last vowel (GB/T 16159)."""
    lower = letters.lower()
    for place in (lower.find("a"), lower.find("e"), lower.find("ou")):
        if place >= 0:
            return place
    vowels = (place for place, letter in enumerate(letters) if letter in _VOWELS)
    return max(vowels, default=len(letters) - 1)  # m2
