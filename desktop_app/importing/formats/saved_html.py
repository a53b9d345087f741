"""Saved HTML pages, with the pictures a browser saved beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop_app.importing.encoding import is_binary
from desktop_app.importing.html_page import HtmlPage, read_page
from desktop_app.importing.photos import LocalPictures
from desktop_app.importing.raw import Later, ReportBytes

_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_TAG = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
# The comment Internet Explorer and Chrome put at the head of a page they save.
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->")


class SavedHtml:
    """Pages as a browser saves them, with or without their pictures."""

    name = "saved_html"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By name, or by the first tag of a file named otherwise."""
        if path.suffix.lower() in _SUFFIXES:
            return not is_binary(head)
        return _TAG.match(head) is not None

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the one item of the page."""
        page = HtmlPage(path, str(path), _address(path))
        yield Later(partial(read_page, page), LocalPictures(path))
        report_bytes(path.stat().st_size)


def _address(path: Path) -> str:
    """Where the browser says it saved the page from."""
    with path.open("rb") as stream:
        match = _SAVED_FROM.search(stream.read(4096))
    return match[1].decode("ascii", "replace") if match else ""
