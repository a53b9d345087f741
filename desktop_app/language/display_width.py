"""How many columns of a terminal a text takes, and cutting it to so many.

East Asian wide and full-width characters take two (UAX #11), marks that join the
character before none, all else one. What is "ambiguous" there takes one, as in
terminals of any language by default.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_JOINING = ("Mn", "Me", "Cf")
_MOST_MARKS = 4  # code points a column, so that a tower of marks ends


def character_width(character: str) -> int:
    """The columns one code point takes: 0, 1 or 2."""
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in _JOINING:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def display_width(text: str) -> int:
    """The columns `text` takes."""
    return len(text) if text.isascii() else sum(map(character_width, text))


def beginning(text: str, width: int) -> str:
    """The beginning of `text` that fits into `width` columns."""
    return text[: _fitting(text[: width * _MOST_MARKS], width)]


def ending(text: str, width: int) -> str:
    """The end of `text` that fits into `width` columns; begins with no joining mark."""
    tail = text[-width * _MOST_MARKS :] if width else ""
    kept = tail[len(tail) - _fitting(reversed(tail), width) :]
    while kept and character_width(kept[0]) == 0:
        kept = kept[1:]
    return kept


def padded_left(text: str, width: int) -> str:
    """`text` with blanks before it, `width` columns in all."""
    return " " * (width - display_width(text)) + text


def _fitting(characters: Iterable[str], width: int) -> int:
    """How many of `characters` fit."""
    taken = count = 0
    for character in characters:
        taken += character_width(character)
        if taken > width:
            break
        count += 1
    return count
