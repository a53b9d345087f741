"""Whole speeches: one speaker holds the floor, and what stands in brackets is not spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.items import Statement

# What the record of a speech puts in brackets that nobody said. A paragraph that is
# nothing but a bracket is a note of the record as well ("[As delivered in person]").
_HEARD = (
    r"applause|laughter|laughs|cheer\w*|boo\w*|inaudible|crosstalk|pause|interruption|"
    r"audience|music|standing ovation|chant\w*|掌声|掌聲|笑声|笑聲|笑|欢呼|歡呼|鼓掌|起立|"
    r"听众|聽眾|观众|觀眾|插话|插話|停顿|停頓"
)
_OPEN, _CLOSE = r"(\[（【［〔", r")\]）】］〕"
_INSIDE = rf"[^{_OPEN}{_CLOSE}]"
_BRACKET = re.compile(
    rf"[{_OPEN}]{_INSIDE}{{0,60}}?(?:{_HEARD}){_INSIDE}{{0,60}}?[{_CLOSE}]"
    rf"|[*<](?:{_HEARD})[*>]",
    re.IGNORECASE,
)
_NOTE = re.compile(rf"[{_OPEN}]{_INSIDE}*[{_CLOSE}]\.?")
# Others who are heard between, and the label of the speaker after them.
_OTHERS = re.compile(
    r"(?:AUDIENCE|Audience)(?: MEMBERS?| [Mm]embers?)?[:.]\s|(?:听众|聽眾|观众|觀眾|众人)："
)
_LABEL = re.compile(r"THE PRESIDENT[:.]\s+|The President\.\s+(?=[A-Z])")


_ENDS = ".,;。，；"


def interjections(paragraph: str) -> list[tuple[int, int]]:
    """Where in `paragraph` the record tells of what was not spoken, in code points."""
    if _NOTE.fullmatch(paragraph.strip()) or _OTHERS.match(paragraph):
        return [(0, len(paragraph))]
    label = _LABEL.match(paragraph)
    found = [each.span() for each in _BRACKET.finditer(paragraph)]
    return [label.span(), *found] if label else found


def held_floor(speaker: str, role: str, paragraphs: Sequence[str]) -> Iterator[Statement]:
    """Yield what `speaker` says, a paragraph at a time, without the interjections."""
    start = 0
    for paragraph in paragraphs:
        for begin, end in _spoken(paragraph):
            text = paragraph[begin:end]
            yield Statement(speaker, role, "", text, True, start + begin, start + end)
        start += len(paragraph) + 1


def _spoken(paragraph: str) -> Iterator[tuple[int, int]]:
    """The stretches between interjections, without the blanks at their edges."""
    at = 0
    for begin, end in [*interjections(paragraph), (len(paragraph), len(paragraph))]:
        piece = paragraph[at:begin]
        ends = f"{_ENDS} " if at else " "  # the stop behind "[Laughter]"
        first = at + len(piece) - len(piece.lstrip(f"{ends}\t\u3000"))
        last = at + len(piece.rstrip())
        if last > first:
            yield first, last
        at = end
