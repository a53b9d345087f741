"""Saved HTML pages: alone, with the pictures a browser saved beside them, in copies of sites."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from desktop_app.importing.encoding import is_binary
from desktop_app.importing.head_text import head_text
from desktop_app.importing.html.mirror import SavedPictures, mirror_of
from desktop_app.importing.html.page import HtmlPage, read_page
from desktop_app.importing.html.saved import HEAD, Saving, read_saving
from desktop_app.importing.html.series import first_page, joined, later_pages
from desktop_app.importing.photos import found_photos
from desktop_app.importing.raw import Found, Later, RawItem, ReportBytes, Skipped
from desktop_app.messages import message

# Copies of sites keep an address's query in the name: index.html?p=1, on Windows with @.
_NAME = re.compile(r"\.[xs]?html?(?:[?@][^/]*)?$", re.IGNORECASE)
_TAG = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|title|meta|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# What a copied part of a page begins with, and what then stands in it several times.
_PART = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?<(?:article|main|section|div|p|h[1-6]|center|font|table)[\s>]",
    re.IGNORECASE,
)
_ENDS = re.compile(rb"</(?:p|div|h[1-6]|section|article|td|li)>|<br\s*/?>", re.IGNORECASE)
_MARKED = 3
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LIST_OF_COPIES = re.compile(
    rb"<meta\s[^>]*name=[\"']generator[\"'][^>]*content=[\"']HTTrack Website Copier", re.IGNORECASE
)


class SavedHtml:
    """Pages as a browser saves them, with or without their pictures."""

    name = "saved_html"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By name, or by the first tag of a file named otherwise."""
        if _NAME.search(path.name):
            return not is_binary(head)
        if head.startswith(_WIDE) or b"\0" in head[:4]:
            head = (head_text(head) or "").encode()
        is_part = _PART.match(head) and len(_ENDS.findall(head)) >= _MARKED
        return _TAG.match(head) is not None or bool(is_part)

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found | Later]:
        """Yield the one item of the page, or that it is part of another's."""
        with path.open("rb") as stream:
            head = stream.read(HEAD)
        if path.suffix.lower() == ".orig" and path.with_suffix("").is_file():
            reason = message("it is {page} as it was before its links were changed", page=path.stem)
            yield Skipped("", reason)
        elif _LIST_OF_COPIES.search(head):
            yield Skipped("", message("it lists the sites that a program copied"))
        else:
            saving = _saving(path, head)
            yield Later(partial(read_saved, path, saving), SavedPictures(path, saving.address))
        report_bytes(path.stat().st_size)


def read_saved(path: Path, saving: Saving) -> Sequence[Found]:
    """The item of the page at `path` with its later pages; raises `ImportFailure`."""
    first = first_page(path)
    if first is not None:
        return (Skipped("", message("it is part of the article in {page}", page=first.name)),)
    found = read_page(_page(path, saving))
    following = list(later_pages(path))
    if not following or len(found) != 1 or not isinstance(found[0], RawItem):
        return found
    return joined(found[0], following, _read_later)


def _saving(path: Path, head: bytes) -> Saving:
    """What the page says of its saving, else what its place in a copy of its site does."""
    saving = read_saving(head)
    mirror = None if saving.address else mirror_of(path)
    return replace(saving, address=mirror.address) if mirror else saving


def _page(path: Path, saving: Saving) -> HtmlPage:
    return HtmlPage(path, str(path), saving.address, saving.captured)


def _read_later(path: Path) -> Sequence[Found]:
    """A later page, its photos found beside it."""
    with path.open("rb") as stream:
        saving = _saving(path, stream.read(HEAD))
    pictures = SavedPictures(path, saving.address)
    return [
        replace(piece, photos=found_photos(piece.photos, pictures))
        if isinstance(piece, RawItem)
        else piece
        for piece in read_page(_page(path, saving))
    ]
