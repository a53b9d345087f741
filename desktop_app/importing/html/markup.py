"""What a page's markup says outright: meta elements, schema.org in JSON-LD or microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lxml import html

from desktop_app.importing.page import tidy

_MAX_SCRIPT = 2_000_000  # letters of one JSON-LD script
_MAX_OBJECTS = 500
# schema.org/Article and what is under it; a review or a recipe is an article in a magazine.
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|LiveBlogPosting)$")
# Where an article may lie inside another object of schema.org.
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
_FACTS = ("headline", "datePublished", "dateCreated", "dateModified", "url")


@dataclass(frozen=True, slots=True)
class Markup:
    """Names in lower case, values tidy, in the order of the page; all may be empty.

    `meta` holds what ``meta`` elements say under ``name``, ``property`` or ``itemprop``.
    `article` are the facts of the page's own article in JSON-LD, else in microdata.
    """

    meta: Mapping[str, tuple[str, ...]]
    article: Mapping[str, str]
    authors: tuple[str, ...]
    publisher: str
    canonical: str
    types: frozenset[str] = field(default_factory=frozenset)

    def first(self, *names: str) -> str:
        """What the first of the meta `names` that is there says."""
        return next((value for name in names for value in self.meta.get(name, ())), "")

    def all(self, *names: str) -> Iterator[str]:
        """What all meta `names` say, in the order of the names."""
        return (value for name in names for value in self.meta.get(name, ()))


def read_markup(tree: html.HtmlElement) -> Markup:
    """Read the markup of a page once."""
    objects = list(_objects(tree))
    articles = [each for each in objects if _ARTICLE.search(_type(each))]
    own = _own_article(articles)
    facts = {name: value for name in _FACTS if (value := _words(own.get(name)))}
    authors = tuple(_names(own.get("author"))) or tuple(_names(own.get("creator")))
    return Markup(
        meta=_meta(tree),
        article=facts | {k: v for k, v in _microdata(tree).items() if k not in facts},
        authors=authors or _microdata_authors(tree),
        publisher=next(_names(own.get("publisher")), ""),
        canonical=next(iter(_addresses(tree, "canonical")), ""),
        types=frozenset(_type(each) for each in objects),
    )


def _own_article(articles: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The article with the most facts; the first of several."""
    return max(articles, key=lambda each: sum(name in each for name in _FACTS), default={})


def _objects(tree: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of the page's JSON-LD that may be about the page."""
    for script in tree.iter("script"):
        kind = script.get("type") or ""
        if "ld+json" in kind.lower() and script.text and len(script.text) <= _MAX_SCRIPT:
            yield from _within(_loaded(script.text), _MAX_OBJECTS)


def _loaded(text: str) -> object:
    """The value of a JSON-LD script; None where it cannot be mended into one."""
    plain = _WRAPPING.sub("", text).strip().rstrip(";")
    for attempt in (plain, _TRAILING_COMMA.sub("", plain)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _within(value: object, limit: int) -> Iterator[Mapping[str, Any]]:
    """The objects at the top of `value` and in its graph, at most `limit`."""
    waiting = [value]
    while waiting and limit > 0:
        each = waiting.pop(0)
        limit -= 1
        if isinstance(each, list):
            waiting.extend(each[:limit])
        elif isinstance(each, dict):
            yield each
            waiting.extend(
                each[name] for name in _INSIDE if isinstance(each.get(name), (list, dict))
            )


def _type(each: Mapping[str, Any]) -> str:
    kind = each.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind or "")


def _words(value: object) -> str:
    """A text of JSON-LD, which may have entities of HTML; "" for anything else."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return tidy(unescape(value))[:2000] if isinstance(value, str) else ""


def _names(value: object) -> Iterator[str]:
    """The names of a person or organisation, or of several, however written."""
    for each in value[:30] if isinstance(value, list) else (value,):
        name = _words(each.get("name") if isinstance(each, dict) else each)
        if name and not name.startswith(("http://", "https://")):
            yield name


def _meta(tree: html.HtmlElement) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = tidy(element.get("content") or "")
        for attribute in ("property", "name", "itemprop"):
            if content and (name := element.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(content[:2000])
    return {name: tuple(values) for name, values in found.items()}


def _microdata(tree: html.HtmlElement) -> dict[str, str]:
    """The facts of elements with ``itemprop`` (HTML standard, section 5.2.4)."""
    found: dict[str, str] = {}
    for element in tree.iterfind(".//*[@itemprop]"):
        for name in (element.get("itemprop") or "").split():
            if name in _FACTS and name != "url" and name not in found and _is_article(element):
                found[name] = _property(element)
    return {name: value for name, value in found.items() if value}


def _is_article(element: html.HtmlElement) -> bool:
    """Whether a property is one of an article, or of nothing that is named."""
    for above in element.iterancestors():
        if above.get("itemscope") is not None:
            kind = above.get("itemtype") or ""
            return _ARTICLE.search(kind) is not None or kind.endswith(("WebPage", "CreativeWork"))
    return True


def _property(element: html.HtmlElement) -> str:
    value = element.get("content") or element.get("datetime") or element.text_content()
    return tidy(value)[:500]


def _microdata_authors(tree: html.HtmlElement) -> tuple[str, ...]:
    names: list[str] = []
    for element in tree.iterfind(".//*[@itemprop='author']"):
        if _is_article(element):
            inner = element.find(".//*[@itemprop='name']")
            names.append(_property(element if inner is None else inner))
    return tuple(dict.fromkeys(name for name in names if 0 < len(name) <= 100))[:10]


def _addresses(tree: html.HtmlElement, relation: str) -> Iterator[str]:
    for link in tree.iter("link"):
        if relation in (link.get("rel") or "").lower().split() and link.get("href"):
            yield tidy(link.get("href"))
