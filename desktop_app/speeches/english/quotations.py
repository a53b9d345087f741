"""Quotations: what stands between double marks, straight, curly or half missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Stand-ins for a quotation in a text of the same length: whatever is quoted, a mask
# holds no words of it, so that rules about the words around cannot meet those inside.
OPEN, INSIDE, CLOSE, CLOSE_FULL, CLOSE_ASKING = "\ue001", "\ue000", "\ue002", "\ue003", "\ue004"
CLOSES = CLOSE + CLOSE_FULL + CLOSE_ASKING

_MARK = re.compile("[\"“”„«»]|''|’’|``|‘‘|‘")
_OPENERS, _CLOSERS = "“„«``‘‘", "”»''’’"
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
        goes_on = bool(here) and not here[-1].closed and here[-1].end == start + len(paragraph)
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
    opened: tuple[int, int, str] | None = None
    met = False
    for mark in _MARK.finditer(paragraph):
        sign = mark.group()
        if opened is None:
            if _may_open(paragraph, mark):
                opened, met = (mark.start(), mark.end(), sign), True
            elif not met and sign in ('"', "”") and paragraph[mark.start() - 1] in ",.?!":
                met = True  # the opening mark is missing: all from the paragraph's start
                yield _placed(start, 0, 0, mark.start(), mark.end())
        elif _closes(paragraph, mark, opened[2]):
            yield _placed(start, opened[0], opened[1], mark.start(), mark.end())
            opened = None
    if opened is not None and opened[2] != "‘":
        yield _unclosed(paragraph, start, opened)


def _may_open(paragraph: str, mark: re.Match[str]) -> bool:
    sign, at = mark.group(), mark.start()
    if sign == "‘":  # outer single marks, as in Britain; not an apostrophe (’tis)
        return (at == 0 or paragraph[at - 1] in " \n") and "’" in paragraph[at:]
    if sign in _CLOSERS and sign != '"':
        return False
    before = paragraph[at - 1] if at else " "
    after = paragraph[mark.end() : mark.end() + 1]
    return bool(after.strip()) and (sign in _OPENERS or before in _BEFORE_OPEN)


def _closes(paragraph: str, mark: re.Match[str], opener: str) -> bool:
    sign, at = mark.group(), mark.start()
    if sign in ("“", "„", "«", "``", "‘‘", "‘"):
        return False
    if opener == "‘":
        return False
    before, after = paragraph[at - 1 : at], paragraph[mark.end() : mark.end() + 1]
    if sign == '"':
        return not after or not after.isalnum() or before in ",.?!"
    return sign in ("”", "»") or opener in ("“", '"', "``", "‘‘")


def _unclosed(paragraph: str, start: int, opened: tuple[int, int, str]) -> Quotation:
    named = _SAID.search(paragraph, opened[1])
    if named:
        return Quotation(
            start + opened[0], start + opened[1], start + named.end(), start + named.end(), False
        )
    end = start + len(paragraph)
    return Quotation(start + opened[0], start + opened[1], end, end, False)


def _placed(start: int, begin: int, first: int, last: int, end: int) -> Quotation:
    return Quotation(start + begin, start + first, start + last, start + end, True)


def masked(text: str, found: Sequence[Quotation]) -> str:
    """`text` with each quotation as one opening, many inner and one closing stand-in."""
    pieces, at = [], 0
    for each in found:
        pieces.append(text[at : each.start])
        pieces.append(OPEN + INSIDE * (each.end - each.start - 2) + _close(text, each))
        at = each.end
    pieces.append(text[at:])
    return "".join(pieces)


def _close(text: str, quotation: Quotation) -> str:
    last = text[quotation.first : quotation.last].rstrip("’'” ")[-1:]
    if last in "?!" and last:
        return CLOSE_ASKING
    return CLOSE_FULL if last in ".…" and last else CLOSE
