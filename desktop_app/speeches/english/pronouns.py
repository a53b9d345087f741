"""By which pronoun an item speaks of somebody: "Meghan said she ..."."""

from __future__ import annotations

import re
from collections import Counter

_SHE = frozenset(("she", "her"))


def pronoun_of(text: str, name: str) -> str:
    """Whichever of "he" and "she" follows the last word of `name` more often; "" for neither.

    No other capital stands between, so that "Meghan told Harry he ..." tells of Harry. In
    `text` quotations should be hidden: who speaks there may speak of others.
    """
    last = re.escape(name.rpartition(" ")[2])
    following = re.compile(rf"\b{last}\b[^.;\nA-Z]{{1,80}}?\b(he|his|him|she|her)\b")
    found = Counter("she" if each[1] in _SHE else "he" for each in following.finditer(text))
    if found["he"] == found["she"]:
        return ""
    return "he" if found["he"] > found["she"] else "she"
