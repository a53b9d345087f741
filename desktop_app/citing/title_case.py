"""English titles with capitals: CSL 1.0.2, "Title Case Conversion"."""

from __future__ import annotations

import re

# The specification's list; the first and last word of a title or sentence are never among them.
_STOP = frozenset(
    (
        *("a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor"),
        *("of", "on", "onto", "or", "over", "so", "the", "till", "to", "up", "via", "with", "yet"),
    )
)
_PARTS = re.compile(r"([-‐–—/])")
_FIRST_LETTER = re.compile(r"^([^\w&]*)([^\W\d_])")  # behind quotes and brackets
_NOT_A_WORD = re.compile(r"\w[.@]\w|:/|\d")  # addresses, p.m., v1.2
_ENDS = re.compile(r"[.:?!—]['\"’”)\]]*$")
_BARE = re.compile(r"^\W+|\W+$")


def title_case(text: str) -> str:
    """`text`, in which markup signs are escaped, with a capital where a title wants one."""
    if text.isupper():  # as wires sent it; what of it is a name nobody can tell
        return text
    words, cased = text.split(" "), []
    for place, word in enumerate(words):
        begins = place == 0 or bool(_ENDS.search(words[place - 1]))
        cased.append(_word(word, begins or place == len(words) - 1))
    return " ".join(cased)


def _word(word: str, always: bool) -> str:
    """One word between blanks; `always` where even a short one has a capital."""
    bare = _BARE.sub("", word)
    if not always and bare.lower() in _STOP and bare in (bare.lower(), bare.capitalize()):
        return word if bare == "A" else word.lower()
    parts = _PARTS.split(word)
    return "".join(_part(part, place == 0) for place, part in enumerate(parts))


def _part(part: str, first: bool) -> str:
    lower = part == part.lower()
    if not lower or _NOT_A_WORD.search(part) or (not first and part in _STOP):
        return part
    return _FIRST_LETTER.sub(lambda found: found[1] + found[2].upper(), part, count=1)
