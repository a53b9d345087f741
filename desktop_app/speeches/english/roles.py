"""The role that an item gives a person where it first names him, though he speaks later."""

from __future__ import annotations

import re

from desktop_app.speeches.english.subjects import role_of
from desktop_app.speeches.english.titles import BEGINNINGS, is_role
from desktop_app.speeches.english.words import words

_BEFORE = 90  # code points in which a role may stand before a name
_AFTER = 160
_BOUNDARY = re.compile(r"[.,;:()\[\]\"“”—–\n](?:\s|\Z)")
_APPOSITION = re.compile(r",\s+((?:an? |the |[a-z])[^,.;\n]{2,120})[,.;\n]")
_LINKS = words("of and for the")
_MOST_WORDS = 8


def role_beside(text: str, place: int, name: str) -> str:
    """The role beside `name`, which stands at `place` (code points); "" where there is none."""
    before = text[max(0, place - _BEFORE) : place]
    parts = _BOUNDARY.split(before)
    return _role_before(parts[-1].split()) or _role_after(text, place + len(name))


def _role_after(text: str, place: int) -> str:
    found = _APPOSITION.match(text, place, place + _AFTER)
    return role_of(found.group(1)) if found else ""


def _role_before(said: list[str]) -> str:
    """The words that end `said` and make a role: "US Secretary of State", "Chargers coach"."""
    begin = len(said)
    while begin and len(said) - begin < _MOST_WORDS and _belongs(said, begin - 1):
        begin -= 1
    while begin < len(said) and (said[begin] in _LINKS or said[begin] in BEGINNINGS):
        begin += 1
    role = said[begin:]
    return " ".join(role) if any(is_role(word) for word in role) else ""


def _belongs(said: list[str], at: int) -> bool:
    """Whether a word may be part of a role: a capital, a role, or what stands between."""
    word = said[at]
    if word[0].isupper() or is_role(word):
        return True
    before = said[at - 1] if at else ""
    if word in _LINKS:
        return at + 1 < len(said) and bool(before) and (before[0].isupper() or is_role(before))
    return at + 1 < len(said) and is_role(said[at + 1]) and before[:1].isupper()
