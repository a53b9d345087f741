"""Where a page says the same story stands in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml import html

from desktop_app.importing.page import tidy
from desktop_app.items import Alternate

_MAX = 100
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.IGNORECASE)
# What a link to the other version is called, in that language or in the page's own.
_NAMES = {
    "en": "english|english version|in english|英文|英文版|英语版|英語版|read in english",
    "zh": "中文|中文版|chinese|chinese version|汉语|in chinese|阅读中文版",
    "zh-Hans": "简体|简体中文|简体版|簡體中文|简中",
    "zh-Hant": "繁體|繁體中文|繁体中文|繁體版|繁体|正體中文|繁中",
}
_BY_NAME = {name: language for language, names in _NAMES.items() for name in names.split("|")}
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_FRONT = re.compile(
    r"^(?:en|eng|english|zh|cn|chn|chinese|zh[-_]?(?:cn|tw|hans|hant)|index|default|home|main|www|"
    r"big5|gb)?(?:\.\w{2,5})?$",
    re.IGNORECASE,
)


def read_alternates(tree: html.HtmlElement, address: str) -> tuple[Alternate, ...]:
    """The other versions a page at `address` names, each address once.

    Google's ``x-default`` names no language; a version at the page's own address is itself.
    Links in the text count only where they lead to a page and not to a site's front.
    """
    found: dict[str, str] = {}
    for language, reference in (*_declared(tree), *_visible(tree)):
        place = _joined(address, reference)
        if place and not _same(place, address):
            found.setdefault(place, language)
        if len(found) >= _MAX:
            break
    return tuple(Alternate(language, place) for place, language in found.items())


def _declared(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The ``hreflang`` links of the head, HTML Standard 4.6.7.1."""
    for link in tree.iter("link", "a"):
        language = (link.get("hreflang") or "").strip()
        reference = link.get("href") or ""
        if not reference or not _LANGUAGE.fullmatch(language) or _is_feed(link):
            continue
        if link.tag == "a":
            is_named = _leads_to_a_page(reference)
        else:
            is_named = "alternate" in (link.get("rel") or "").lower().split()
        if is_named and language.lower() != "x-default":
            yield language, reference


def _is_feed(link: html.HtmlElement) -> bool:
    kind = link.get("type") or ""
    return "xml" in kind.replace("xhtml", "") or "json" in kind


def _visible(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for link in tree.iter("a"):
        reference = link.get("href") or ""
        words = link.text_content() if reference else ""
        if words and len(words) <= 60:
            language = _BY_NAME.get(_EDGES.sub("", tidy(words)).lower())
            if language and _leads_to_a_page(reference):
                yield language, reference


def _leads_to_a_page(reference: str) -> bool:
    try:
        parts = urlsplit(reference.strip())
    except ValueError:
        return False
    if parts.scheme not in ("", "http", "https"):
        return False
    return any(not _FRONT.match(part) for part in parts.path.split("/"))


def _joined(address: str, reference: str) -> str:
    try:
        place = urljoin(address, reference.strip())
        parts = urlsplit(place)
    except ValueError:
        return ""
    is_page = parts.scheme in ("http", "https") and parts.netloc
    return place.partition("#")[0] if is_page else ""


def _same(one: str, other: str) -> bool:
    return one.rstrip("/") == other.partition("#")[0].rstrip("/")
