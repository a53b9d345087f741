"""The pictures of a saved page that belong to its article, and what they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from urllib.parse import urljoin

from lxml import html

from desktop_app.importing.html.captions import Figure
from desktop_app.importing.html.places import Places
from desktop_app.importing.html.tree import classes
from desktop_app.importing.page import tidy
from desktop_app.importing.pictures import embedded_picture
from desktop_app.importing.raw import RawPhoto

_MAX_ALT = 800
_TINY = 50  # pixels: icons, spacers, counters
_PREVIEW = 10_000  # bytes under which one may be the blur shown until the picture is loaded
_PLACEHOLDER = 1024  # bytes under which an embedded picture without a caption is none
_SET_COMMA = re.compile(r",\s+|,(?=\S+\s)")  # addresses may have commas of their own
_SET_ENTRY = re.compile(r"[^\s,]\S*(?:\s+[\d.]+[wxh])*")
# Attributes from which scripts load pictures late (the last but one of forum programs).
_LATE = (
    *("data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-url", "data-lazyload"),
    *("data-echo", "data-full-src", "data-hi-res-src", "data-image", "data-lazy", "data-img"),
    *("data-croporisrc", "data-backsrc", "lazy-src", "real_src", "_src", "zoomfile", "file"),
)
_SOURCES = (*_LATE, "src")
_FOREIGN_CLASS = re.compile(
    r"related|recommend|promo|share|social|comment|avatar|author|newsletter|sidebar|advert|"
    r"\bads?\b|most-?(?:read|popular)|footer|navbar|logo|qrcode|ewm"
)
_OTHER_STORY = re.compile(r"related|recommend|trending|most-?(?:read|popular)")
_FOREIGN = frozenset(["aside", "nav", "footer", "form"])
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp)$|^[\w-]*\d[\w-]*$|^(?:image|img|photo|图片)$", re.I
)


def placed_photos(
    tree: html.HtmlElement, figures: Sequence[Figure], places: Places
) -> tuple[RawPhoto, ...]:
    """The figures that belong to the article, each after the text that stands before it.

    Their pictures are still to be found (`importing.photos`).
    """
    base = page_base(tree)
    return tuple(
        photo_of(figure, places.before.get(figure.image, 0), base)
        for figure in sorted(figures, key=lambda each: places.before.get(each.image, 0))
        if _belongs(figure, places)
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


def _belongs(figure: Figure, places: Places) -> bool:
    """Whether a picture stands in the article, or leads it, and is no ornament."""
    if places.zone is None or is_tiny(figure.image):
        return False
    foreign = _OTHER_STORY if figure.caption else _FOREIGN_CLASS
    for above in figure.image.iterancestors():
        if above is places.zone:
            return True
        if above.tag in _FOREIGN or (above.tag != "body" and foreign.search(classes(above))):
            return False
    return bool(figure.caption) and figure.image in places.lead


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
    for above in islice(image.iterancestors(), 24):
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
        elif (str(name).startswith("data-") or name in _LATE) and "/" in str(value):
            return True
    return False


def _alt(image: html.HtmlElement) -> str:
    """The alternative text where it says something."""
    alt = tidy(image.get("alt") or "")
    return "" if _FILE_NAME.search(alt) or len(alt) > _MAX_ALT else alt
