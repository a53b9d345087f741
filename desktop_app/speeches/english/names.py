"""Names in capitals, and whether one is a person's."""

from __future__ import annotations

import re

from desktop_app.speeches.english.titles import ORGANISATION

_CAPITAL = r"(?:[A-ZÀ-Þ][\w’'.-]*|al-[A-Z][\w’'-]*)"
_PARTICLE = r"(?:de|da|del|della|der|den|di|du|la|le|van|von|bin|ibn|al|el|ter|dos|dit)"
NAME = rf"{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+)*{_CAPITAL})*"
ONLY_NAME = re.compile(rf"{NAME}\Z")
_PLACES = ("The", "New", "North", "South", "West", "East", "White", "Wall", "Hong")
_WORDS = range(2, 5)


def is_personal(name: str) -> bool:
    """Whether `name` may be a person's: two to four words, none of an organisation."""
    parts = name.split()
    if len(parts) not in _WORDS or parts[0] in _PLACES:
        return False
    return not any(_is_common(part) for part in parts)


def is_organisation(name: str) -> bool:
    """Whether the last word of `name` is one of organisations: "General Cinema Corp"."""
    return name.rpartition(" ")[2].strip(".,").lower() in ORGANISATION


def _is_common(part: str) -> bool:
    """Whether a word is an organisation's, an acronym, or links names."""
    bare = part.strip(".,’'")
    if bare.isupper() and len(bare) > len("JR") and "." not in bare:
        return True
    return bare.lower() in ORGANISATION or part in ("and", "of", "for", "&")
