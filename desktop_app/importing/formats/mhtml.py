"""MHTML (.mht, .mhtml): a page and its pictures in one MIME message, RFC 2557."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import Message
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from desktop_app.errors import ImportFailure
from desktop_app.importing.documents.mime_parts import (
    Part,
    header,
    header_time,
    read_head,
    read_parts,
)
from desktop_app.importing.html.page import HtmlPage, read_page
from desktop_app.importing.page import read_bytes, tidy
from desktop_app.importing.photos import found_photos
from desktop_app.importing.raw import Found, Later, RawItem, ReportBytes
from desktop_app.messages import message

MAX_BYTES = 128 * 1024 * 1024  # pages full of photos reach thirty megabytes
_MAX_FRAMES = 50
_SHORT = 250  # letters under which a page may be a mere frame around the article's
_SUFFIXES = (".mht", ".mhtml")
_FIELD = re.compile(rb"\s*(?:\xef\xbb\xbf)?[A-Za-z][A-Za-z-]*:[ \t]*\S")
_RELATED = re.compile(rb"^content-type:\s*multipart/(?:related|mixed|alternative)", re.I | re.M)
_HTML = re.compile(rb"^content-type:\s*(?:text/html|application/xhtml\+xml)", re.I | re.M)
_OWN = re.compile(rb"^(?:snapshot-content-location|content-location):", re.I | re.M)
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class PartPictures:
    """Pictures among the `parts` of a message, for the page at `base`."""

    by_name: dict[str, bytes]
    base: str

    @classmethod
    def of(cls, parts: Sequence[Part], base: str) -> PartPictures:
        """The pictures under every name a page may call them by."""
        by_name: dict[str, bytes] = {}
        for part in parts:
            if part.kind.startswith("image/") or part.kind == "application/octet-stream":
                cid = f"cid:{part.content_id}" if part.content_id else ""
                for name in (part.location, unquote(part.location), cid):
                    if name:
                        by_name.setdefault(name, part.content)
        return cls(by_name, base)

    def find(self, reference: str) -> Path | bytes | None:
        """The content of the part a reference leads to (RFC 2557, section 8)."""
        reference = reference.strip()
        for name in (reference, _joined(self.base, reference)):
            bare = name.partition("#")[0]
            for each in (name, bare, unquote(bare)):
                if found := self.by_name.get(each):
                    return found
        return None


class Mhtml:
    """Pages saved whole by Chrome, Edge, Opera, Internet Explorer and Word."""

    name = "mhtml"

    def recognises(self, path: Path, head: bytes) -> bool:
        """A message that holds a page; one not named so must say where it was saved from."""
        if not _FIELD.match(head):
            return False
        named = path.suffix.lower() in _SUFFIXES
        if _RELATED.search(head):
            return named or (_OWN.search(head) is not None and _HTML.search(head) is not None)
        return named and _HTML.search(head) is not None

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the one item of the page."""
        yield Later(partial(read_mhtml, path))
        report_bytes(path.stat().st_size)


def read_mhtml(path: Path) -> Sequence[Found]:
    """The item of the message at `path`, its photos found; raises `ImportFailure`."""
    content = read_bytes(path, MAX_BYTES)
    head, _ = read_head(content)
    parts = list(read_parts(content))
    pages = [part for part in parts if part.kind in _PAGES and part.content.strip()]
    if not pages:
        raise ImportFailure(
            message("{path} holds no page, or only its beginning; save the page again", path=path)
        )
    root = _root(head, pages)
    address = header(head, "Snapshot-Content-Location").strip() or root.location
    captured = header_time(head)
    page = HtmlPage(
        root.content,
        str(path),
        address if address.startswith(("http://", "https://")) else "",
        captured,
        root.charset,
        f"{address}\n{captured}" if address and captured else "",
    )
    found = [_found(page, parts, address)]
    if len(pages) > 1 and _letters(found[0]) < _SHORT:
        frames = [part for part in pages if part is not root][:_MAX_FRAMES]
        found += [_found(_frame(page, part), parts, part.location or address) for part in frames]
    best = max(found, key=_letters)
    return [_titled(piece, tidy(header(head, "Subject"))) for piece in best]


def _root(head: Message, pages: Sequence[Part]) -> Part:
    """The page itself: the part the message names as its start, else the first."""
    start = str(head.get_param("start") or "").strip("<> ")
    return next((part for part in pages if start and part.content_id == start), pages[0])


def _frame(page: HtmlPage, part: Part) -> HtmlPage:
    return replace(page, content=part.content, encoding=part.charset)


def _found(page: HtmlPage, parts: Sequence[Part], base: str) -> Sequence[Found]:
    pictures = PartPictures.of(parts, base)
    return [
        replace(piece, photos=found_photos(piece.photos, pictures))
        if isinstance(piece, RawItem)
        else piece
        for piece in read_page(page)
    ]


def _letters(found: Sequence[Found]) -> int:
    return sum(len("".join(each.paragraphs)) for each in found if isinstance(each, RawItem))


def _titled(piece: Found, subject: str) -> Found:
    """The item with the message's subject for title where the page has none of its own."""
    if isinstance(piece, RawItem) and subject and not piece.title:
        return replace(piece, title=subject)
    return piece


def _joined(base: str, reference: str) -> str:
    """A reference as the page at `base` means it; schemes of mail programs included."""
    try:
        scheme = urlsplit(base).scheme
        if scheme in ("", "http", "https", "file"):
            return urljoin(base, reference)
        return f"{scheme}:{urljoin(base.partition(':')[2], reference)}"
    except ValueError:
        return reference
