"""Where sentences end in a text whose quotations are masked."""

from __future__ import annotations

import re

from desktop_app.speeches.english.quotations import CLOSE_ASKING, CLOSE_FULL, OPEN
from desktop_app.speeches.english.verbs import FINITE
from desktop_app.speeches.english.words import words

_ABBREVIATIONS = words(
    "mr mrs ms dr prof st rev hon gen col lt capt maj sgt cmdr adm gov sen rep reps sens pres "
    "jan feb mar apr jun jul aug sept sep oct nov dec no vs etc inc corp co ltd cos bros jr sr "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont "
    "neb nev okla ore pa tenn tex va vt wash wis wyo dept univ assn ave fig approx est e.g i.e "
    "d.c u.s u.k u.n"
)
# Words that begin a sentence and hardly ever a name: after an abbreviation they end one.
_STARTERS = words(
    "The He She It They We I But And In On At A An This That These Those However His Her Its "
    "Their There If When While As For Asked Meanwhile Also After Before Mr Mrs Ms"
)
_END = re.compile(
    rf"\n+|(?<![.!?…])[.!?…]+[)\]’']*(?=\s+[\"“‘(<\[{OPEN}A-Z0-9À-Þ])"
    rf"|[{CLOSE_FULL}{CLOSE_ASKING}](?=\s+[\"“‘(<\[{OPEN}A-Z0-9À-Þ])"
)
_WORD_BEFORE = re.compile(r"[\w.&-]*\Z")
_NEXT_WORD = re.compile(r"\s+([\w’']+)")
_ATTRIBUTION = re.compile(rf"\s+(?:[A-Z][\w.’'-]*\s+){{1,5}}(?:{FINITE})\b")


def sentences(mask: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `mask` from `start` to `end`, in code points, without blanks around."""
    found: list[tuple[int, int]] = []
    at = start
    for mark in _END.finditer(mask, start, end):
        if not _is_end(mask, mark):
            continue
        _keep(found, mask, at, mark.end())
        at = mark.end()
    _keep(found, mask, at, end)
    return found


def _keep(found: list[tuple[int, int]], mask: str, start: int, end: int) -> None:
    while start < end and mask[start].isspace():
        start += 1
    while end > start and mask[end - 1].isspace():
        end -= 1
    if end > start:
        found.append((start, end))


def _is_end(mask: str, mark: re.Match[str]) -> bool:
    sign = mark.group()
    if sign == CLOSE_ASKING:
        return not _ATTRIBUTION.match(mask, mark.end())
    if sign != ".":
        return True
    before = _WORD_BEFORE.search(mask[max(0, mark.start() - 20) : mark.start()])
    word = before.group() if before else ""
    if not _is_abbreviation(word):
        return True
    following = _NEXT_WORD.match(mask, mark.end())
    return following is not None and following.group(1) in _STARTERS and word not in ("Mr", "Dr")


def _is_abbreviation(word: str) -> bool:
    last = word.rpartition("-")[2].lower()  # D-Mass.
    return last in _ABBREVIATIONS or (len(word) == 1 and word.isupper()) or "." in word
