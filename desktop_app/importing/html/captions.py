"""Captions on a saved page, each bound to its picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree, html

from desktop_app.importing.captions import ends_in_credit
from desktop_app.importing.html.tree import SILENT, classes
from desktop_app.importing.page import tidy

CAPTION_MARK = "data-beilin-caption"
IMAGES = ("img", "amp-img")
_MAX_CAPTION = 800
_BESIDE = 500  # letters (and white space) that may stand beside a caption
_MAX_FIGURES = 5000
_LINES = frozenset(("p", "div", "br", "li", "h3", "h4"))  # which end a line
_LEVELS = 3  # above a picture, where its caption may lie
_CAPTION_CLASS = re.compile(
    r"(?<!no-)(?<!no_)(?<!without)(?<!closed-)caption(?!in)|cutline|pic[_-]?(?:text|desc|info|title)|"
    r"img[_-]?(?:text|desc|title|note)|图注|photo-?(?:text|desc)"
)
_CREDIT_CLASS = re.compile(
    r"credit|copyright|photographer|attribution|(?:image|photo|caption)[\w-]*source"
)
_HIDDEN_CLASS = re.compile(r"off-?screen|visually-?hidden|sr-only|screen-reader|hidden-text")
_OTHER_STORY = re.compile(
    r"related|recommend|trending|most-?(?:read|popular)|promo|newsletter|\bads?\b"
)
_PICTURED = re.compile(r"image|photo|picture")
_FILM = re.compile(r"video|embed-player|slideshow-ad")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture's element (a caption's where the picture is not there) and what is said of it."""

    image: html.HtmlElement
    caption: str
    credit: str


@dataclass(slots=True)
class _Page:
    """What a page has, gathered once: pictures and captions below each element.

    The lists hold the elements, so that lxml gives the same object each time.
    """

    images: dict[html.HtmlElement, int] = field(default_factory=dict)
    captions: dict[html.HtmlElement, list[html.HtmlElement]] = field(default_factory=dict)
    all: list[html.HtmlElement] = field(default_factory=list)
    used: set[html.HtmlElement] = field(default_factory=set)

    @classmethod
    def of(cls, tree: html.HtmlElement) -> _Page:
        page = cls()
        for image in tree.iter(*IMAGES):
            if not _is_fallback(image):
                for above in image.iterancestors():
                    page.images[above] = page.images.get(above, 0) + 1
        page.all.extend(_caption_elements(tree))
        for element in page.all:
            for above in element.iterancestors():
                page.captions.setdefault(above, []).append(element)
        return page


def find_figures(tree: html.HtmlElement) -> list[Figure]:
    """All pictures of the page, once each; caption elements are marked in `tree`."""
    page = _Page.of(tree)
    figures: list[Figure] = []
    boxes: dict[html.HtmlElement, tuple[str, str]] = {}
    for image in islice(tree.iter(*IMAGES), _MAX_FIGURES):
        box = _box(image, page)
        if box is not None and box in boxes:  # a caption of several pictures is that of each
            if not _is_fallback(image):
                figures.append(Figure(image, *boxes[box]))
            continue
        element = _caption_element(image, box, page)
        caption, credit = ("", "") if element is None else _caption(element)
        if element is not None and caption:
            _mark(element, page)
            boxes[box if box is not None else element] = caption, credit
        figures.append(Figure(image, caption, credit))
    return [*figures, *_without_picture(tree, page)]


def _mark(element: html.HtmlElement, page: _Page) -> None:
    element.set(CAPTION_MARK, "1")
    page.used.add(element)


def _caption_elements(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The elements that call themselves captions and hold words and no picture."""
    for element in tree.iterfind(".//*[@class]"):
        if isinstance(element.tag, str) and _is_caption(element):
            yield element


def _is_caption(element: html.HtmlElement) -> bool:
    names = classes(element)
    return bool(
        _CAPTION_CLASS.search(names)
        and not _OTHER_STORY.search(names)
        and element.tag not in ("body", "article", "main", "script")
        and element.find(".//img") is None
        and tidy(element.text_content())
    )


def _without_picture(tree: html.HtmlElement, page: _Page) -> Iterator[Figure]:
    """Captions whose picture was not saved: their place is all that is left of it."""
    named = [e for e in page.all if _PICTURED.search(classes(e))]
    for element in [*tree.iter("figcaption"), *named]:
        around = [up for up in (element, *islice(element.iterancestors(), 4)) if up.tag != "body"]
        if any(up in page.used or up.get(CAPTION_MARK) for up in around):
            continue
        names = " ".join(map(classes, around))
        box = next((up for up in around if up.tag == "figure"), around[min(2, len(around) - 1)])
        if page.images.get(box) or _FILM.search(names) or _OTHER_STORY.search(names):
            continue
        caption, credit = _caption(element)
        if len(caption) >= 12 and caption != credit:
            _mark(element, page)
            yield Figure(element, caption, credit)


def _top(image: html.HtmlElement) -> html.HtmlElement:
    """The picture element around an image: the parser nests its sources, which hold nothing."""
    around = (up for up in islice(image.iterancestors(), 24) if up.tag == "picture")
    return next(around, image)


def _box(image: html.HtmlElement, page: _Page) -> html.HtmlElement | None:
    """The figure around a picture, or the element that holds it and its caption alone."""
    for level, above in enumerate(_top(image).iterancestors()):
        if above.tag == "figure":
            return above
        if level > _LEVELS or above.tag in ("body", "article", "main"):
            break
        alone = page.images.get(above, 0) <= 1
        if alone and page.captions.get(above) and _CAPTION_CLASS.search(classes(above)):
            return above
    return None


def _caption_element(
    image: html.HtmlElement, box: html.HtmlElement | None, page: _Page
) -> html.HtmlElement | None:
    if box is not None:
        found = next(box.iter("figcaption"), None)
        return found if found is not None else next(iter(page.captions.get(box, ())), None)
    beside = _beside(image)
    if beside is not None:
        return beside
    above = _top(image).getparent()
    for _level in range(_LEVELS):
        if above is None or above.tag in ("body", "article", "main"):
            return None
        if page.images.get(above, 0) <= 1 and (inside := page.captions.get(above)):
            return inside[0] if _is_little_more(above, inside[0]) else None
        if (following := _centred_below(above)) is not None:
            return following
        above = above.getparent()
    return None


def _beside(image: html.HtmlElement) -> html.HtmlElement | None:
    """What follows a picture at once and calls itself a caption, or reads as one after a break."""
    top = _top(image)
    below = top.getnext()
    if below is None or tidy(top.tail or ""):
        return None
    if below.tag == "br":
        return _after_break(top, below)
    return below if isinstance(below.tag, str) and _is_caption(below) else None


def _after_break(image: html.HtmlElement, line_break: html.HtmlElement) -> html.HtmlElement | None:
    """The last line of a paragraph that else only has a picture, in an element of its own."""
    block, text = image.getparent(), tidy(line_break.tail or "")
    alone = block[-1] is line_break and tidy(block.text_content()) == text
    if block.tag not in ("p", "div", "center", "td") or not alone or not 0 < len(text) <= 300:
        return None
    if not _reads_as_caption(block, text):
        return None
    line = html.Element("span")
    line.text, line_break.tail = line_break.tail, None
    block.append(line)
    return line


def _is_little_more(above: html.HtmlElement, caption: html.HtmlElement) -> bool:
    """Whether an element has next to no words but a caption's."""
    return len(above.text_content()) <= len(caption.text_content()) + _BESIDE


def _centred_below(block: html.HtmlElement) -> html.HtmlElement | None:
    """The caption of pages without figures: a short centred line below the picture's own."""
    if block.tag not in ("p", "div", "center", "td"):
        return None
    below = _row_below(block) if block.tag == "td" else block.getnext()
    if below is None or below.tag not in ("p", "div", "center", "td"):
        return None
    if below.find(".//img") is not None or tidy(block.text_content()):
        return None
    text = tidy(below.text_content())
    return below if 0 < len(text) <= 300 and _reads_as_caption(below, text) else None


def _row_below(cell: html.HtmlElement) -> html.HtmlElement | None:
    """The cell under one in a row of pictures alone: pages once set them in tables."""
    row = cell.getparent()
    if row is None or row.tag != "tr" or any(each.find(".//img") is None for each in row):
        return None
    below = row.getnext()
    is_row = below is not None and below.tag == "tr" and len(below) == len(row)
    return below[row.index(cell)] if is_row else None


def _reads_as_caption(block: html.HtmlElement, text: str) -> bool:
    """Whether the line below a picture is set apart: centred, in another type, credited."""
    if block.tag in ("center", "td"):
        return True
    style = (block.get("style") or "").replace(" ", "").lower()
    centred = block.get("align") == "center" or "text-align:center" in style
    if centred or _is_caption(block) or ends_in_credit(text):
        return True
    inner = list(block)
    alone = len(inner) == 1 and not tidy(block.text or "") and not tidy(inner[0].tail or "")
    return alone and inner[0].tag in ("font", "em", "i", "small")


def _caption(element: html.HtmlElement) -> tuple[str, str]:
    """The words of a caption and of the credit inside it."""
    words: list[str] = []
    credit: list[str] = []
    for text, above in _texts(element):
        around = [up for up in (above, *above.iterancestors()) if up is not element]
        own = (
            around[: around.index(element.getparent())] if element.getparent() in around else around
        )
        names = " ".join(classes(up) for up in own)
        if not _HIDDEN_CLASS.search(names):
            is_credit = _CREDIT_CLASS.search(names) or any(up.tag == "cite" for up in own)
            (credit if is_credit else words).append(text)
    caption = tidy("".join(words))
    if len(caption) > _MAX_CAPTION:
        return "", ""
    return (caption, tidy("".join(credit))) if caption else (tidy("".join(credit)), "")


def _texts(root: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """Each text in `root` with the element it stands in, in order."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and element.text and element.tag not in SILENT:
            yield element.text, element
        elif event == "end" and element is not root:
            if element.tag in _LINES:
                yield " ", element.getparent()
            if element.tail:
                yield element.tail, element.getparent()


def _is_fallback(image: html.HtmlElement) -> bool:
    return any(above.tag == "noscript" for above in islice(image.iterancestors(), 4))
