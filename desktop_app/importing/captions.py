"""Captions that survive in a saved text where the photos did not.

A browser that saves a page as text leaves an empty line where a photo was; the
caption below it is a short paragraph of its own, set off by one blank line more than
the paragraphs are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.importing.raw import RawPhoto
from desktop_app.language.tokens import HAN

_GAP = 2  # blank lines before a caption, at least
_SHORT = 300  # letters; a Chinese character counts three
_CREDIT_END = re.compile(
    r"(?:\s摄|[（(][^（）()]{1,20}摄|[（(](?:摄影|图|图片|照片|供图)[:：/][^（）()]{1,20}|记者\S{0,12}摄|[供配]图|图片来源[:：].{1,20}|"
    r"\[Photo[^\]]*\]|\(Photo[^)]*\)|\bphoto by .{1,40})"
    r"[)）\]】。.]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text that is not blank, and how many blank lines stand before it."""

    text: str
    blank: int


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that are not blank, edges stripped."""
    lines, blank = [], 0
    for raw in text.split("\n"):
        line = raw.strip(" \t\u00a0\u3000\f\v\ufeff\u200b")
        if line:
            lines.append(Line(line, blank))
        blank = 0 if line else blank + 1
    return lines


def split_captions(body: Sequence[Line]) -> tuple[tuple[str, ...], tuple[RawPhoto, ...]]:
    """The paragraphs of `body` and the captions found among them.

    The body's first line is set off from the head of the page as a caption is, and is
    one only where it is set off further.
    """
    gap = max(_GAP, _usual_gap(body) + 1)
    paragraphs: list[str] = []
    photos: list[RawPhoto] = []
    for place, line in enumerate(body):
        if is_caption(line, gap + (place == 0)):
            photos.append(RawPhoto(None, line.text, after=len(paragraphs)))
        else:
            paragraphs.append(line.text)
    if not paragraphs:  # nothing but set-off lines: they are the text
        return tuple(photo.caption for photo in photos), ()
    return tuple(paragraphs), tuple(photos)


def _usual_gap(body: Sequence[Line]) -> int:
    """Blank lines between paragraphs: the lower quartile, as captions are set off more."""
    gaps = sorted(line.blank for line in body[1:])
    return gaps[len(gaps) // 4] if gaps else 1


def is_caption(line: Line, gap: int) -> bool:
    """Whether `line` is short and either set off by `gap` lines or ends in a credit."""
    length = len(line.text) + 2 * sum(len(run.group()) for run in HAN.finditer(line.text))
    if length > _SHORT:
        return False
    return line.blank >= gap or ends_in_credit(line.text)


def ends_in_credit(text: str) -> bool:
    """Whether a line ends by naming its photographer, as only captions do."""
    return _CREDIT_END.search(text) is not None
