"""Pinyin as it is typed: taken apart into syllables.

Syllables are written in lower case without tones, ``ü`` as ``v`` (``lv``, ``nve``).
Nothing but standard Mandarin syllables counts; the interjections without a vowel
(``m``, ``ng``, ``hng``) would make pinyin of almost anything and are left out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

# Far more than a name or a title's first words; readings grow with the length.
LONGEST = 60  # letters
MOST_READINGS = 64

_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iang iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng iao o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
SYLLABLES = frozenset(
    initial + final for initial, finals in _FINALS.items() for final in finals.split()
)
_LONGEST_SYLLABLE = max(map(len, SYLLABLES))
# How ü is also spelled: passports write `lyu`, and `lue` can only be `lüe`.
_SPELLINGS = {"lyu": "lv", "nyu": "nv", "lue": "lve", "nue": "nve"}
_DIAERESIS = "\u0308"
# Between syllables people write a space, an apostrophe, a hyphen, or the tone's number.
_BOUNDARY = re.compile(r"[\s'’‘ʼ`´·\-‐]+|(?<=[a-z])[1-5](?![0-9])")

Syllables = tuple[str, ...]


def split_pinyin(typed: str) -> tuple[Syllables, ...] | None:
    """Return every way to read `typed` as syllables, fewest syllables first.

    ``xian`` is ``xian`` or ``xi an``, ``xi'an`` only the second; ``wang shuguo`` and
    ``Wáng Shùguó`` are read as ``wangshuguo`` is. None where `typed` is no pinyin or is longer
    than `LONGEST` letters; at most `MOST_READINGS` readings.
    """
    parts = [part for part in _BOUNDARY.split(toneless(typed)) if part]
    if not parts or sum(map(len, parts)) > LONGEST:
        return None
    readings: list[Syllables] = [()]
    for part in parts:
        ways = _ways(part)
        if not ways:
            return None
        joined = (before + way for before, way in product(readings, ways))
        readings = sorted(joined, key=len)[:MOST_READINGS]
    return tuple(readings)


def toneless(text: str) -> str:
    """`text` in lower case without tone marks, ``ü`` (and ``u:``) as ``v``."""
    apart = unicodedata.normalize("NFD", text.lower().replace("u:", "ü"))
    kept: list[str] = []
    for character in apart:
        if character == _DIAERESIS and kept and kept[-1] == "u":
            kept[-1] = "v"
        elif not unicodedata.combining(character):
            kept.append(character)
    return "".join(kept)


@lru_cache(maxsize=1024)
def _ways(letters: str) -> tuple[Syllables, ...]:
    """The readings of letters without a boundary in them, fewest syllables first.

    Worked out from the end, so that the time grows with the length and the number of
    readings kept, never with all that there could be.
    """
    ways: list[list[Syllables]] = [[] for _ in letters] + [[()]]
    for start in range(len(letters) - 1, -1, -1):
        found = [
            (syllable, *rest)
            for end in range(start + 1, min(start + _LONGEST_SYLLABLE, len(letters)) + 1)
            if (syllable := _syllable(letters[start:end]))
            for rest in ways[end]
        ]
        ways[start] = sorted(found, key=len)[:MOST_READINGS]
    return tuple(ways[0])


def _syllable(letters: str) -> str:
    """The syllable spelled by `letters`, or ""."""
    plain = _SPELLINGS.get(letters, letters)
    return plain if plain in SYLLABLES else ""
