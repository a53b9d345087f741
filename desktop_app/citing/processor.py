"""CSL styles applied by citeproc-py, which takes 0.1 s to load: import this when citing only.

A style is read anew for each citation: citeproc-py writes into the elements it renders.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from citeproc import Citation as Cites
from citeproc import CitationStylesBibliography, CitationStylesStyle, Locator, formatter
from citeproc.model import CitationStylesElement
from citeproc.source.json import CiteProcJSON
from citeproc.string import MixedString, String
from lxml import etree

from desktop_app.citing.elements import ELEMENTS, Cite, is_american
from desktop_app.citing.seams import finished

CslItem = Mapping[str, object]

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_TAGS = re.compile(r"<[^>]+>")


def entry(style: Path, locale: str, item: CslItem) -> str:
    """`item` as in the list of references, as HTML: text escaped, tags balanced.

    "" where nothing of the item is known that the style could write.
    """
    bibliography, _cite = _ready(style, locale, item)
    return _finished(bibliography.style, next(iter(bibliography.bibliography()), ""))


def note(style: Path, locale: str, item: CslItem, paragraph: int | None = None) -> str:
    """`item` as a first note or in brackets in the text, as HTML; with a place in it."""
    bibliography, cite = _ready(style, locale, item, paragraph)
    return _finished(bibliography.style, bibliography.cite(cite.citation, None))


def plain(text: str) -> str:
    """What `entry` and `note` give, without tags."""
    return html.unescape(_TAGS.sub("", text))


class _Style(CitationStylesStyle):
    """A style whose elements are those of citeproc-py, mended."""

    def __init__(self, path: Path, locale: str) -> None:
        lookup = etree.ElementNamespaceClassLookup()
        classes = lookup.get_namespace(_NAMESPACE)
        classes[None] = CitationStylesElement
        classes.update(_elements())
        parser = etree.XMLParser(remove_comments=True, no_network=True)
        parser.set_element_class_lookup(lookup)
        root: Any = etree.parse(path, parser).getroot()
        for sort in root.findall(f".//{{{_NAMESPACE}}}sort"):
            sort.getparent().remove(sort)  # one item needs no order, and sorting uses names up
        root.set_locale_list(locale, validate=False)
        self.root = root


class _Data(CiteProcJSON):
    """Items whose texts are text: what looks like a tag in them is none."""

    def parse_string(self, string: object) -> MixedString:
        """One escaped piece."""
        return MixedString([String(html.escape(str(string), quote=False))])

    def parse_names(self, json_data: list[dict[str, str]]) -> Any:
        """Names, each part escaped."""
        escaped = [
            {part: html.escape(value, quote=False) for part, value in name.items()}
            for name in json_data
        ]
        return super().parse_names(escaped)


def _elements() -> dict[str, type]:
    """Classes by tag: citeproc-py's, and in their place those of `ELEMENTS`."""
    theirs: list[type] = CitationStylesElement.__subclasses__()
    return {one.__name__.replace("_", "-").lower(): one for one in theirs} | ELEMENTS


def _ready(
    path: Path, locale: str, item: CslItem, paragraph: int | None = None
) -> tuple[CitationStylesBibliography, Cite]:
    style = _Style(path, locale)
    bibliography = CitationStylesBibliography(
        style, _Data([{**item, "id": "item"}]), formatter.html
    )
    place = {} if paragraph is None else {"locator": Locator("paragraph", str(paragraph))}
    cite = Cite("item", **place)
    bibliography.register(Cites([cite]))
    return bibliography, cite


def _finished(style: CitationStylesStyle, rendered: object) -> str:
    close = str(style.root.get_single_term(name="close-quote"))
    return finished(str(rendered), is_american(style.root), close)
