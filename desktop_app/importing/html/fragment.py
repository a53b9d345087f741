"""Pieces of HTML that are an article's text, as feeds and wires carry them."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urljoin

from desktop_app.errors import ImportFailure
from desktop_app.importing.html.captions import CAPTION_MARK, find_figures
from desktop_app.importing.html.figures import is_tiny, photo_of
from desktop_app.importing.html.links import urlsplit_scheme
from desktop_app.importing.html.remote_pictures import places_of
from desktop_app.importing.html.tree import parse_html, stripped_lines
from desktop_app.importing.raw import RawPhoto
from desktop_app.importing.wire.marked_text import MarkedText, read_marked
from desktop_app.importing.wire.xml_tree import Element
from desktop_app.items import Link

_SCHEMES = ("http", "https", "mailto", "ftp")
_TAGS = re.compile(r"<(?:/?[A-Za-z][\w:-]*\b[^<>]*|!--)>?")
_PARTED = re.compile(r"<(?:p|br|div|li|tr|pre|section|article)\b", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")


def is_html(text: str) -> bool:
    """Whether a text that may be either has tags or character references."""
    return _TAGS.search(text) is not None or _ENTITY.search(text) is not None


def read_fragment(source: str, base: str = "") -> MarkedText:
    """The text of a piece of HTML; links are made whole by the address `base`."""
    source = _with_breaks(source)
    try:
        tree = parse_html(f"<html><body>{source}</body></html>", "")
    except ImportFailure:
        return MarkedText(tuple(stripped_lines(source)))
    figures = {figure.image: figure for figure in find_figures(tree)}
    for caption in tree.xpath(f"//*[@{CAPTION_MARK}]"):
        if caption.getparent() is not None:
            caption.drop_tree()

    def photos(image: Element, after: int) -> list[RawPhoto]:
        figure = figures.get(image)
        if figure is None or is_tiny(figure.image):
            return []
        photo = photo_of(figure, after)
        places = (place for each in photo.references for place in places_of(each))
        return [replace(photo, references=tuple(dict.fromkeys(places)))]

    text = read_marked(tree, photos)
    return MarkedText(text.paragraphs, _whole(text.links, base), text.photos)


def _with_breaks(source: str) -> str:
    """Blank lines as breaks where nothing else parts the paragraphs, as WordPress keeps them."""
    return source if _PARTED.search(source) else _BLANK_LINE.sub("<br>", source)


def one_line(source: str) -> str:
    """The words of a piece of HTML or plain text, as a title has them."""
    return " ".join(read_fragment(source).paragraphs) if is_html(source) else source


def _whole(links: tuple[Link, ...], base: str) -> tuple[Link, ...]:
    whole = (Link(link.start, link.end, _joined(base, link.address)) for link in links)
    return tuple(link for link in whole if urlsplit_scheme(link.address) in _SCHEMES)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address
