"""What a saved page says about itself: title, day, author, site, address, language."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import html

from desktop_app.importing.html.byline import named_source, page_byline
from desktop_app.importing.html.day import page_day
from desktop_app.importing.html.kind import page_kind
from desktop_app.importing.html.markup import Markup, read_markup
from desktop_app.importing.html.title import page_title
from desktop_app.importing.html.tree import read_blocks
from desktop_app.importing.page import tidy
from desktop_app.language.detect import detect_language
from desktop_app.language.tokens import HAN

_ENGLISH = frozenset(("the", "of", "and", "to", "in", "a", "is", "that", "for", "with", "was"))
_LINES = 200  # first lines of a page
_LAST = 60
_SHORT = 120  # letters of a line that may say something of the page
_KEYWORDS = 20
_LISTS = frozenset(("CollectionPage", "SearchResultsPage", "ItemList"))


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of itself; "" and None where it does not.

    `is_article` and `is_list` say whether its markup calls it so.
    """

    title: str
    day: date | None
    byline: str
    source: str
    url: str
    kind: str = "news"
    details: tuple[tuple[str, str], ...] = ()
    is_article: bool = False
    is_list: bool = False


def read_about(tree: html.HtmlElement, address: str = "", captured: str = "") -> About:
    """Read the head of a page (and where it says nothing, its visible lines).

    `address` is where the page was got and `captured` when, "" where nobody knows.
    """
    markup = read_markup(tree)
    url = _own_address(markup, address)
    site = _site(markup)
    first, last = _short_lines(tree)
    title, site_in_title = page_title(tree, markup, site)
    return About(
        title=title,
        day=page_day(tree, markup, url, first, captured),
        byline=page_byline(tree, markup, [*first, *last]),
        source=site or site_in_title or named_source(markup, first) or _host(url),
        url=url,
        kind=page_kind(title),
        details=tuple(_details(markup)),
        is_article=_is_article(markup),
        is_list=bool(markup.types & _LISTS),
    )


def page_language(tree: html.HtmlElement, text: str) -> str:
    """As `text_language`, for a page."""
    return text_language(tree.get("lang") or "", text)


def text_language(declared: str, text: str) -> str:
    """``zh`` or ``en`` by the script, another where it is declared and the words agree."""
    found = detect_language(text)
    tag = re.match(r"[a-z]{2}(?![a-z])", declared.strip().lower())
    if found == "zh" or tag is None or tag[0] in ("en", "zh"):
        return found
    words = re.findall(r"[a-z]+", text[:20_000].lower())
    english = sum(1 for word in words if word in _ENGLISH)
    return found if english * 10 > len(words) > 0 else tag[0]


def _is_article(markup: Markup) -> bool:
    kind = markup.first("og:type").lower()
    dated = markup.article.get("datePublished") or markup.first("article:published_time", "pubdate")
    return kind.startswith(("article", "video", "newsarticle")) or bool(
        dated or markup.first("articletitle") or markup.article.get("headline")
    )


def _own_address(markup: Markup, address: str) -> str:
    """The address a page names as its own, else where it was got."""
    named = (markup.canonical, markup.first("og:url"), markup.article.get("url", ""))
    for each in (*named, address):
        url = _joined(address, each)
        if url.startswith(("http://", "https://")):
            return url
    return ""


def _joined(base: str, address: str) -> str:
    try:
        return tidy(urljoin(base, address))
    except ValueError:
        return ""


def _site(markup: Markup) -> str:
    name = markup.first("og:site_name", "sitename", "application-name", "dc.publisher")
    return name.lstrip("@") or markup.publisher


def _details(markup: Markup) -> Iterator[tuple[str, str]]:
    if section := markup.first("article:section", "articlesection", "columnname", "section"):
        yield "section", section
    tags = list(markup.all("article:tag")) or re.split(
        r"[,，;；、]", markup.first("news_keywords", "keywords")
    )
    for tag in list(dict.fromkeys(filter(None, map(tidy, tags))))[:_KEYWORDS]:
        yield "keyword", tag


def _short_lines(tree: html.HtmlElement) -> tuple[list[str], list[str]]:
    """The short ones of a page's first lines, and of its last where Chinese pages name editors."""
    body = tree.find("body")
    lines = read_blocks(tree if body is None else body)
    first = [line for line in islice(lines, _LINES) if len(line) <= _SHORT]
    if not any(HAN.search(line) for line in first):
        return first, []
    return first, [line for line in deque(lines, _LAST) if len(line) <= _SHORT]


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
