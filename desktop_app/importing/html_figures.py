"""The pictures of a saved page, their captions and credits, and their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate, islice
from urllib.parse import urljoin

from lxml import etree, html

from desktop_app.importing.captions import ends_in_credit
from desktop_app.importing.html_body import CAPTION_MARK
from desktop_app.importing.html_tree import SILENT, classes
from desktop_app.importing.page import tidy
from desktop_app.importing.pictures import embedded_picture
from desktop_app.importing.raw import RawPhoto

_MAX_CAPTION = 800
_TINY = 50  # pixels: icons, spacers, counters
_PREVIEW = 10_000  # bytes under which one may be the blur shown until the picture is loaded
_PLACEHOLDER = 1024  # bytes under which an embedded picture without a caption is none
_SET_COMMA = re.compile(r",\s+|,(?=\S+\s)")  # addresses may have commas of their own
_SET_ENTRY = re.compile(r"[^\s,]\S*(?:\s+[\d.]+[wxh])*")
_WINDOW = 20_000  # letters ahead in which the next text of the page is looked for
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-url", "src")
_CAPTION_CLASS = re.compile(
    r"caption|cutline|pic[_-]?(?:text|desc|info|title)|img[_-]?(?:text|desc|title|note)|图注|photo-?(?:text|desc)"
)
_CREDIT_CLASS = re.compile(
    r"credit|copyright|photographer|attribution|(?:image|photo|caption)[\w-]*source"
)
_HIDDEN_CLASS = re.compile(r"off-?screen|visually-?hidden|sr-only|screen-reader|hidden-text")
_FOREIGN_CLASS = re.compile(
    r"related|recommend|promo|share|social|comment|avatar|author|newsletter|sidebar|advert|"
    r"\bads?\b|most-?(?:read|popular)|footer|navbar|logo|qrcode|ewm"
)
_FOREIGN = frozenset(["aside", "nav", "footer", "form"])
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp)$|^[\w-]*\d[\w-]*$|^(?:image|img|photo|图片)$", re.I
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture's element with what the page says about it."""

    image: html.HtmlElement
    caption: str
    credit: str


def find_figures(tree: html.HtmlElement) -> list[Figure]:
    """All pictures of the page, once each; caption elements are marked in `tree`."""
    figures: list[Figure] = []
    boxes: dict[html.HtmlElement, tuple[str, str]] = {}
    for image in tree.iter("img", "amp-img"):
        box = _box(image)
        if box is not None and box in boxes:  # a caption of several pictures is that of each
            if not _is_fallback(image):
                figures.append(Figure(image, *boxes[box]))
            continue
        element = _caption_element(image, box)
        caption, credit = ("", "") if element is None else _caption(element)
        if element is not None and caption:
            element.set(CAPTION_MARK, "1")
            boxes[box if box is not None else element] = caption, credit
        figures.append(Figure(image, caption, credit))
        if len(figures) >= 5000:
            break
    return figures


def placed_photos(
    tree: html.HtmlElement, figures: Sequence[Figure], paragraphs: Sequence[str]
) -> tuple[RawPhoto, ...]:
    """The figures that belong to the article, each after the text that stands before it.

    Their pictures are still to be found (`importing.photos`).
    """
    places, zone = _places(tree, paragraphs)
    base = page_base(tree)
    return tuple(
        photo_of(figure, places.get(figure.image, 0), base)
        for figure in figures
        if _belongs(figure, zone)
    )


def photo_of(figure: Figure, after: int, base: str = "") -> RawPhoto:
    """The photo of a figure that stands behind `after` paragraphs, still to be found.

    `base` is the address the page says its own are relative to.
    """
    return RawPhoto(
        None,
        figure.caption,
        figure.credit,
        after=after,
        content=_embedded(figure),
        references=tuple(dict.fromkeys(_references(figure.image, base))),
        alt=_alt(figure.image),
    )


def page_base(tree: html.HtmlElement) -> str:
    """The address the page says its own are relative to, or ""."""
    return next((href for base in tree.iter("base") if (href := base.get("href") or "")), "")


def _references(image: html.HtmlElement, base: str) -> Iterator[str]:
    """The addresses of a picture but those that hold it themselves; as they stand too."""
    for each in _sources(image):
        if not each.strip().lower().startswith("data:"):
            with suppress(ValueError):  # it may be no address at all
                yield urljoin(base, each.strip())
            yield each


def _box(image: html.HtmlElement) -> html.HtmlElement | None:
    """The figure around a picture, or the element that holds it and its caption alone."""
    for level, above in enumerate(image.iterancestors()):
        if above.tag == "figure":
            return above
        if level > 3 or above.tag in ("body", "article", "main"):
            break
        if _CAPTION_CLASS.search(classes(above)) and len(above.findall(".//img")) == 1:
            return above
    return None


def _caption_element(
    image: html.HtmlElement, box: html.HtmlElement | None
) -> html.HtmlElement | None:
    if box is not None:
        found = next(box.iter("figcaption"), None)
        if found is None:
            found = next((e for e in box.iter() if e is not box and _is_caption(e)), None)
        return found
    above = image.getparent()
    for _level in range(3):
        if above is None or above.tag in ("body", "article", "main"):
            return None
        siblings = [e for e in above.iter() if e is not image and _is_caption(e)]
        if siblings and len(above.findall(".//img")) == 1:
            return siblings[0]
        if (following := _centred_below(above)) is not None:
            return following
        above = above.getparent()
    return None


def _is_caption(element: html.HtmlElement) -> bool:
    named = isinstance(element.tag, str) and _CAPTION_CLASS.search(classes(element)) is not None
    return bool(named and element.find(".//img") is None and tidy(element.text_content()))


def _centred_below(block: html.HtmlElement) -> html.HtmlElement | None:
    """The caption of pages without figures: a short centred line below the picture's own."""
    if tidy(block.text_content()) or block.tag not in ("p", "div", "center"):
        return None
    below = block.getnext()
    if below is None or below.tag not in ("p", "div", "center") or below.find(".//img") is not None:
        return None
    text = tidy(below.text_content())
    return below if 0 < len(text) <= 300 and _reads_as_caption(below, text) else None


def _reads_as_caption(block: html.HtmlElement, text: str) -> bool:
    """Whether the line below a picture is set apart: centred, in another type, credited."""
    style = (block.get("style") or "").replace(" ", "").lower()
    centred = block.get("align") == "center" or "text-align:center" in style
    if centred or block.tag == "center" or _is_caption(block) or ends_in_credit(text):
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
        elif event == "end" and element.tail and element is not root:
            yield element.tail, element.getparent()


def _places(
    tree: html.HtmlElement, paragraphs: Sequence[str]
) -> tuple[dict[html.HtmlElement, int], html.HtmlElement | None]:
    """How many paragraphs stand before each picture, and the element that holds the text.

    The page is gone through once, looking for each of its texts a little ahead in the
    paragraphs, so the time is linear in both.
    """
    joined = "\n".join(paragraphs)
    ends = list(accumulate((len(paragraph) + 1 for paragraph in paragraphs), initial=0))
    places: dict[html.HtmlElement, int] = {}
    owners: dict[html.HtmlElement, int] = {}
    at, before, total = 0, 0, 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start" and element.tag in ("img", "amp-img"):
            places[element] = before
        raw = element.text if event == "start" else element.tail
        if not raw or len(raw) < 12 or element.tag in SILENT:
            continue
        found = joined.find(text, at, at + _WINDOW) if len(text := tidy(raw)) >= 12 else -1
        if found >= 0:
            at, total = found + len(text), total + 1
            before = bisect_right(ends, found)
            owner = element if event == "start" else element.getparent()
            for above in (owner, *owner.iterancestors()):
                owners[above] = owners.get(above, 0) + 1
    return places, _zone(owners, total)


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


def _belongs(figure: Figure, zone: html.HtmlElement | None) -> bool:
    """Whether a picture stands in the article and is no ornament."""
    if zone is None or is_tiny(figure.image):
        return False
    inside = False
    for above in figure.image.iterancestors():
        if above is zone:
            inside = True
            break
        if above.tag in _FOREIGN or (not figure.caption and _FOREIGN_CLASS.search(classes(above))):
            return False
    return inside


def is_tiny(image: html.HtmlElement) -> bool:
    """Whether a picture's own size says that it is an icon or a spacer."""
    sizes = (image.get("width") or "", image.get("height") or "")
    return any(
        size.removesuffix("px").isdigit() and int(size.removesuffix("px")[:6]) < _TINY
        for size in sizes
    )


def _sources(image: html.HtmlElement) -> Iterator[str]:
    """Where a picture may lie: the largest first, late-loading ones before the placeholder."""
    sets = [image.get("srcset"), image.get("data-srcset")]
    # The parser, which does not know `source` to be empty, puts the picture inside it.
    for above in islice(image.iterancestors(), 4):
        if above.tag == "picture":
            for source in above.iter("source"):
                sets += [source.get("srcset"), source.get("data-srcset")]
    entries = [_sized(entry) for each in filter(None, sets) for entry in _entries(each)[:8]]
    yield from (place for _, place in sorted(entries, key=lambda e: -e[0]) if place)
    for name in _SOURCES:
        if value := image.get(name):
            yield value
    below = image.getnext()
    if below is not None and below.tag == "noscript":  # what browsers without scripts show
        yield from (value for inner in below.iter("img") if (value := inner.get("src")))


def _entries(source_set: str) -> list[str]:
    """The entries of a `srcset`. One that holds a picture itself has commas of its own."""
    if "data:" not in source_set:
        return _SET_COMMA.split(source_set)
    return [match.group().rstrip(",") for match in _SET_ENTRY.finditer(source_set)]


def _sized(entry: str) -> tuple[float, str]:
    """The width or density of an entry of a `srcset`, and its address."""
    place, _, size = entry.strip().partition(" ")
    match = re.match(r"\s*(\d{1,6}(?:\.\d{1,3})?)[wx]", size)
    return (float(match[1]) if match else 1.0), place


def _is_fallback(image: html.HtmlElement) -> bool:
    return any(above.tag == "noscript" for above in islice(image.iterancestors(), 4))


def _embedded(figure: Figure) -> bytes:
    """The picture in the page itself, unless it stands in for one that loads later."""
    image = figure.image
    inside = [each for each in _sources(image) if each.strip().lower().startswith("data:")]
    content = max(map(embedded_picture, inside), key=len, default=b"")
    if len(content) < _PREVIEW and _loads_late(image):
        return b""
    return content if len(content) >= (50 if figure.caption else _PLACEHOLDER) else b""


def _loads_late(image: html.HtmlElement) -> bool:
    """Whether the element names its picture elsewhere, for a script or a larger screen."""
    for name, value in image.items():
        if str(name) in ("srcset", "data-srcset"):
            if not str(value).strip().lower().startswith("data:"):
                return True
        elif str(name).startswith("data-") and "/" in str(value):
            return True
    return False


def _alt(image: html.HtmlElement) -> str:
    """The alternative text where it says something."""
    alt = tidy(image.get("alt") or "")
    return "" if _FILE_NAME.search(alt) or len(alt) > _MAX_CAPTION else alt
