"""The head of a document without markup for it: title, date line, byline, then the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.importing.captions import Line
from desktop_app.importing.dates import date_in_name, not_in_future
from desktop_app.importing.header import read_header
from desktop_app.importing.page import tidy

_TITLE_LINES = 6  # lines among which a title may stand

# What programs set as the author or the title where nobody wrote one.
_NOBODY = re.compile(
    r"^(?:python-docx|administrator|admin|users?\d*|owner|microsoft(?: office)?(?: user|用户)?|"
    r"windows(?: user| 用户)?|微软用户|用户|lenovo|dell|hp|asus|acer|unknown|anonymous|未知|"
    r"calibre(?: \(.*)?|null|none|[\d.-]+|\W+)$",
    re.IGNORECASE,
)
_UNTITLED = re.compile(
    r"^(?:microsoft word\s*-.*|(?:document|文档|文件|新建[\w ]*文档|untitled|无标题|無標題|title|"
    r"标题|powerpoint 演示文稿|presentation|slide)\s*\d*|"
    r".*\.(?:docx?|pdf|wps|rtf|txt|indd|qxd|html?)|[\d._-]+|\W*|null|none)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines say; `body` is the number of the first line after them."""

    title: str
    day: date | None
    byline: str
    source: str
    body: int


def read_head(lines: Sequence[str], title: str = "") -> Head:
    """The head of a document's `lines`; what stands above a `title` known is the head's too."""
    header = read_header([Line(line, 1) for line in lines])
    place = next((n for n, line in enumerate(lines[:_TITLE_LINES]) if line == title), -1)
    body = max(header.body, place + 1) if title else header.body
    return Head(title or header.title, header.day, header.byline, header.source, body)


def person(name: str) -> str:
    """Who a document's properties name as its author, unless a program put that there."""
    names = [tidy(each) for each in re.split(r"\s*[;；]\s*", name)]
    return ", ".join(each for each in names if each and not _NOBODY.match(each))


def own_title(title: str) -> str:
    """The title of a document's properties, unless a program put it there."""
    title = tidy(title)
    return "" if _UNTITLED.match(title) else title


def day_of_time(text: str) -> date | None:
    """The day of an ISO time, as properties have it, in the zone it names."""
    try:
        found = datetime.fromisoformat(text.strip().replace("Z", "+00:00")).date()
    except ValueError:
        return not_in_future(date_in_name(text[:10]))
    return not_in_future(found)
