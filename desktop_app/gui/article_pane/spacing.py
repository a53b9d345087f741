"""Where Chinese text is spaced otherwise than character by character.

W3C's "Requirements for Chinese Text Layout" (clreq) ask for a quarter em between Chinese and
Latin letters or digits, and for full-width marks beside each other to be drawn together; which
of two marks gives way is as CSS Text 4 has it under "text-spacing-trim".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.gui.article_pane.marks import MARKS, MarkRoom
from desktop_app.language.tokens import HAN_CLASS

QUARTER = 0.25  # em
_HAN = f"{HAN_CLASS}\u3040-\u30ff"
_LETTER = (  # Latin, Greek and Cyrillic, and digits
    "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff"
)
_SIGN_AFTER = "%‰°℃"  # what ends a number
_SIGN_BEFORE = "$£€¥"  # what begins one
_PLACES = re.compile(
    f"[{_HAN}](?=[{_LETTER}{_SIGN_BEFORE}])|[{_LETTER}{_SIGN_AFTER}](?=[{_HAN}])"
    f"|[{re.escape(MARKS)}—…·]"
)
_QUOTES = "“”‘’"
_BOTH_HAVE = frozenset(f"{_QUOTES}—…·")  # marks of Latin faces as well as of Chinese ones
_IN_WORD = re.compile(f"[{_LETTER}]")
_LONGEST_RUN = 12  # of one mark: ……
_AROUND = re.compile(f"[{_HAN}{re.escape(MARKS)}]")


class Spacing(NamedTuple):
    """From code point `start` to before `end`: em put after each, and in a Chinese face or not."""

    start: int
    end: int
    em: float
    chinese: bool


def spacings(text: str, room: MarkRoom) -> Iterator[Spacing]:
    """What is to be spaced in `text`, in order; `room` is that of its marks."""
    for found in _PLACES.finditer(text):
        place, mark = found.start(), found.group()
        if mark not in MARKS and mark not in _BOTH_HAVE:
            yield Spacing(place, place + 1, QUARTER, False)
            continue
        chinese = mark in _BOTH_HAVE and not _latin(text, place)
        em = -_taken(text, place, room) if chinese or mark not in _BOTH_HAVE else 0.0
        if em or chinese:
            yield Spacing(place, place + 1, em, chinese)


def _taken(text: str, place: int, room: MarkRoom) -> float:
    """What is taken between the mark at `place` and the one after it, if there is one."""
    following = text[place + 1 : place + 2]
    if not following or following not in MARKS or _latin(text, place + 1):
        return 0.0
    if room.after(text[place]):
        return room.after(text[place])
    return room.before(following)


def _latin(text: str, place: int) -> bool:
    """Whether a mark that both kinds of face have is not of the Chinese around it.

    Such are the ones in ``Xi’an`` and in ``a · b``.
    """
    mark = text[place]
    if mark not in _BOTH_HAVE or mark in "“”":
        return False
    if mark in _QUOTES:
        return all(_IN_WORD.match(side) for side in _sides(text, place, ""))
    met = [bool(_AROUND.match(side)) for side in _sides(text, place, mark)]
    return not (all(met) if mark == "·" else any(met))


def _sides(text: str, place: int, run: str) -> tuple[str, str]:
    """What stands before and after `place`, beyond more of the character `run`."""
    before = text[max(0, place - _LONGEST_RUN) : place].rstrip(run)
    after = text[place + 1 : place + 1 + _LONGEST_RUN].lstrip(run)
    return before[-1:], after[:1]
