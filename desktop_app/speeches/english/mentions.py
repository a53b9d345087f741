"""A speaker as named at one place, and the role that stands before a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from desktop_app.speeches.english.names import NAME, ONLY_NAME, is_organisation, is_personal
from desktop_app.speeches.english.titles import HONORIFIC, NATIONS, OFFICES, ROLES, is_role
from desktop_app.speeches.english.words import words

_OWNED = re.compile(
    rf"(?P<owner>[A-Z][\w.&’-]*?(?: [A-Z][\w.&-]*?){{0,4}})['’]s (?P<name>{NAME})\Z"
)
_OFFICE_NAME = re.compile(rf"(?P<role>.*?\b(?:{OFFICES}))\s+(?P<name>{NAME})\Z")
_LAST_LOWER = re.compile(rf"(?P<before>.*\s)?(?P<word>[a-z0-9][\w’'.-]*)\s+(?P<name>{NAME})\Z")
_PLACE = re.compile(r" (?:of|at|from|with) (?:the )?")
_OF_ANOTHER = re.compile(r"\b(?:to|for|with|by|from|about|against) ")  # an aide to President X
_AGE = re.compile(r"^\d{1,3}-year-old ")
_WORD = re.compile(r"[\w-]+")
_FUNCTION = words(
    "of for with in at from to by on and the a an or as with about his her its their de la van von "
    "co inc corp ltd plc"
)
_ARTICLE = words("a an")  # a visibly shaken Maria Sanchez
_COUNTED = words("a an one several some many both those two three")


class Kind(Enum):
    """How a speaker is named."""

    NAME = "name"
    PRONOUN = "pronoun"
    COMMON = "common"  # the company, a spokesman, analysts


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as named at one place, which begins at `start` (code points)."""

    words: str
    role: str
    kind: Kind
    start: int


@lru_cache(maxsize=4096)
def split_role(said: str) -> tuple[str, str]:
    """The role before a name and the name: ("XJTU President", "Wang Shuguo").

    The name is "" where `said` holds none that could be told from the rest.
    """
    honorific = HONORIFIC.match(said)
    if honorific and ONLY_NAME.match(said, honorific.end()):
        return "", said[honorific.end() :]
    if " of " in said or " for " in said or "General " in said:
        office = _OFFICE_NAME.match(said)
        if office:
            return office.group("role").strip(), office.group("name")
    found = _role_before(said) or _before_place(said)
    if found:
        return found
    owned = _OWNED.match(said)
    if owned and is_personal(owned.group("name")):
        return "", owned.group("name")
    if ONLY_NAME.match(said):
        return "", _without_nation(said)
    return _after_lower(said)


def _role_before(said: str) -> tuple[str, str] | None:
    """The last word of a role behind which there is nothing but a name."""
    for word in reversed(list(_WORD.finditer(said))):
        if not is_role(word.group()):
            continue
        end = word.end() + (said[word.end() : word.end() + 1] == ".")
        role, name = said[:end].strip(), said[end:].strip()
        if _OF_ANOTHER.search(role):
            return None
        if ONLY_NAME.match(name) and not _names_another(role) and not is_organisation(name):
            return role, HONORIFIC.sub("", name)
    return None


def _before_place(said: str) -> tuple[str, str] | None:
    """The role and name in "chartist Leslie Keefe of Technical Data Corp"."""
    place = _PLACE.search(said)
    if not place or not said[place.end() : place.end() + 1].isupper():
        return None
    if "'s " in said or "’s " in said:
        return None  # Children's Discovery Centers of America
    role, name = split_role(_AGE.sub("", said[: place.start()]))
    return (role, name) if is_personal(name) else None


def _names_another(role: str) -> bool:
    """Whether "Prime Minister Bob Hawke and Treasurer" names a first person already."""
    first, both, _ = role.partition(" and ")
    parts = [part.strip(".,").lower() for part in first.split()]
    return bool(both) and any(part in ROLES for part in parts[:-1]) and parts[-1] not in ROLES


def _without_nation(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.rstrip(".") in NATIONS and is_personal(rest) else name


def _after_lower(said: str) -> tuple[str, str]:
    """A name behind nouns: "research team head Jennifer Ngo-Anh", "the 14th-ranked Nadal"."""
    found = _LAST_LOWER.match(said)
    if not found or found.group("word") in _FUNCTION:
        return "", ""
    before = (found.group("before") or "") + found.group("word")
    first = before.partition(" ")[0].lower()
    if first in _COUNTED and not (first in _ARTICLE and is_personal(found.group("name"))):
        return "", ""
    has_role = any(is_role(word) for word in before.split())
    return (before if has_role else ""), found.group("name")
