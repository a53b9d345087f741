"""The outline of a long text: its headings, or the openings of its paragraphs.

Saved texts keep no marks of headings, so that they are told by how they look: short, without
the end of a sentence, no part of a list, and followed by text. Levels go by the way they are
counted in: 一、 or I. before （一） or capitals before all others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.language.display_width import display_width

LEAST_HEADINGS = 3  # or the openings of paragraphs say more
LEAST_PARAGRAPHS = 8  # of a text that has an outline
_WIDEST = 72  # columns of a heading
_TEXT = 100  # columns from which a paragraph is text whatever its end
_OPENING = 120  # code points shown of a paragraph
_LEAST_LETTERS, _LEAST_CAPITALS = 2, 5
_AHEAD = 2  # headings that may stand in a row before text follows
_END = re.compile(r"[。！？；：，、….!?;:,)）\]】”\"'’—-]\s*$")
_SENTENCE_END = re.compile(r"[。！？.!?][”\"'’)）]*\s*$")
# Points of lists, figures, code, and what goes on from the line before.
_NO_START = re.compile(r"[\s•·‧▪●○*#\-–—+<>{}\[\]|=$&/\\@\"“‘'(]|[a-z0-9]+[^.、．]")
_NO_PART = re.compile(r"[|={}<>\\]|://|:\s")
_LETTER = re.compile(r"[^\W\d_]")
_CHINESE_FIRST = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,5}[编章部]|[一二三四五六七八九十百]{1,4}、"
)
_CHINESE_SECOND = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,5}[节条]|[（(][一二三四五六七八九十]{1,3}[)）]"
)
_LATIN_FIRST = re.compile(r"(?:[IVXL]{1,6}|[A-Z])\.\s+\S|(?i:chapter|part)\s+[\dIVXL]+\b")
_CLAUSE = re.compile(r"[^。！？；，,：:]{2,40}[。：:，,；]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: the number of a paragraph, its level from 0, and words of it."""

    paragraph: int
    level: int
    text: str


def outline_of(paragraphs: Sequence[str]) -> list[Entry]:
    """The outline of a text; empty for a short one. Takes time by its length."""
    if len(paragraphs) < LEAST_PARAGRAPHS:
        return []
    found = [entry for number in range(len(paragraphs)) if (entry := _heading(paragraphs, number))]
    if len(found) < LEAST_HEADINGS:
        return _openings(paragraphs)
    levels = sorted({entry.level for entry in found})
    return [replace(entry, level=levels.index(entry.level)) for entry in found]


def _heading(paragraphs: Sequence[str], number: int) -> Entry | None:
    text = paragraphs[number].strip()
    if _looks_so(text):
        follows = paragraphs[number + 1 : number + 2 + _AHEAD]
        is_one = any(_is_text(each) for each in follows)
        return Entry(number, _level(text), text) if is_one else None
    return _counted_sentence(text, number)


def _looks_so(text: str) -> bool:
    """Whether a paragraph could be a heading by itself."""
    return (
        0 < len(text) <= _WIDEST
        and display_width(text) <= _WIDEST
        and not _END.search(text)
        and not _NO_START.match(text)
        and not _NO_PART.search(text)
        and _is_worded(text)
    )


def _is_worded(text: str) -> bool:
    """Whether there are words in it: no row of figures, no lone abbreviation as tables have."""
    letters = len(_LETTER.findall(text))
    digits = sum(character.isdigit() for character in text)
    least = _LEAST_CAPITALS if text.isascii() and text.isupper() else _LEAST_LETTERS
    return letters >= least and digits * 3 <= letters


def _counted_sentence(text: str, number: int) -> Entry | None:
    """A heading that opens its paragraph, as Chinese reports have them (一、坚持……。正文)."""
    head = text[:_WIDEST]
    if not (_CHINESE_FIRST.match(head) or _CHINESE_SECOND.match(head)):
        return None
    clause = _CLAUSE.match(head)
    return Entry(number, _level(head), clause.group()[:-1] if clause else head)


def _is_text(paragraph: str) -> bool:
    return len(paragraph) > _TEXT or (
        _SENTENCE_END.search(paragraph) is not None or display_width(paragraph[:_TEXT]) > _TEXT
    )


def _level(text: str) -> int:
    if _CHINESE_FIRST.match(text) or _LATIN_FIRST.match(text):
        return 0
    return 1 if _CHINESE_SECOND.match(text) or text.isupper() else 2


def _openings(paragraphs: Sequence[str]) -> list[Entry]:
    """Each paragraph of text by its first words."""
    texts = ((number, text.strip()) for number, text in enumerate(paragraphs))
    return [Entry(number, 0, text[:_OPENING]) for number, text in texts if _is_text(text)]
