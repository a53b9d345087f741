"""Markdown posts: front matter or first heading, paragraphs, pictures beside the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.importing.blocks import Block, markdown_blocks
from desktop_app.importing.dates import date_in_name, find_dates
from desktop_app.importing.encoding import is_binary
from desktop_app.importing.frontmatter import day_of, names_of, split_front_matter, text_of
from desktop_app.importing.head_text import head_text
from desktop_app.importing.markdown_signs import is_markdown
from desktop_app.importing.own_item import item_of, split_note
from desktop_app.importing.own_record import WrongRecord
from desktop_app.importing.page import read_text, shortened, tidy
from desktop_app.importing.photos import LocalPictures, found_photos
from desktop_app.importing.pictures import local_picture
from desktop_app.importing.raw import Found, RawItem, RawPhoto, ReportBytes, Skipped
from desktop_app.importing.text_names import MARKDOWN
from desktop_app.items import KINDS
from desktop_app.language.detect import detect_language
from desktop_app.messages import message

_FOLDERS = 4  # folders above a file whose names may hold its date
_MDX = re.compile(
    r"^(?:import\s.+\sfrom\s+['\"].+|import\s+['\"].+|export\s+(?:const|default)\s.+);?\s*$"
)
_FIRST = re.compile(r"\s*(?:#[ \t][^\n]*\n\s*)?(?P<line>[^\n]{4,40})\n")
_ADMONITION = re.compile(r"^:::+\s*(?:\w+\s*)?$")


class Markdown:
    """Markdown files, as site generators and note books keep them."""

    name = "markdown"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the file's name, or by its signs."""
        if path.suffix.lower() in MARKDOWN:
            return not is_binary(head)
        text = None if head.lstrip().startswith(b"<") else head_text(head)
        return text is not None and is_markdown(text)

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Yield the one item of the file."""
        front, text = split_front_matter(read_text(path))
        text = _set_off_date(text)
        report_bytes(path.stat().st_size)
        own = _own(front, text)
        if own is not None:
            yield replace(own, photos=found_photos(own.photos, LocalPictures(path)))
            return
        if front.get("draft") is True:
            yield Skipped("", message("its front matter says it is a draft"))
            return
        blocks = [block for block in markdown_blocks(text) if _is_read(block)]
        if not blocks and not text_of(front, "title"):
            yield Skipped("", message("it holds no text"))
            return
        yield _item(path, front, blocks)


def _own(front: Mapping[str, object], text: str) -> RawItem | None:
    """The item of a file that Beilin exported, with what its owner has changed since."""
    body, data = split_note(text)
    if data is None:
        return None
    day = day_of(front, "date")
    given = {
        "title": text_of(front, "title"),
        "date": day.isoformat() if day else "",
        "byline": text_of(front, "author"),
        "source": text_of(front, "source"),
        "language": text_of(front, "lang"),
        "url": text_of(front, "canonical_url"),
    }
    changed = {key: value for key, value in given.items() if value}
    texts = [block.text for block in markdown_blocks(body) if block.kind in ("text", "heading")]
    try:
        return item_of({**data, **changed}, texts)
    except WrongRecord:
        return None


def _is_read(block: Block) -> bool:
    """Whether a block is for people and not for the site's generator."""
    if block.kind == "text":
        return not _MDX.match(block.text) and not _ADMONITION.match(block.text)
    return block.kind != "rule"


def _item(path: Path, front: Mapping[str, object], blocks: Sequence[Block]) -> RawItem:
    above, blocks = _date_line(blocks)
    title, blocks = _title(path, front, blocks)
    below, blocks = _date_line(blocks)
    paragraphs, photos = _content(path, blocks)
    day = day_of(front, "date", "published", "publishdate") or _date_of_path(path) or below or above
    kind = text_of(front, "kind", "type")
    url = text_of(front, "canonical_url", "canonical", "url", "link", "permalink")
    return RawItem(
        title=title,
        paragraphs=paragraphs,
        language=detect_language("\n".join((title, *paragraphs))),
        source=names_of(front, "source", "publisher", "site"),
        kind=kind if kind in KINDS else ("news" if day else "document"),
        date=day,
        byline=names_of(front, "authors", "author", "by"),
        url=url if url.startswith(("http://", "https://")) else "",
        photos=photos,
    )


def _title(
    path: Path, front: Mapping[str, object], blocks: Sequence[Block]
) -> tuple[str, Sequence[Block]]:
    """The title, and the blocks without the heading that says it."""
    given = text_of(front, "title")
    heading = next((n for n, b in enumerate(blocks) if b.kind == "heading" and b.level == 1), None)
    if heading is None and not given and blocks and blocks[0].kind == "heading":
        heading = 0
    if heading is not None and (not given or blocks[heading].text == given):
        return blocks[heading].text, [*blocks[:heading], *blocks[heading + 1 :]]
    texts = (block.text for block in blocks if block.kind == "text")
    return given or shortened(next(texts, path.stem)), blocks


def _set_off_date(text: str) -> str:
    """`text` with its first line, or that below its heading, a paragraph where it is a day."""
    match = _FIRST.match(text)
    if match is None or _day_alone(match["line"]) is None:
        return text
    return f"{text[: match.end()]}\n{text[match.end() :]}"


def _day_alone(line: str) -> date | None:
    """The day of a line that is little else."""
    for found in find_dates(line) if len(line) <= 40 else ():
        if found.end - found.start >= len(line) - 12:
            return found.day
    return date_in_name(line) if len(line) == 8 else None


def _date_line(blocks: Sequence[Block]) -> tuple[date | None, Sequence[Block]]:
    """The day where the first paragraph is nothing else."""
    day = _day_alone(blocks[0].text) if blocks and blocks[0].kind == "text" else None
    return day, blocks[1:] if day else blocks


def _date_of_path(path: Path) -> date | None:
    """The day in the file's name or in those of the folders nearest to it."""
    nearest = list(path.resolve().parts[-1 - _FOLDERS :])
    for start in range(len(nearest) - 1, -1, -1):
        day = date_in_name(nearest[start]) or date_in_name("/".join(nearest[start:]))
        if day:
            return day
    return None


def _content(path: Path, blocks: Sequence[Block]) -> tuple[tuple[str, ...], tuple[RawPhoto, ...]]:
    """Paragraphs and pictures; a remote picture has nothing to show and is left out."""
    paragraphs: list[str] = []
    photos: list[RawPhoto] = []
    for block in blocks:
        if block.kind != "picture":
            paragraphs.append(block.text)
        elif file := local_picture(path, block.target, site=True):
            photos.append(RawPhoto(file, tidy(block.text), after=len(paragraphs)))
    return tuple(paragraphs), tuple(photos)
