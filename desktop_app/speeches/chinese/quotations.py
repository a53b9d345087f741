"""Quotations: what stands between “ ” or straight marks; and a mask without their words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Stand-ins for what is quoted, bracketed or a title, in a text of the same length: rules
# about the words around cannot meet those inside. FULL closes a quotation that ends as a
# sentence does.
OPEN, INSIDE, CLOSE, FULL = "\ue001", "\ue000", "\ue002", "\ue003"
CLOSES = CLOSE + FULL
_STANDING_IN = re.compile("[\ue000-\ue003]")
_MARK = re.compile('[“”"]')
_MISUSED = 12  # code points: an opening mark so soon after another was meant to close it
_TITLE = re.compile(r"《[^《》\n]{1,80}》|（[^（）\n]{1,80}）")
_ENDS = "。！？…；"
_BEFORE_OPENING = "，：。！？；、 \u3000（"


@dataclass(frozen=True, slots=True)
class Quotation:
    """`start` and `end` with the marks, `first` and `last` without; code points."""

    start: int
    first: int
    last: int
    end: int
    closed: bool


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations of a plain text, in order.

    One that is open at a paragraph's end goes on in the next where that opens with a mark
    (GB/T 15834-2011, 4.8.3.6: each paragraph opens, only the last closes); else it ends there.
    """
    found: list[Quotation] = []
    start = 0
    for paragraph in text.split("\n"):
        here = list(_in_paragraph(paragraph, start))
        if here and found and not found[-1].closed and here[0].start == start:
            before = found[-1]
            if before.end == start - 1:
                found.pop()
                here[0] = Quotation(
                    before.start, before.first, here[0].last, here[0].end, here[0].closed
                )
        found += here
        start += len(paragraph) + 1
    return found


def _in_paragraph(paragraph: str, offset: int) -> Iterator[Quotation]:
    opened = -1
    for found in _MARK.finditer(paragraph):
        at, mark = found.start(), found.group()
        if opened < 0:
            if mark != "”" or _opens(paragraph, at):
                opened = at
        elif mark != "“" or at - opened <= _MISUSED:
            if at > opened + 1:
                yield Quotation(
                    offset + opened, offset + opened + 1, offset + at, offset + at + 1, True
                )
            opened = -1
        else:  # an earlier one was never closed: it ends with the sentence before this mark
            last = max(paragraph.rfind(mark, opened, at) for mark in "。！？，") + 1 or at
            yield Quotation(
                offset + opened, offset + opened + 1, offset + last, offset + last, False
            )
            opened = at
    if 0 <= opened < len(paragraph) - 1:
        yield Quotation(
            offset + opened,
            offset + opened + 1,
            offset + len(paragraph),
            offset + len(paragraph),
            False,
        )


def _opens(paragraph: str, at: int) -> bool:
    """Whether a closing mark stands where one opens, and another closes after it."""
    before = paragraph[at - 1 : at]
    return (not before or before in _BEFORE_OPENING) and "”" in paragraph[at + 2 :]


def masked(text: str, quotes: Sequence[Quotation]) -> str:
    """`text` with quotations, titles and brackets filled in; of the same length."""
    text = _STANDING_IN.sub(" ", text)
    pieces = []
    at = 0
    for quote in quotes:
        pieces.append(text[at : quote.start])
        inner = text[quote.first : quote.last].rstrip('\n”’" ')
        close = FULL if inner[-1:] in _ENDS or not quote.closed else CLOSE
        size = quote.end - quote.start
        pieces.append(OPEN + INSIDE * (size - 2) + close if size > 1 else INSIDE)
        at = quote.end
    pieces.append(text[at:])
    return _TITLE.sub(lambda found: _filled(found.group()), "".join(pieces))


def _filled(title: str) -> str:
    return title[0] + INSIDE * (len(title) - 2) + title[-1]


def starting_at(quotes: Sequence[Quotation], place: int) -> Quotation | None:
    """The quotation whose opening mark stands at `place`."""
    index = bisect_left(quotes, place, key=lambda quote: quote.start)
    found = quotes[index] if index < len(quotes) else None
    return found if found and found.start == place else None


def ending_at(quotes: Sequence[Quotation], place: int) -> Quotation | None:
    """The quotation that ends at `place`, its closing mark before it."""
    index = bisect_left(quotes, place, key=lambda quote: quote.end)
    found = quotes[index] if index < len(quotes) else None
    return found if found and found.end == place else None
