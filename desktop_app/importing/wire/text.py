"""The text of a wire item in whatever form it is sent: NITF, XHTML, HTML or plain."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from desktop_app.importing.html.fragment import is_html, read_fragment
from desktop_app.importing.html.remote_pictures import places_of
from desktop_app.importing.page import tidy
from desktop_app.importing.raw import RawPhoto
from desktop_app.importing.wire.marked_text import MarkedText, plain_text, read_marked
from desktop_app.importing.wire.nitf_story import NitfStory, read_nitf
from desktop_app.importing.wire.xml_tree import Element, below, local_name, words

_NO_TEXT = frozenset(("events", "sports-content", "concept", "conceptset"))


@dataclass(frozen=True, slots=True)
class WireText:
    """A text and what it says of itself where it is a whole story."""

    text: MarkedText = field(default_factory=MarkedText)
    title: str = ""
    byline: str = ""
    day: date | None = None
    details: tuple[tuple[str, str], ...] = ()


def read_wire_text(element: Element) -> WireText:
    """The text that `element` (``inlineXML``, ``DataContent``) holds.

    Vocabularies that are data and no text (events, sports statistics) give none.
    """
    nitf = next(below(element, "nitf"), None)
    if nitf is not None:
        return _story(read_nitf(nitf))
    inside = [child for child in element if local_name(child)]
    if inside and local_name(inside[0]).lower() in _NO_TEXT:
        return WireText()
    if inside:
        body = next(below(element, "body"), None)
        return WireText(read_fragment(_as_html(element if body is None else body)))
    return WireText(either_text("".join(map(str, element.itertext()))))


def either_text(text: str) -> MarkedText:
    """Text that may be HTML, or plain."""
    return read_fragment(text) if is_html(text) else plain_text(text)


def longest(texts: Sequence[WireText]) -> WireText:
    """The one with the most text, where a wire sends the same in several forms."""
    return max(texts, key=lambda each: sum(map(len, each.text.paragraphs)), default=WireText())


def described(element: Element) -> tuple[str, ...]:
    """The paragraphs of a description, which has ``br`` for its lines."""
    if len(element):
        return read_marked(element, _images).paragraphs
    line = words(element)
    return either_text(line).paragraphs if line else ()


def _story(story: NitfStory) -> WireText:
    return WireText(story.text, story.title, story.byline, story.day, story.details)


def _as_html(element: Element) -> str:
    """What is in an element as HTML; its names without prefixes."""
    inside = copy.deepcopy(element)
    inside.tag = "div"
    for each in inside.iter():
        if local_name(each):
            each.tag = local_name(each)
    etree.cleanup_namespaces(inside)
    return etree.tostring(inside, encoding="unicode", method="html", with_tail=False)


def _images(image: Element, after: int) -> tuple[RawPhoto, ...]:
    references = places_of(image.get("src") or "")
    return (RawPhoto(None, after=after, references=references, alt=tidy(image.get("alt") or "")),)
