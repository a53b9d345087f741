"""HTML files as lxml trees, and the readable blocks of a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from lxml import etree, html

from desktop_app.errors import ImportFailure
from desktop_app.importing.page import tidy
from desktop_app.messages import message

MAX_PAGE = 32 * 1024 * 1024  # bytes; pages with their pictures inside reach ten
MAX_ELEMENTS = 300_000
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "dd", "details", "div", "dl"),
        *("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section"),
        *("summary", "table", "td", "th", "tr", "ul"),
    )
)
SILENT = frozenset(
    (
        *("script", "style", "template", "noscript", "iframe", "svg", "head", "title"),
        *("select", "button", "textarea", "object"),
    )
)
# What no XML tree can hold, written out or as a reference: trafilatura rebuilds the
# page as XML and stops at the first. In bytes, where it takes a sixth of the time.
_UNTREED = bytes((*range(9), 11, 12, *range(14, 32)))
_NO_CHARACTERS = re.compile(b"\xef\xbf[\xbe\xbf]")  # U+FFFE and U+FFFF
_CONTROL_REFERENCE = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));?(?![0-9a-f])", re.I
)
_LARGE_PICTURE = re.compile(rb"data:image/[^\"'()<>\s]{500000,}")
_HELD = "data:image/x-beilin-held,"
_HELD_PLACE = re.compile(rf"{re.escape(_HELD)}(\d+);")
_TAG = re.compile(r"(?s)<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE)


def parse_html(text: str, name: object) -> html.HtmlElement:
    """The tree of `text`, a page called `name`; raises `ImportFailure` where there is none.

    The parser stops at 256 levels, so that no page can exhaust the stack.
    """
    content, held = _without_large_pictures(_treed(text))
    try:
        tree = html.document_fromstring(content, parser=_parser())
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ImportFailure(
            message("{path} is not an HTML page; save it again from the browser", path=name)
        ) from error
    if element_count(tree) > MAX_ELEMENTS:
        raise ImportFailure(
            message("{path} has too many elements to be a news page; split it", path=name)
        )
    if held:
        _with_large_pictures(tree, held)
    return tree


def element_count(tree: html.HtmlElement) -> int:
    """How many elements `tree` has; no Python object is made for any."""
    return int(cast("float", tree.xpath("count(//*)")))


def _parser() -> html.HTMLParser:
    """A parser whose elements are all of one class.

    The ones lxml has for forms and their fields cost a call of Python for every element.
    """
    parser = html.HTMLParser(
        encoding="utf-8", remove_pis=True, remove_comments=True, collect_ids=False
    )
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


def _treed(text: str) -> bytes:
    """A page in UTF-8 without what no XML tree can hold."""
    content = text.encode("utf-8", "replace").translate(None, _UNTREED)
    return _NO_CHARACTERS.sub(b"", _CONTROL_REFERENCE.sub(b"", content))


def _without_large_pictures(content: bytes) -> tuple[bytes, list[str]]:
    """The page without the large pictures it holds: the parser gives up at ten megabytes."""
    held: list[str] = []

    def hold(match: re.Match[bytes]) -> bytes:
        held.append(match.group().decode("utf-8"))
        return f"{_HELD}{len(held) - 1};".encode()

    known = _HELD.encode() in content
    return content if known else _LARGE_PICTURE.sub(hold, content), held


def _with_large_pictures(tree: html.HtmlElement, held: list[str]) -> None:
    """Put them back, in attributes and in styles."""

    def back(match: re.Match[str]) -> str:
        return held[int(match[1])]

    for element in tree.iter():
        for name, value in element.items():
            if _HELD in value:
                element.set(name, _HELD_PLACE.sub(back, value))
        if element.tag == "style" and element.text and _HELD in element.text:
            element.text = _HELD_PLACE.sub(back, element.text)


@contextmanager
def held(tree: html.HtmlElement) -> Iterator[None]:
    """Keep the elements of `tree` as Python objects.

    lxml makes an object for an element whenever one is asked for: else many times over in
    the reading of a page.
    """
    elements = list(tree.iter())
    yield
    del elements


def read_blocks(
    root: html.HtmlElement, blocks: frozenset[str] = BLOCKS, silent: frozenset[str] = SILENT
) -> Iterator[str]:
    """Yield the texts between the edges of block elements, tidy, none empty."""
    return (piece for piece in walk_blocks(root, blocks, silent) if isinstance(piece, str))


def walk_blocks(
    root: html.HtmlElement, blocks: frozenset[str] = BLOCKS, silent: frozenset[str] = SILENT
) -> Iterator[str | html.HtmlElement]:
    """Yield the texts as `read_blocks` does, and `img` elements in their places."""
    text: list[str] = []
    depth = 0  # how many silent elements are open
    for event, element in etree.iterwalk(root, events=("start", "end")):
        starts, tag = event == "start", element.tag
        if text and (tag in blocks or tag == "img"):
            if line := tidy("".join(text)):
                yield line
            text.clear()
        if starts and tag == "img":
            yield element
        if tag in silent:
            depth += 1 if starts else -1
        words = element.text if starts else element.tail
        if words and not depth and (starts or element is not root):
            text.append(words)
    if line := tidy("".join(text)):
        yield line


def stripped_lines(text: str) -> Iterator[str]:
    """The text of HTML too broken for a tree: all tags cut out."""
    for piece in _TAG.sub("\n", text).split("\n"):
        if line := tidy(piece):
            yield line


def classes(element: html.HtmlElement) -> str:
    """The class and id of an element, in lower case."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()
