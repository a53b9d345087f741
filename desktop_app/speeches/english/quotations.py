"""Quotations: what stands between double marks, straight, curly or half missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Stand-ins for a quotation in a text of the same length: whatever is quoted, a mask
# holds no words of it, so that rules about the words around cannot meet those inside.
OPEN, INSIDE = "\ue001", "\ue000"
CLOSE, CLOSE_FULL, CLOSE_ASKING, CLOSE_COMMA = "\ue002", "\ue003", "\ue004", "\ue005"
SPEECH_CLOSES = CLOSE_FULL + CLOSE_ASKING + CLOSE_COMMA
CLOSES = CLOSE + SPEECH_CLOSES
_STANDING_IN = re.compile("[\ue000-\ue005]")  # in the text itself: strange, and no marks

_MARK = re.compile("[\"“”„«»]|''|’’|``|‘‘")
_OPENERS, _CLOSERS = ("“", "„", "«", "``", "‘‘"), ("”", "»", "''", "’’")
# Outer single marks, as in Britain: from a capital to a mark of the sentence, in a
# paragraph without double ones. A lone apostrophe is neither.
_SINGLE = re.compile(
    r"(?:(?<=\s)|\A)[‘'](?=[A-Z])(?P<inner>[^\n]{1,1000}?[,.?!…])[’'](?=[\s—–-]|\Z)"
)
_BEFORE_OPEN = " \t\n([{—–-:/\u00a0\ue001…"
# A quotation that never closes ends where its speaker is named: "We won, he said.
_SAID = re.compile(
    r"[,?!](?=\s+(?:(?:he|she|they|it|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})\s+)?"
    r"(?:said|says|added|adds|told|asked|wrote)\b)"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: `start` and `end` with its marks, `first` and `last` without, code points.

    `closed` is False where no closing mark was found.
    """

    start: int
    first: int
    last: int
    end: int
    closed: bool


def quotations(paragraphs: Sequence[str]) -> list[Quotation]:
    """The quotations of an item, in order; code points in the paragraphs joined by newlines.

    A quotation that is open at a paragraph's end goes on where the next paragraph opens
    with a mark: each paragraph opens one, only the last closes it (Chicago Manual of
    Style, 13.30).
    """
    found: list[Quotation] = []
    start = 0
    goes_on = False
    for paragraph in paragraphs:
        here = list(_in_paragraph(paragraph, start))
        joined = goes_on and bool(here) and _opens(paragraph, here[0], start)
        if joined:
            here[0] = _joined(found.pop(), here[0])
        found += here
        end = start + len(paragraph.rstrip())
        goes_on = bool(here) and not here[-1].closed and here[-1].end == end
        if goes_on and not (joined and len(here) == 1):
            goes_on = _is_whole(paragraph[here[-1].first - start :])
        start += len(paragraph) + 1
    return found


def _is_whole(quoted: str) -> bool:
    """Whether a quotation begins a sentence: a fragment ends with its own paragraph."""
    return not quoted.lstrip()[:1].islower()


def _joined(before: Quotation, after: Quotation) -> Quotation:
    return Quotation(before.start, before.first, after.last, after.end, after.closed)


def _opens(paragraph: str, quotation: Quotation, start: int) -> bool:
    return not paragraph[: quotation.start - start].strip()


def _in_paragraph(paragraph: str, start: int) -> Iterator[Quotation]:
    """The quotations of one paragraph, which begins at `start`."""
    marks = list(_MARK.finditer(paragraph))
    singles = list(_SINGLE.finditer(paragraph)) if "'" in paragraph or "‘" in paragraph else []
    if all(any(one.start() < mark.start() < one.end() for one in singles) for mark in marks):
        for single in singles:
            yield _placed(start, single.start(), *single.span("inner"), single.end())
        return
    opened: re.Match[str] | None = None
    for number, mark in enumerate(marks):
        if opened is not None:
            if _closes(paragraph, mark):
                yield _placed(start, *opened.span(), *mark.span())
                opened = None
        elif _may_open(paragraph, mark):
            opened = mark
        elif number == 0 and _closes_alone(paragraph, mark):
            yield _placed(start, 0, 0, *mark.span())
    if opened is not None:
        yield _unclosed(paragraph, start, opened)


def _may_open(paragraph: str, mark: re.Match[str]) -> bool:
    sign, at = mark.group(), mark.start()
    if sign in _CLOSERS:
        return False
    before = paragraph[at - 1] if at else " "
    after = paragraph[mark.end() : mark.end() + 1]
    return bool(after.strip()) and (sign in _OPENERS or before in _BEFORE_OPEN)


def _closes(paragraph: str, mark: re.Match[str]) -> bool:
    if mark.group() in _OPENERS:
        return False
    before, after = paragraph[mark.start() - 1], paragraph[mark.end() : mark.end() + 1]
    return mark.group() != '"' or not after.isalnum() or before in ",.?!"


def _closes_alone(paragraph: str, mark: re.Match[str]) -> bool:
    """Whether the mark that opened is missing: all from the paragraph's start is quoted."""
    return mark.start() > 1 and mark.group() in ('"', "”") and paragraph[mark.start() - 1] in ",.?!"


def _unclosed(paragraph: str, start: int, opened: re.Match[str]) -> Quotation:
    named = _SAID.search(paragraph, opened.end())
    end = start + (named.end() if named else len(paragraph.rstrip()))
    return Quotation(start + opened.start(), start + opened.end(), end, end, False)


def _placed(start: int, begin: int, first: int, last: int, end: int) -> Quotation:
    return Quotation(start + begin, start + first, start + last, start + end, True)


def masked(text: str, found: Sequence[Quotation]) -> str:
    """`text` with each quotation as one opening, many inner and one closing stand-in."""
    pieces, at = [], 0
    plain = _STANDING_IN.sub("\ufffd", text)
    for each in found:
        pieces.append(plain[at : each.start])
        pieces.append(OPEN + INSIDE * (each.end - each.start - 2) + _close(text, each))
        at = each.end
    pieces.append(plain[at:])
    return "".join(pieces)


def _close(text: str, quotation: Quotation) -> str:
    last = text[quotation.first : quotation.last].rstrip("’'” ")[-1:]
    if last in "?!" and last:
        return CLOSE_ASKING
    if last in ".…" and last:
        return CLOSE_FULL
    return CLOSE_COMMA if last and last in ",–—-" else CLOSE
