"""Where the paragraphs of an article stand on its page, and with them pictures and links."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree, html

from desktop_app.importing.html.captions import CAPTION_MARK
from desktop_app.importing.html.tree import SILENT
from desktop_app.importing.page import tidy

_WINDOW = 20_000  # letters ahead in which the next text of the page is looked for
_SURE = 12  # letters of a text that is looked for at all; a shorter one must come next
_BETWEEN = re.compile(r"[\s•|\d.]{0,8}")  # what stands between two texts of a paragraph
_MAX_LINKS = 1000


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link in the text, between code points of the paragraphs joined by line ends."""

    start: int
    end: int
    reference: str


@dataclass(slots=True)
class Places:
    """What one walk over a page finds.

    `before` tells for a picture or caption how many paragraphs stand before it; `zone` is
    the innermost element with most of the text, or the article around it; `lead` are the
    pictures and captions between the headline and the text, which may stand outside it.
    """

    before: dict[html.HtmlElement, int] = field(default_factory=dict)
    anchors: list[Anchor] = field(default_factory=list)
    lead: set[html.HtmlElement] = field(default_factory=set)
    zone: html.HtmlElement | None = None


def find_places(tree: html.HtmlElement, paragraphs: Sequence[str]) -> Places:
    """Go through the page once, looking for each of its texts a little ahead in `paragraphs`.

    The time is linear in both.
    """
    walk = _Walk("\n".join(paragraphs), paragraphs)
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        walk.take(event == "start", element)
    walk.places.zone = _zone(walk.owners, walk.total)
    return walk.places


class _Walk:
    """The state of the walk: how far in the joined paragraphs the page has come."""

    def __init__(self, joined: str, paragraphs: Sequence[str]) -> None:
        self.places = Places()
        self.owners: dict[html.HtmlElement, int] = {}
        self.total = 0
        self._joined = joined
        self._ends = list(accumulate((len(each) + 1 for each in paragraphs), initial=0))
        self._at = 0
        self._before = 0
        self._opened: dict[html.HtmlElement, int | None] = {}  # links -> where their text starts

    def take(self, starts: bool, element: html.HtmlElement) -> None:
        """Take the beginning or the end of an element."""
        tag = element.tag
        if starts:
            if tag in ("img", "amp-img", "figcaption") or element.get(CAPTION_MARK):
                self.places.before[element] = self._before
                if not self.total:
                    self.places.lead.add(element)
            if tag == "h1" and not self.total:
                self.places.lead.clear()
            if tag == "a":
                self._opened = {element: None} if element.get("href") else {}
        elif tag == "a":
            self._close(element)
        raw = element.text if starts else element.tail
        if raw and not raw.isspace() and tag not in SILENT and (text := tidy(raw)):
            self._text(text, element if starts else element.getparent())

    def _text(self, text: str, owner: html.HtmlElement) -> None:
        found = self._find(text)
        if found < 0:
            return
        self._at = found + len(text)
        for link, start in self._opened.items():
            if start is None:
                self._opened[link] = found
        if len(text) >= _SURE:
            self.total += 1
            self._before = bisect_right(self._ends, found)
            for above in (owner, *owner.iterancestors()):
                self.owners[above] = self.owners.get(above, 0) + 1

    def _find(self, text: str) -> int:
        """Where `text` stands next, or -1; a short one only right after the last."""
        match = _BETWEEN.match(self._joined, self._at)
        for start in range(match.end() if match else self._at, self._at - 1, -1):
            if self._joined.startswith(text, start):
                return start
        if len(text) < _SURE:
            return -1
        return self._joined.find(text, self._at, self._at + _WINDOW)

    def _close(self, element: html.HtmlElement) -> None:
        """Note the link that ends here where all of its text stands in a paragraph."""
        start = self._opened.pop(element, None)
        if start is None or len(self.places.anchors) >= _MAX_LINKS:
            return
        words = tidy(element.text_content())
        if words and self._joined.startswith(words, start):
            self.places.anchors.append(Anchor(start, start + len(words), element.get("href") or ""))


def _zone(owners: dict[html.HtmlElement, int], total: int) -> html.HtmlElement | None:
    """The innermost element with most of the text, or the article around it."""
    holding = [element for element, count in owners.items() if count * 5 >= total * 4]
    if not holding:
        return None
    inner = max(holding, key=lambda element: sum(1 for _ in element.iterancestors()))
    if inner.tag in ("p", "li") and inner.getparent() is not None:
        inner = inner.getparent()
    around = (up for up in (inner, *inner.iterancestors()) if up.tag in ("article", "main"))
    return next(around, inner)
