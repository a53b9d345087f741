"""Evening news bulletins in Markdown: a file a day, a heading an item.

The rundown (新闻摘要) repeats the headings and is part of the bulletin, not an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from desktop_app.importing.blocks import Block, markdown_blocks
from desktop_app.importing.dates import date_in_name, find_date
from desktop_app.importing.head_text import head_text
from desktop_app.importing.page import read_text, tidy
from desktop_app.importing.raw import Found, RawItem, ReportBytes
from desktop_app.language.detect import detect_language

_DETAILS = re.compile(r"^详细(?:新闻|内容)$|^新闻详情$")
_PARTS = re.compile(r"^ {0,3}## ?(?:详细新闻|新闻摘要)\s*$", re.MULTILINE)
_NAME = re.compile(r"《([^》]{1,40})》")
_STAMP = re.compile(r"^[(（]?更新时间戳")
_LINK = "查看原文"


@dataclass(slots=True)
class _Section:
    """One item while its blocks come in."""

    title: str
    paragraphs: list[str] = field(default_factory=list)
    url: str = ""


class Bulletin:
    """Markdown files with a rundown and the details of an evening's news."""

    name = "bulletin"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the headings of its two parts."""
        return _has_headings(head)

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Yield the items of the day."""
        text = read_text(path)
        blocks = list(markdown_blocks(text))
        heading = next((block.text for block in blocks if block.level == 1), "")
        day = find_date(heading) or date_in_name(heading) or date_in_name(path.name)
        name = _NAME.search(heading)
        seen: dict[str, int] = {}
        sections, size = list(_sections(blocks)), path.stat().st_size
        for place, section in enumerate(sections, start=1):
            key = section.url or section.title
            seen[key] = seen.get(key, 0) + 1
            report_bytes(size * place // len(sections))
            yield _item(section, day, name[1] if name else "", key, seen[key])


def _has_headings(head: bytes) -> bool:
    """Whether one of the two parts begins in the file's first bytes."""
    text = None if head.lstrip().startswith(b"<") else head_text(head)
    return text is not None and _PARTS.search(text) is not None


def _sections(blocks: Iterable[Block]) -> Iterator[_Section]:
    """The items under the heading of the details, each with its text and address."""
    inside, section = False, None
    for block in blocks:
        if block.kind == "heading" and block.level <= 2:
            inside = _DETAILS.match(block.text) is not None
        elif inside and block.kind == "heading" and block.level == 3:
            if section:
                yield section
            section = _Section(tidy(block.text))
        elif inside and section:
            _take(section, block)
    if section:
        yield section


def _take(section: _Section, block: Block) -> None:
    if block.text == _LINK and block.target:
        section.url = block.target
    elif block.text and block.kind != "picture" and not _STAMP.match(block.text):
        section.paragraphs.append(block.text)


def _item(section: _Section, day: date | None, name: str, key: str, time: int) -> RawItem:
    """An item; its identity is its address, which is unique, else day and title."""
    again = f" {time}" if time > 1 else ""
    return RawItem(
        title=section.title,
        paragraphs=tuple(section.paragraphs),
        language=detect_language("\n".join((section.title, *section.paragraphs))),
        source=name,
        kind="bulletin",
        date=day,
        url=section.url,
        identity=f"bulletin:{day.isoformat() if day else ''} {key}{again}",
    )
