"""Saved HTML pages, with the pictures a browser saved beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from desktop_app.importing.encoding import decode, is_binary
from desktop_app.importing.html_about import page_language, read_about
from desktop_app.importing.html_body import article_text
from desktop_app.importing.html_figures import find_figures, placed_photos
from desktop_app.importing.html_tree import MAX_PAGE, parse_page, stripped_lines
from desktop_app.importing.page import read_bytes, shortened, tidy
from desktop_app.importing.raw import Found, RawItem, ReportBytes, Skipped
from desktop_app.messages import message

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

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Yield the one item of the page."""
        tree = parse_page(path)
        address = _address(path)
        item = _item(path, tree, address)
        report_bytes(path.stat().st_size)
        if item.title or item.paragraphs:
            yield item
        else:
            yield Skipped("", message("it holds no text"))


def _address(path: Path) -> str:
    """Where the browser says it saved the page from."""
    with path.open("rb") as stream:
        match = _SAVED_FROM.search(stream.read(4096))
    return match[1].decode("ascii", "replace") if match else ""


def _item(path: Path, tree: html.HtmlElement, address: str) -> RawItem:
    about = read_about(tree, address)
    figures = find_figures(tree)
    paragraphs = article_text(tree) or _last_resort(path)
    if paragraphs and tidy(paragraphs[0]) == about.title:
        paragraphs = paragraphs[1:]
    title = about.title or shortened(paragraphs[0] if paragraphs else "")
    return RawItem(
        title=title,
        paragraphs=paragraphs,
        language=page_language(tree, "\n".join((title, *paragraphs))),
        source=about.source,
        date=about.day,
        byline=about.byline,
        url=about.url,
        photos=placed_photos(path, tree, figures, paragraphs),
    )


def _last_resort(path: Path) -> tuple[str, ...]:
    """All words of a page whose tree has none: tags nested too deep, or broken."""
    return tuple(stripped_lines(decode(read_bytes(path, MAX_PAGE), path)))
