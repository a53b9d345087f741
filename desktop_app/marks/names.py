"""Names of collections and tags: what they may be, and when two are one."""

from __future__ import annotations

import re

from desktop_app.errors import MarksError
from desktop_app.language.folding import fold
from desktop_app.messages import message

LONGEST = 80  # characters
# Names of the bookmarks in queries, folded; no collection may have them.
FAVOURITES_NAMES = ("favourites", "favorites", "bookmarks", "收藏", "收藏夹", "书签")
_SPACES = re.compile(r"\s+")
_SIGNS = re.compile(r'["“”「」『』,，;；\x00-\x1f]')


def key_of(name: str) -> str:
    """What a name is known by: capitals, width and traditional characters make no difference."""
    return fold(_SPACES.sub(" ", name).strip())


def clean_name(name: str) -> str:
    """`name` with single spaces; raises `MarksError` where it cannot be one."""
    cleaned = _SPACES.sub(" ", name).strip()
    if not cleaned:
        raise MarksError(message("a name needs at least one letter"))
    if len(cleaned) > LONGEST:
        raise MarksError(message("a name has {most} characters at most", most=LONGEST))
    if _SIGNS.search(cleaned):
        raise MarksError(
            message("“{name}” has a quotation mark or a comma in it; leave that out", name=cleaned)
        )
    return cleaned
