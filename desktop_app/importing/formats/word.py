"""Word documents: .docx and its kin; for the older forms, the way out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from lxml import etree

from desktop_app.errors import ImportFailure
from desktop_app.importing.captions import ends_in_credit
from desktop_app.importing.documents.document_head import (
    Head,
    day_of_time,
    own_title,
    person,
    read_head,
)
from desktop_app.importing.documents.word_notes import links_of, read_notes, targets_of
from desktop_app.importing.documents.word_text import Block, Relations, read_blocks, read_styles
from desktop_app.importing.documents.zipped import (
    MAX_PICTURE,
    ZippedDocument,
    attribute,
    damaged,
    joined,
    local,
    protected,
)
from desktop_app.importing.page import MAX_PARAGRAPHS, shortened, tidy
from desktop_app.importing.photos import found_photos
from desktop_app.importing.raw import (
    Failed,
    Found,
    Later,
    NoPictures,
    RawItem,
    RawPhoto,
    ReportBytes,
    Skipped,
)
from desktop_app.items import Link
from desktop_app.language.detect import detect_language
from desktop_app.messages import message

_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_OLD = (".doc", ".dot", ".wps", ".rtf")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_MAIN = "word/document.xml"
_TEMPLATE_TIME = "2013-12-23T23:15:00Z"  # of python-docx's template, kept by its documents
_FIGURE = re.compile(
    r"^(?:图|圖|照片|figure|fig\.|photo)\s*(?:\d|[一二三四五六七八九十]|[:：])", re.I
)
_AUTOMATIC = re.compile(
    r"AI-generated|AI 生成|自动生成|^(?:图片|圖片|picture|image)\s*\d*$|\.(?:jpe?g|png|gif|webp)$",
    re.I,
)
_MAX_CAPTION = 300
_HEADINGS = 6  # blocks among which a heading is that of the whole
_SENTENCE_END = (".", "。", "!", "！", "?", "？", "…", "”")
_MAX_BANNER = 80  # letters of a line above it


class Word:
    """Documents in Office Open XML."""

    name = "word"

    def recognises(self, path: Path, head: bytes) -> bool:
        """A zip file with Word's main part."""
        if not head.startswith(b"PK\x03\x04"):
            return False
        return path.suffix.lower() in _SUFFIXES or b"word/document.xml" in head

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the one item of the document."""
        yield Later(partial(read_word, path))
        report_bytes(path.stat().st_size)


class OldWord:
    """Documents of Word before 2007 and RTF, which are not read."""

    name = "old_word"

    def recognises(self, path: Path, head: bytes) -> bool:
        """A compound file of Word's, or RTF."""
        if head.startswith(b"{\\rtf"):
            return True
        words = ("WordDocument", "EncryptedPackage")
        known = any(word.encode("utf-16-le") in head for word in words)
        suffixes = (*_OLD, *_SUFFIXES)
        return head.startswith(_OLE) and (known or path.suffix.lower() in suffixes)

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Raise `ImportFailure`: how to make of it what can be read."""
        if path.suffix.lower() in _SUFFIXES:
            raise protected(path)
        raise ImportFailure(
            message(
                "{path} is in an older format of Word; open it there or in LibreOffice "
                "and save it as .docx",
                path=path,
            )
        )
        yield  # a generator, as the protocol asks


@dataclass(frozen=True, slots=True)
class _Properties:
    title: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    keywords: str = ""


def read_word(path: Path) -> Sequence[Found]:
    """The item of the document at `path`; raises `ImportFailure`."""
    with ZippedDocument(path) as document:
        main = _main_part(document)
        root = document.xml(main)
        if root is None:
            raise damaged(path)
        styles = read_styles(document.xml(joined(main, "styles.xml")))
        relations = Relations(links_of(document, main), styles)
        blocks = [block for body in root for block in read_blocks(body, relations)]
        notes, failed = _notes(document, main, root, relations)
        item = _Reading(document, main, targets_of(document, main)).item(blocks, notes)
    if not item.paragraphs and not item.photos and not item.title:
        return (Skipped("", message("it holds no text")), *failed)
    return (item, *failed)


def _notes(
    document: ZippedDocument, main: str, root: etree._Element, relations: Relations
) -> tuple[Sequence[Block], Sequence[Failed]]:
    """The notes, or why they cannot be read: a document is not lost for them."""
    try:
        return tuple(read_notes(document, main, root, relations)), ()
    except ImportFailure as error:
        return (), (Failed("notes", error.text),)


def _main_part(document: ZippedDocument) -> str:
    root = document.xml("_rels/.rels")
    for relation in () if root is None else root:
        if attribute(relation, "Type").endswith("/officeDocument"):
            return attribute(relation, "Target").lstrip("/")
    return _MAIN


@dataclass(frozen=True, slots=True)
class _Reading:
    """One document on its way to an item."""

    document: ZippedDocument
    main: str
    targets: dict[str, str]
    pictures: dict[str, bytes] = field(default_factory=dict)

    def item(self, blocks: Sequence[Block], notes: Sequence[Block]) -> RawItem:
        about = _properties(self.document)
        title = _title(blocks, about)
        head = read_head([block.text for block in blocks if block.style != "picture"], title)
        body = list(_after_head(blocks, head))
        paragraphs, photos = self._content(body)
        paragraphs += notes
        times = [time for time in (about.created, about.modified) if time != _TEMPLATE_TIME]
        days = (day for time in times if (day := day_of_time(time)))
        first = paragraphs[0].text if paragraphs else self.document.path.stem if photos else ""
        title = head.title or shortened(first)
        texts = tuple(block.text for block in paragraphs)
        return RawItem(
            title=title,
            paragraphs=texts,
            language=detect_language("\n".join((title, *texts))),
            source=head.source,
            kind="news" if head.day else "document",
            date=head.day or next(days, None),
            byline=head.byline or person(about.author),
            photos=photos,
            links=tuple(_links(paragraphs)),
            details=tuple(("keyword", word) for word in _words(about.keywords)),
        )

    def _content(self, blocks: Sequence[Block]) -> tuple[list[Block], tuple[RawPhoto, ...]]:
        """Paragraphs and photos; a caption is the paragraph set as one beside its picture."""
        paragraphs: list[Block] = []
        photos: list[RawPhoto] = []
        waiting: list[int] = []  # pictures that still have no caption, just above
        above = ""  # a caption that stands before its picture
        for block in blocks[:MAX_PARAGRAPHS]:
            if block.style == "picture":
                waiting.append(len(photos))
                photos.append(self._photo(block, len(paragraphs), above))
                above = ""
            elif waiting and _is_caption(block):
                for place in waiting:
                    photos[place] = _captioned(photos[place], block.text)
                waiting = []
            elif block.style == "caption":
                above = block.text
            else:
                waiting = []
                paragraphs.append(block)
        return paragraphs, found_photos(photos, NoPictures())

    def _photo(self, block: Block, after: int, caption: str) -> RawPhoto:
        name = joined(self.main, self.targets.get(block.target, ""))
        if name not in self.pictures:
            self.pictures[name] = self.document.read(name, MAX_PICTURE) if name else b""
        content = self.pictures[name]
        alt = "" if _AUTOMATIC.search(block.text) else block.text
        return RawPhoto(None, caption or (alt if content else ""), after=after, content=content)


def _captioned(photo: RawPhoto, caption: str) -> RawPhoto:
    return RawPhoto(None, caption, after=photo.after, content=photo.content)


def _is_caption(block: Block) -> bool:
    if block.style == "caption":
        return True
    plain = block.style not in ("row", "title") and not block.style.startswith("heading")
    marked = ends_in_credit(block.text) or _FIGURE.match(block.text) is not None
    return plain and len(block.text) <= _MAX_CAPTION and marked


def _title(blocks: Sequence[Block], about: _Properties) -> str:
    """The paragraph set as the title, else the document's property, else its first heading."""
    titles = (block.text for block in blocks if block.style == "title")
    if title := next(titles, "") or own_title(about.title):
        return title
    for block in blocks[:_HEADINGS]:
        if block.style.startswith("heading"):
            return block.text
        if len(block.text) > _MAX_BANNER or block.text.endswith(_SENTENCE_END):
            break
    return ""


def _after_head(blocks: Sequence[Block], head: Head) -> Iterator[Block]:
    """The blocks but those of the head; pictures among these stay."""
    line = 0
    for block in blocks:
        if block.style == "picture":
            yield block
            continue
        if line >= head.body and not (line <= head.body + 1 and block.text == head.title):
            yield block
        line += 1


def _links(paragraphs: Sequence[Block]) -> Iterator[Link]:
    """The links, between code points of the paragraphs joined by line ends."""
    start = 0
    for block in paragraphs:
        at = 0
        for span in block.spans:
            words = tidy(span.text)
            found = block.text.find(words, at) if words else -1
            if found >= 0 and span.address.startswith(("http://", "https://", "mailto:")):
                at = found + len(words)
                yield Link(start + found, start + at, span.address)
        start += len(block.text) + 1


def _properties(document: ZippedDocument) -> _Properties:
    """The core properties, ECMA-376 part 2, section 11; all "" where they are broken."""
    try:
        root = document.xml("docProps/core.xml")
    except ImportFailure:  # a document is not lost for its properties
        root = None
    found = {local(each): (each.text or "").strip() for each in _elements(root)}
    return _Properties(
        found.get("title", ""),
        found.get("creator", ""),
        found.get("created", ""),
        found.get("modified", ""),
        found.get("keywords", ""),
    )


def _elements(root: etree._Element | None) -> Sequence[etree._Element]:
    return () if root is None else list(root)


def _words(text: str) -> list[str]:
    return [word for each in re.split(r"[,;，；、]", text) if (word := tidy(each))][:50]
