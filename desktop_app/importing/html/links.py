"""The links in an article's text, with whole addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from lxml import html

from desktop_app.importing.html.places import Anchor
from desktop_app.importing.page import tidy
from desktop_app.items import Link

_SCHEMES = ("http", "https", "mailto", "ftp")
_MAX_ADDRESS = 2000


def page_links(tree: html.HtmlElement, anchors: Sequence[Anchor], url: str) -> tuple[Link, ...]:
    """The links at `anchors`, resolved against the page's base or its address `url`.

    One that leads into the page itself, to a script or to an unknown place is left out.
    """
    base = _joined(url, next((tidy(each.get("href") or "") for each in tree.iter("base")), ""))
    return tuple(_links(anchors, base or url))


def _links(anchors: Sequence[Anchor], base: str) -> Iterator[Link]:
    for anchor in anchors:
        reference = anchor.reference.strip()
        address = "" if reference.startswith("#") else _joined(base, reference)
        if len(address) <= _MAX_ADDRESS and urlsplit_scheme(address) in _SCHEMES:
            yield Link(anchor.start, anchor.end, address)


def urlsplit_scheme(address: str) -> str:
    """The scheme of an address in lower case; "" where it has none or is no address."""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return ""


def _joined(base: str, reference: str) -> str:
    try:
        return tidy(urljoin(base, reference))
    except ValueError:
        return ""
