"""Chinese in the other script, for reading: by OpenCC's phrases, characters only.

Words stay those of the text (软件 becomes 軟件, never 軟體): it is the script that is
chosen. Traditional characters are in the forms usual in Taiwan (裡, 為).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import accumulate

import opencc

from desktop_app.language.script import chinese_script
from desktop_app.language.tokens import HAN

AS_PUBLISHED, SIMPLIFIED, TRADITIONAL = "published", "simplified", "traditional"
SCRIPTS = (AS_PUBLISHED, SIMPLIFIED, TRADITIONAL)
_IN_TRADITIONAL = ("zh_TW", "zh_HK", "zh_MO", "zh_Hant")  # how codes of catalogs begin
_TABLES = {SIMPLIFIED: "t2s", TRADITIONAL: "s2tw"}


def rewritten(text: str, script: str) -> str:
    """`text` in `script`, one of `SCRIPTS`; all but Chinese characters as it is."""
    if script not in _TABLES or text.isascii() or not HAN.search(text):
        return text
    # Tables for simplified text would change traditional text: 乾隆's 乾 is right as it is.
    if script == TRADITIONAL and chinese_script(text) == "Hant":
        return text
    return str(_table(_TABLES[script]).convert(text))


def script_of(language: str) -> str:
    """The script that readers of `language`, the code of a catalog, know; any for others."""
    if language.startswith(_IN_TRADITIONAL):
        return TRADITIONAL
    return SIMPLIFIED if language.startswith("zh") else AS_PUBLISHED


def prepare(script: str) -> None:
    """Have the tables of `script` read, so that no later call waits for them."""
    rewritten("后", script)


@lru_cache(maxsize=len(_TABLES))
def _table(name: str) -> opencc.OpenCC:
    """One of OpenCC's tables; reading it takes up to 0.1 s, once a process."""
    return opencc.OpenCC(name)


def place_in(there: str, here: str, place: int) -> int:
    """The place in `there` that answers `place` in `here`, the same text in another script.

    Both count UTF-16 units. Nearly always the same number; where a run of characters came
    out longer or shorter, its ends answer each other, and what is inside, its beginning.
    """
    return place if _alike(there, here) else _place_in(there, here, place, _units)


def spans_in(there: str, here: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in `there` that answer `spans` of `here`, as `place_in`, but of code points."""
    if len(there) == len(here):
        return list(spans)
    return [
        (_place_in(there, here, start, len), _place_in(there, here, end, len))
        for start, end in spans
    ]


def _place_in(there: str, here: str, place: int, measure: Callable[[str], int]) -> int:
    """Where `place` is in `there`; `measure` counts what places count."""
    ours, theirs = (_ends(each, measure) for each in (here, there))
    if len(ours) != len(theirs):
        return min(place, measure(there))  # not the same text after all
    begin = other = 0
    for end, theirs_end in zip(ours, theirs, strict=True):
        if place < end:
            same = end - begin == theirs_end - other
            return other + (place - begin if same else 0)
        begin, other = end, theirs_end
    return other + place - begin


def _alike(one: str, other: str) -> bool:
    """Whether every place is its own."""
    return len(one) == len(other) and max(one + other, default="") <= "\uffff"


def _ends(text: str, measure: Callable[[str], int]) -> list[int]:
    """Where each run of Chinese characters, and what stands between, ends."""
    return list(accumulate(map(measure, re.split(f"({HAN.pattern})", text))))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
