"""The head of a saved text page: banner, title, date line, size switch, then the body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from desktop_app.importing.captions import Line
from desktop_app.importing.dates import not_in_future
from desktop_app.importing.header_lines import (
    Day,
    Header,
    has_weekday,
    has_words,
    is_chrome,
    is_open_switch,
    take_meta,
)
from desktop_app.importing.page import tidy
from desktop_app.language.tokens import HAN

_HEAD = 25  # lines among which the head ends


def read_header(lines: Sequence[Line]) -> Header:
    """Take the head of a page apart. A text without one is all body."""
    header = Header()
    days: list[Day] = []
    heads = [
        take_meta(line.text, number, header, days)
        for number, line in enumerate(_before_body(lines))
    ]
    _open_switches(lines, heads)
    _without_clock(lines, heads, days)
    first = next((n for n, is_head in enumerate(heads) if is_head), None)
    if first is None:
        _title_without_date(lines, header)
        return header
    title = _title_before(lines, heads)
    if title is None:
        title = _first_text(lines, first)
        if title < len(lines) and not _may_be_title(lines, title):
            title = len(lines)  # the text begins under its date
    last = max(title, first) if title < len(lines) else first
    while last + 1 < len(heads) and (heads[last + 1] or is_chrome(lines[last + 1].text)):
        last += 1
    header.title = _whole_title(lines, heads, title) if title < len(lines) else ""
    header.day = _best_day(days, title)
    header.body = last + 1
    return header


def _best_day(days: Sequence[Day], title: int) -> date | None:
    """The day of publishing: named so, else near below the title, else an update's."""
    known = [found for found in days if not_in_future(found.day)]
    best = min(known, key=lambda found: _doubt(found, title), default=None)
    return best.day if best else None


def _doubt(found: Day, title: int) -> tuple[int, int]:
    """Less is better; what stands above the title may be the day the page was saved."""
    return found.trust + (2 if found.trust and found.line < title else 0), found.line


def _open_switches(lines: Sequence[Line], heads: list[bool]) -> None:
    """A size switch may be saved with each size on a line of its own."""
    for start in range(len(heads) - 2):
        texts = [lines[number].text for number in range(start, start + 3)]
        if is_open_switch(texts):
            heads[start : start + 3] = [True, True, True]


def _without_clock(lines: Sequence[Line], heads: list[bool], days: list[Day]) -> None:
    """A date above the page's own is the site's clock, or part of the title."""
    dated = sorted({found.line for found in days if heads[found.line]})
    if len(dated) < 2:
        return
    first, text = dated[0], lines[dated[0]].text
    is_clock = has_weekday(text) and not all(heads[first : dated[1]])
    is_first = all(is_chrome(line.text) for line in lines[:first])
    if is_clock or (is_first and has_words(text)):
        heads[first] = False
        days[:] = [found for found in days if found.line != first]


def _whole_title(lines: Sequence[Line], heads: Sequence[bool], place: int) -> str:
    """The title with the line before it where it goes on in small letters."""
    title = tidy(lines[place].text)
    if (
        place
        and lines[place].blank == 0
        and title[:1].islower()
        and not any(heads[place - 1 : place])
    ):
        before = tidy(lines[place - 1].text)
        if not is_chrome(before) and len(before) <= 200:
            return f"{before} {title}"
    return title


def _before_body(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines up to the first that reads as a paragraph: a date below is the text's own."""
    for line in lines[:_HEAD]:
        long = len(line.text) > (50 if HAN.search(line.text) else 100)
        if long and line.text.rstrip('"”’」』)）').endswith(
            (".", "。", "!", "！", "?", "？", ":", "：")
        ):
            return
        yield line


def _title_before(lines: Sequence[Line], heads: Sequence[bool]) -> int | None:
    """The last line of text before the date line: banners and crumbs come earlier."""
    dates = [n for n, is_head in enumerate(heads) if is_head]
    for number in range(dates[0] - 1, -1, -1):
        if not is_chrome(lines[number].text) and len(lines[number].text) <= 300:
            return number
    return None


def _first_text(lines: Sequence[Line], start: int) -> int:
    """The first line from `start` on that is neither head nor chrome."""
    for number in range(start, len(lines)):
        text = lines[number].text
        if not take_meta(text, number, Header(), []) and not is_chrome(text):
            return number
    return len(lines)


def _title_without_date(lines: Sequence[Line], header: Header) -> None:
    """Take the first line for the title where it reads as one."""
    first = next((n for n, line in enumerate(lines[:_HEAD]) if not is_chrome(line.text)), None)
    if first is None:
        return
    if _may_be_title(lines, first) and first + 1 < len(lines):
        header.title, header.body = tidy(lines[first].text), first + 1


def _may_be_title(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is short and does not end as sentences do."""
    text = tidy(lines[place].text)
    return len(text) <= (60 if HAN.search(text) else 200) and text[-1:] not in "。.,，;；"
