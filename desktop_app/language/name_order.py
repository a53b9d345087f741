"""In which order lists of names stand, by the language they are read in.

Where the interface is English, or any language with an alphabet, there is one alphabet:
Chinese names stand where their pinyin does. In Chinese the Chinese names come first, as CLDR's
collation for Chinese has it: on the mainland by pinyin, which its indexes and directories go by;
in Taiwan, where few read pinyin, by strokes. Strokes are those of the traditional characters, in
the order of Big5: its 5,401 frequent characters by number of strokes and then by radical, and
after them the rarer ones in the same way. Accents and capitals do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

import opencc

from desktop_app.language.pinyin import spelling

NameKey = tuple[bool, tuple[int, ...], str, str]

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_BY_STROKES = ("zh_TW", "zh_HK", "zh_MO")
# Surnames that are written alike in both scripts, though as words they are not.
_SAME = frozenset("范于余涂郁岳")
PINYIN, STROKES = "pinyin", "strokes"  # for `collation`
_UNKNOWN = 0x10000  # behind everything that Big5 holds


def collation(language: str, by: str) -> str:
    """The language in whose order names stand for a reader of `language`.

    `by` is `PINYIN` or `STROKES`; anything else leaves it to the language.
    """
    strokes = language in _BY_STROKES
    if by == STROKES:
        return language if strokes else _BY_STROKES[0]
    return "zh_CN" if by == PINYIN and strokes else language


def in_order(names: Iterable[str], language: str) -> list[str]:
    """`names` as a reader of `language` (the code of a catalog) looks for them."""
    return sorted(names, key=order_of(language))


def order_of(language: str, spelled: str = "") -> Callable[[str], NameKey]:
    """What to sort names by; `spelled` is the name's `spelling`, where it is known already."""

    def key(name: str) -> NameKey:
        chinese = bool(_HAN.match(name))
        if chinese and language in _BY_STROKES:
            return False, _strokes(name), "", name
        last = language.startswith("zh") and not chinese
        return last, (), _plain(spelled or spelling(name)), name

    return key


def _plain(spelled: str) -> str:
    """Without accents, which only tell apart what is alike otherwise, and without signs."""
    apart = unicodedata.normalize("NFKD", spelled.casefold())
    return "".join(each for each in apart if each.isalnum() or each == " ").strip()


def _strokes(name: str) -> tuple[int, ...]:
    """The place of each character in Big5, as the name is written with traditional ones."""
    written = str(_traditional().convert(name))
    first = name[0] if name[0] in _SAME else written[:1]
    return tuple(map(_place, first + written[1:]))


def _place(character: str) -> int:
    try:
        code = character.encode("big5")
    except UnicodeEncodeError:
        return _UNKNOWN + ord(character)
    return int.from_bytes(code, "big")


@lru_cache(maxsize=1)
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")
