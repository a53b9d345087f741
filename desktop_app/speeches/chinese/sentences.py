"""Sentences of a masked Chinese text, without headings, captions and datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.speeches.chinese.quotations import CLOSES, FULL, OPEN

_END = re.compile(rf"[。！？…]+[”’）]*|{FULL}")
_FINAL = "。！？…；：~" + CLOSES + '”’".'
_HEADING = 60  # code points: longer paragraphs without a final mark are text
_CAPTION = re.compile(r"(?:图为|图：|图\d|▲|资料图|[（(]?图片?来源)")
_DATELINE = re.compile(
    r"(?!另?据|根据)[^，。：“”\ue000-\ue003]{0,24}?(?:消息|讯|电)[　 ]*"
    r"(?:（[^）]{0,80}）)?(?:[：　 ]|(?<=）))"
)
_LEADS = "：，"


def sentences(mask: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and whether a paragraph begins with it, of each sentence.

    The end lies behind the last mark. A quotation that ends as a sentence ends the sentence
    around it where something led to it; else its speaker may follow.
    """
    at = 0
    for paragraph in mask.split("\n"):
        if not is_no_prose(paragraph):
            yield from _of_paragraph(mask, at, at + len(paragraph))
        at += len(paragraph) + 1


def is_no_prose(paragraph: str) -> bool:
    """Whether a paragraph is a heading, a caption or empty."""
    kept = paragraph.strip()
    if not kept or _CAPTION.match(kept):
        return True
    return len(kept) < _HEADING and kept[-1] not in _FINAL


def _of_paragraph(mask: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    dateline = _DATELINE.match(mask, start, min(end, start + 110))
    at = dateline.end() if dateline else start
    first = True
    for found in _END.finditer(mask, at, end):
        if found.group() == FULL and not _ends(mask, at, found.start(), end):
            continue
        yield at, found.end(), first
        at, first = found.end(), False
    if at < end:
        yield at, end, first


def _ends(mask: str, start: int, close: int, end: int) -> bool:
    """Whether the quotation closed at `close` ends the sentence that began at `start`."""
    opened = mask.rfind(OPEN, start, close)
    following = mask[close + 1 : min(end, close + 2)]
    if not following or following in OPEN:
        return True
    return opened > start and mask[opened - 1] in _LEADS and following not in "，。；、"
