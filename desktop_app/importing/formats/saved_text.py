"""The text of a saved page: banner, title, date, size switch, paragraphs, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from desktop_app.importing.captions import Line, lines_of, split_captions
from desktop_app.importing.dates import date_in_name, find_date
from desktop_app.importing.encoding import is_binary
from desktop_app.importing.head_text import head_text
from desktop_app.importing.header import read_header
from desktop_app.importing.header_lines import is_chrome
from desktop_app.importing.page import read_text, shortened, tidy, tidy_all
from desktop_app.importing.raw import Found, RawItem, RawPhoto, ReportBytes, Skipped
from desktop_app.importing.text_byline import text_byline
from desktop_app.importing.text_names import TEXT
from desktop_app.language.detect import detect_language
from desktop_app.language.tokens import HAN
from desktop_app.messages import message

_FOOT = re.compile(
    r"^(?:上一[篇条页]|下一[篇条页]|上篇|下篇|prev(?:ious)?\s*[:：]|next\s*[:：]|copyright\b|©|版权所有|"
    r"\[?【?(?:打印|关闭|返回)|返回顶部|back to top|分享到?[:：]?|share\b|相关新闻|related news|"
    r"地址[:：]|邮编[:：]|[（(【\[]?(?:责任|責任|网络)?[编編][辑輯][:：]|editors?\s*[:：]|.{0,30}ICP备)",
    re.IGNORECASE,
)
_SENTENCE_END = tuple('.!?。！？…"”’』」)）:：;；')
_WRAPPED = range(40, 101)  # columns at which programs fold lines


class SavedText:
    """Plain text files: pages saved as text, and any text with a title."""

    name = "saved_text"

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whatever is text: this format is tried last (`text_names` says what is read)."""
        return not is_binary(head) if _is_named(path) else head_text(head) is not None

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Yield the one item of the file."""
        text = read_text(path)
        report_bytes(path.stat().st_size)
        lines = lines_of(text)
        if not lines:
            yield Skipped("", message("it holds no text"))
            return
        yield _item(path, lines)


def _is_named(path: Path) -> bool:
    return path.suffix.lower() in TEXT


def _item(path: Path, lines: Sequence[Line]) -> RawItem:
    header = read_header(lines)
    day = header.day or _signed_date(lines) or date_in_name(path.name)
    body = _unwrapped(_without_foot(lines[header.body :]))
    paragraphs, photos = split_captions(body)
    if paragraphs and tidy(paragraphs[0]) == header.title:
        paragraphs, photos = _without(paragraphs, photos, 0)
    byline, line = (header.byline, None) if header.byline else text_byline(paragraphs)
    if line is not None:
        paragraphs, photos = _without(paragraphs, photos, line)
    tidied = tidy_all(paragraphs)
    return RawItem(
        title=header.title or shortened(tidied[0] if tidied else path.stem),
        paragraphs=tidied,
        language=detect_language("\n".join((header.title, *tidied))),
        source=header.source,
        kind="news" if day else "document",
        date=day,
        byline=byline,
        photos=tuple(RawPhoto(None, tidy(photo.caption), after=photo.after) for photo in photos),
    )


def _signed_date(lines: Sequence[Line]) -> date | None:
    """The day at the foot of a notice, on a line of its own."""
    texts = (line.text for line in reversed(lines[-3:]) if len(line.text) <= 40)
    return next((day for text in texts if (day := find_date(text))), None)


def _without(
    paragraphs: tuple[str, ...], photos: tuple[RawPhoto, ...], place: int
) -> tuple[tuple[str, ...], tuple[RawPhoto, ...]]:
    """Both without the paragraph at `place`; photos below it move up."""
    moved = (replace(photo, after=photo.after - (photo.after > place)) for photo in photos)
    return (*paragraphs[:place], *paragraphs[place + 1 :]), tuple(moved)


def _without_foot(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines less the site's own at the end: neighbours, printing, copyright."""
    end = len(lines)
    while end and len(lines[end - 1].text) <= 160 and _is_foot(lines[end - 1].text):
        end -= 1
    return lines[:end]


def _is_foot(text: str) -> bool:
    return _FOOT.search(text) is not None or is_chrome(text)


def _unwrapped(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines folded at a column are joined to paragraphs; others are paragraphs already."""
    inner = [a.text for a, b in pairwise(lines) if b.blank == 0]
    folded = [text for text in inner if len(text) in _WRAPPED]
    ended = sum(1 for text in folded if text.endswith(_SENTENCE_END))
    if len(inner) < 2 or len(folded) * 3 < len(inner) * 2 or ended * 2 > len(folded):
        return lines
    joined: list[Line] = []
    for line in lines:
        if joined and line.blank == 0:
            last = joined.pop()
            glue = "" if HAN.match(line.text) and HAN.match(last.text[-1]) else " "
            line = Line(f"{last.text}{glue}{line.text}", last.blank)  # noqa: PLW2901
        joined.append(line)
    return joined
