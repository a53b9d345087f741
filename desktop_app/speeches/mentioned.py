"""Which of the people an archive knows are spoken of in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from desktop_app.language.folding import fold
from desktop_app.speeches.chinese.names import is_name
from desktop_app.speeches.english.names import is_personal
from desktop_app.speeches.word_counts import WordCounts, is_chinese

_LATIN = re.compile("[A-Za-z]")


def mentioned(people: Iterable[tuple[str, Iterable[str]]], body: WordCounts) -> Mapping[str, int]:
    """How often each person stands in `body` by one of the names given with them, if at all.

    The most frequent first. Only whole names count: a surname may be anybody's.
    """
    times = {name: _times(names, body) for name, names in people}
    return dict(sorted(((n, t) for n, t in times.items() if t), key=lambda each: -each[1]))


def is_whole_name(name: str, has_role: bool = True) -> bool:
    """Whether `name` is a person's full name, as far as its form tells.

    Two Chinese characters may as well be a word (官兵, 欧盟): those need a role somewhere.
    """
    if _LATIN.search(name):
        parts = name.split()
        return is_personal(name) and all(part[0].isupper() for part in parts)
    return is_name(name) and (has_role or len(name) > 2)


def _times(names: Iterable[str], body: WordCounts) -> int:
    found = {fold(name) for name in names if _may_be_there(name, body)}
    return sum(len(re.findall(_pattern(name), body.text)) for name in found)


def _may_be_there(name: str, body: WordCounts) -> bool:
    """Whether the last word of `name`, or its last pair, is there: most are not."""
    last = name.rsplit(maxsplit=1)[-1] if name.split() else ""
    folded = fold(last)
    return (folded[-2:] if is_chinese(folded) else folded) in body.counts


def _pattern(name: str) -> str:
    edge = r"\b" if _LATIN.search(name) else ""
    return f"{edge}{re.escape(name)}{edge}"
