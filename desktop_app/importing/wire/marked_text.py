"""The paragraphs, links and pictures of a piece of marked-up text: XHTML, HTML, NITF.

For text that is an article and nothing else; a whole page is `html_page`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from desktop_app.importing.html.tree import BLOCKS, SILENT
from desktop_app.importing.page import MAX_PARAGRAPHS, tidy
from desktop_app.importing.raw import RawPhoto
from desktop_app.importing.wire.xml_tree import Element, local_name
from desktop_app.items import Link

_MAX_LINKS = 2000  # of one text
_MAX_PHOTOS = 1000
_SPACES = re.compile(r"\s+")
_CELLS = frozenset(("td", "th", "nitf-col"))

PhotosAt = Callable[[Element, int], Iterable[RawPhoto]]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text: its `links` lie in the paragraphs joined by newlines."""

    paragraphs: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    photos: tuple[RawPhoto, ...] = ()


@dataclass(slots=True)
class _Reader:
    """What has been read so far: whole paragraphs, and the pieces of the next."""

    paragraphs: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    photos: list[RawPhoto] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)  # of the line, joined once: linear
    length: int = 0  # code points of the line
    start: int = 0  # code points of the paragraphs before the line
    open: list[tuple[int, str]] = field(default_factory=list)  # links: begin in the line, address
    closed: list[tuple[int, int, str]] = field(default_factory=list)
    mark: str = ""  # what is set before the next words: a bullet, a line between cells

    def add(self, text: str) -> None:
        """Add text to the line, runs of white space as one blank."""
        text = _SPACES.sub(" ", text)
        if text != " ":
            self.set_mark()
        if not self.pieces or self.pieces[-1].endswith(" "):
            text = text.lstrip()
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def set_mark(self) -> None:
        """Set the mark that waits for words."""
        if self.mark:
            self.pieces.append(self.mark)
            self.length += len(self.mark)
        self.mark = ""

    def begin_link(self, address: str) -> None:
        """A link begins here in the line."""
        self.set_mark()
        self.open.append((self.length, address))

    def end_link(self) -> None:
        """The link that began last ends here."""
        begin, address = self.open.pop()
        self.closed.append((begin, self.length, address))

    def note(self, name: str, starts: bool, address: str) -> None:
        """An element called `name` starts or ends that is more than its text."""
        if name == "a" and starts:
            self.begin_link(address)
        elif name == "a" and self.open:
            self.end_link()
        elif name in _CELLS and starts and self.pieces:
            self.mark = " | "
        elif name == "li":
            self.mark = "• " if starts else ""

    def end_line(self) -> None:
        """Make the line a paragraph, if it holds anything, and begin the next."""
        line = "".join(self.pieces)
        text = tidy(line)
        if text.strip("•| ") and len(self.paragraphs) < MAX_PARAGRAPHS:
            # Links are placed by the line as built; where tidying takes out invisible
            # characters as well, their places would be wrong, and they are left out.
            if line.strip() == text:
                self._place_links(len(text))
            self.paragraphs.append(text)
            self.start += len(text) + 1
        if self.pieces:
            self.mark = ""
        self.pieces.clear()
        self.length = 0
        self.closed.clear()
        self.open = [(0, address) for _, address in self.open]

    def _place_links(self, length: int) -> None:
        for begin, end, address in [*self.closed, *((b, length, a) for b, a in self.open)]:
            last = min(end, length)
            if begin < last and address and len(self.links) < _MAX_LINKS:
                self.links.append(Link(self.start + begin, self.start + last, address))


def read_marked(
    root: Element,
    photos_at: PhotosAt,
    pictures: frozenset[str] = frozenset(("img",)),
    blocks: frozenset[str] = BLOCKS,
    silent: frozenset[str] = SILENT,
) -> MarkedText:
    """The text of `root`: paragraphs end at `blocks`, what is in `silent` is passed over.

    `photos_at` gives the photos of each of the `pictures`, with how many paragraphs stand
    before it; texts inside those are theirs.
    """
    reader = _Reader()
    hidden = 0  # how many elements without text for us are open
    for event, element in etree.iterwalk(root, events=("start", "end")):
        starts, name = event == "start", local_name(element).lower()
        if (name in blocks and name not in _CELLS) or name in pictures:  # a row is one line
            reader.end_line()
        if name in pictures and starts and not hidden and len(reader.photos) < _MAX_PHOTOS:
            reader.photos.extend(photos_at(element, len(reader.paragraphs)))
        if name in silent or name in pictures:
            hidden += 1 if starts else -1
        reader.note(name, starts, tidy(element.get("href") or ""))
        text = element.text if starts else element.tail
        if text and not hidden and (starts or element is not root):
            reader.add(text)
    reader.end_line()
    return MarkedText(tuple(reader.paragraphs), tuple(reader.links), tuple(reader.photos))


def without_first(text: MarkedText, title: str) -> MarkedText:
    """`text` without a first paragraph that only says the title again."""
    if not title or text.paragraphs[:1] != (title,):
        return text
    shift = len(title) + 1
    return MarkedText(
        text.paragraphs[1:],
        tuple(
            Link(link.start - shift, link.end - shift, link.address)
            for link in text.links
            if link.start >= shift
        ),
        tuple(_before(photo) for photo in text.photos),
    )


def plain_text(text: str) -> MarkedText:
    """Text without marks: paragraphs are set apart by blank lines, or are lines.

    Lines that were folded at some width, none ending a sentence, are joined.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = re.split(r"\n[ \t]*\n", text.strip("\n"))
    if len(parts) == 1 and not _is_folded(text.strip().split("\n")):
        parts = text.split("\n")
    return MarkedText(tuple(line for part in parts[:MAX_PARAGRAPHS] if (line := tidy(part))))


def _is_folded(lines: list[str]) -> bool:
    before = [line.strip() for line in lines[:-1] if line.strip()]
    ended = sum(1 for line in before if line[-1] in ".!?。！？…”\"'’」』:：)）")
    return bool(before) and ended * 3 < len(before) and max(map(len, before)) <= 110


def _before(photo: RawPhoto) -> RawPhoto:
    return replace(photo, after=max(0, photo.after - 1))
