"""EPUB books and periodicals: each text of the reading order is an item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from desktop_app.errors import ImportFailure
from desktop_app.importing.documents.document_head import day_of_time, person, read_head
from desktop_app.importing.documents.epub_book import Book, read_book
from desktop_app.importing.documents.epub_section import Section, Text, moved, read_text
from desktop_app.importing.documents.zipped import MAX_PICTURE, ZippedDocument, damaged
from desktop_app.importing.own_item import own_text
from desktop_app.importing.page import MAX_PARAGRAPHS, shortened, tidy
from desktop_app.importing.raw import Failed, Found, Later, RawItem, ReportBytes, Skipped
from desktop_app.items import Link
from desktop_app.language.detect import detect_language
from desktop_app.messages import message

_SPLIT = re.compile(r"^(.+_split_)\d{3}(\.\w+)$")  # how Calibre divides long texts


@dataclass(frozen=True, slots=True)
class EpubPictures:
    """The pictures of the book at `path`, by the names of its members."""

    path: Path

    def find(self, reference: str) -> Path | bytes | None:
        """The picture's content; None for one that is not there or cannot be read."""
        try:
            with ZippedDocument(self.path) as document:
                return document.read(reference, MAX_PICTURE) or None
        except ImportFailure:
            return None


class Epub:
    """Books and periodicals in EPUB 2 and 3."""

    name = "epub"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the member that stands first for this purpose (OCF 3.3, 4.3), or by name."""
        if not head.startswith(b"PK\x03\x04"):
            return False
        return b"application/epub+zip" in head[:200] or path.suffix.lower() == ".epub"

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the items of the book."""
        yield Later(partial(read_epub, path), EpubPictures(path))
        report_bytes(path.stat().st_size)


def read_epub(path: Path) -> Sequence[Found]:
    """The items of the book at `path`, in reading order; raises `ImportFailure`."""
    with ZippedDocument(path) as document:
        book = read_book(document)
        found: list[Found] = []
        for member in book.spine:
            try:
                _add(found, book, member, document)
            except ImportFailure as error:
                found.append(Failed(member, error.text))
    if not found:
        raise damaged(path)
    return found


def _add(found: list[Found], book: Book, member: str, document: ZippedDocument) -> None:
    """Append what one text of the book gives."""
    content = document.read(member)
    if not content.strip():
        found.append(Failed(member, message("the book names it and does not hold it")))
        return
    own = own_text(content, member)
    if own is not None:
        found.append(own)
        return
    entries = {entry.fragment: entry.label for entry in book.contents if entry.member == member}
    text = read_text(content, member, tuple(entries))
    if text.is_index:
        found.append(Skipped(member, message("it is a table of contents")))
    elif not entries and _goes_on(found, member):
        _join(found, text)
    elif any(section.paragraphs for section in text.sections):
        found.extend(_items(book, member, text, entries))
    else:
        found.append(Skipped(member, message("it holds no text")))


def _items(book: Book, member: str, text: Text, entries: dict[str, str]) -> Iterator[RawItem]:
    """The items of a text; what stands before its first place belongs to the first of them."""
    sections = [section for section in text.sections if section.paragraphs]
    if len(sections) > 1 and sections[0].fragment == "" and "" not in entries:
        first, second = sections[:2]
        if len("".join(first.paragraphs)) < 200:
            second.links = (*first.links, *moved(second.links, first.size))
            second.paragraphs[:0] = first.paragraphs
            second.photos[:0] = first.photos
            sections = sections[1:]
    for section in sections:
        label = entries.get(section.fragment, "") or (
            next(iter(entries.values()), "") if len(sections) == 1 else ""
        )
        yield _item(book, member, text, section, label)


def _item(book: Book, member: str, text: Text, section: Section, label: str) -> RawItem:
    paragraphs = section.paragraphs[:MAX_PARAGRAPHS]
    title = label or section.heading or text.title
    title = title if title and title != book.title else section.heading or title
    title = title or shortened(paragraphs[0])
    start = next((n + 1 for n, line in enumerate(paragraphs[:4]) if line == title), 0)
    head = read_head([title, *paragraphs[start:]], title)
    cut = start + max(0, head.body - 1)
    body = tuple(paragraphs[cut:]) or tuple(paragraphs[start:]) or tuple(paragraphs)
    cut = len(paragraphs) - len(body)
    own = _day(text.date)
    place = f"{member}#{section.fragment}" if section.fragment else member
    return RawItem(
        title=title,
        paragraphs=body,
        language=_language(book, title, body),
        source=head.source or book.publisher or book.title,
        kind="news" if book.is_periodical or head.day or own else "document",
        date=head.day or own or _day(book.date),
        byline=head.byline or person(text.author) or person(book.creator),
        url=section.address or (book.source if book.source.startswith("http") else ""),
        photos=tuple(replace(each, after=max(0, each.after - cut)) for each in section.photos),
        links=_within(moved(section.links, -sum(len(line) + 1 for line in paragraphs[:cut])), body),
        identity=f"epub:{book.identifier}\n{place}" if book.identifier else "",
        part=place,
        details=tuple(_details(book)),
    )


def _day(text: str) -> date | None:
    """The day of a dc:date, which may be a year alone or a program's zero."""
    day = day_of_time(text) or day_of_time(text[:10])
    return day if day and day.year >= 1500 else None


def _language(book: Book, title: str, paragraphs: Sequence[str]) -> str:
    """By the script; a language the book declares counts where it is neither of ours."""
    found = detect_language("\n".join((title, *paragraphs)))
    declared = re.match(r"[a-z]{2}(?![a-z])", book.language.lower())
    if found == "zh" or declared is None or declared[0] in ("zh", "en"):
        return found
    return declared[0]


def _details(book: Book) -> Iterator[tuple[str, str]]:
    if series := tidy(book.series) or book.title:
        yield "series", series
    if book.rights:
        yield "copyright", book.rights
    for subject in book.subjects:
        yield "subject", subject


def _goes_on(found: Sequence[Found], member: str) -> bool:
    """Whether a text without an entry of its own is the rest of the one before."""
    last = found[-1] if found else None
    here = _SPLIT.match(member)
    if here is None or not isinstance(last, RawItem):
        return False
    before = _SPLIT.match(last.part.partition("#")[0])
    return before is not None and before.groups() == here.groups()


def _join(found: list[Found], text: Text) -> None:
    last = found[-1]
    if isinstance(last, RawItem):
        for section in text.sections:
            size = sum(len(paragraph) + 1 for paragraph in last.paragraphs)
            count = len(last.paragraphs)
            own = (replace(photo, after=photo.after + count) for photo in section.photos)
            paragraphs = (*last.paragraphs, *section.paragraphs)[:MAX_PARAGRAPHS]
            links = _within((*last.links, *moved(section.links, size)), paragraphs)
            photos = (*last.photos, *own)
            last = replace(last, paragraphs=paragraphs, photos=photos, links=links)
        found[-1] = last


def _within(links: Sequence[Link], paragraphs: Sequence[str]) -> tuple[Link, ...]:
    """The links but those in paragraphs that were cut off."""
    size = sum(len(paragraph) + 1 for paragraph in paragraphs)
    return tuple(link for link in links if link.end < size)
