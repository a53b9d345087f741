"""Names in capitals, and whether one is a person's."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_app.speeches.english.titles import NATIONS, ORGANISATION
from desktop_app.speeches.english.words import words

_CAPITAL = r"(?:\d*[A-ZÀ-Þ][\w’'.-]*|al-[A-Z][\w’'-]*)"
_PARTICLE = r"(?:de|da|del|della|der|den|di|du|la|le|van|von|bin|ibn|al|el|ter|dos|dit)"
NAME = rf"{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+)*{_CAPITAL})*"
# One word of a name in running text: a full stop behind it ends the sentence, and with it
# the name, but behind an initial or a short form.
CAPITAL_WORD = (
    r"[A-ZÀ-Þ][\w’'&-]*(?:\.[\w’'&-]+)*"
    r"(?:(?<=\b[A-Z])\.|(?<=\b(?:Jr|Sr|St|Dr|Mr|Ms|Lt))\.|(?<=\b(?:Gen|Sen|Rep|Gov|Mrs|Col))\.)?"
)
ONLY_NAME = re.compile(rf"{NAME}\Z")
# What a person's name does not begin with, and what the name of a thing holds.
_BEFORE_PLACES = words(
    "The New North South West East White Wall Hong Great Upper Lower Central Southern Northern "
    "Eastern Western Los Las San Santa Saint U.S. U.S US UK U.K. EC EU UN U.N. Black Super World"
)
_THINGS = words(
    "plains river city county lake mountain mountains island islands valley bay sea ocean park "
    "avenue debt act treaty agreement bill plan week day cup finals open series show games "
    "conference summit award awards prize project program programme initiative revolution war "
    "strait gulf peninsula coast hills square tower bridge airport station festival coliseum field "
    "street dollar press award secretary minister president officials conservation security"
)
_IMPERSONAL = _THINGS | ORGANISATION
_WORDS = range(2, 5)


@lru_cache(maxsize=4096)
def is_personal(name: str) -> bool:
    """Whether `name` may be a person's: two to four words, none of an organisation."""
    parts = name.split()
    if len(parts) not in _WORDS or parts[0] in _BEFORE_PLACES or parts[0] in NATIONS:
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
    lower = bare.lower()
    if lower.endswith("s") and lower[:-1] in ORGANISATION and lower != "banks":
        return True
    return lower in _IMPERSONAL or part in ("and", "of", "for", "the", "&")
