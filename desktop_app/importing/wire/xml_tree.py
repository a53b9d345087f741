"""XML files as lxml trees, safe to build, and the words of their elements.

Names are compared without namespaces: providers leave them out, or have each version's
own, and what a name means does not change with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from desktop_app.errors import ImportFailure
from desktop_app.importing.page import tidy
from desktop_app.importing.wire.xml_text import with_bare_ampersands, xml_text
from desktop_app.messages import message

Element = etree._Element
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def parse_xml(content: bytes, name: object) -> Element:
    """The root element of an XML file called `name`; raises `ImportFailure`.

    Comments and processing instructions are left out. No entity is resolved, no document
    type fetched, and libxml2's own bounds hold (256 levels, 10 MB of one text).
    """
    return parse_xml_text(xml_text(content, name), name)


def parse_xml_text(text: str, name: object) -> Element:
    """As `parse_xml`, from what `xml_text` gave."""
    try:
        return _parsed(text)
    except etree.XMLSyntaxError as error:
        mended = with_bare_ampersands(text)
        if mended != text:
            return parse_xml_text(mended, name)
        raise ImportFailure(
            message("{path} is no well-formed XML: {reason}", path=name, reason=error.msg)
        ) from error


def _parsed(text: str) -> Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(text.encode("utf-8", "replace"), parser)


def local_name(element: Element) -> str:
    """The name of an element without its namespace; "" for what is none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def first(element: Element | None, path: str) -> Element | None:
    """The first element at `path`, local names below each other, ``a/b/c``."""
    if element is None:
        return None
    return element.find("/".join(f"{{*}}{step}" for step in path.split("/")))


def every(element: Element | None, path: str) -> list[Element]:
    """All elements at `path`, as `first`."""
    if element is None:
        return []
    return element.findall("/".join(f"{{*}}{step}" for step in path.split("/")))


def below(element: Element | None, *names: str) -> Iterator[Element]:
    """All elements of these local names at any depth, in order."""
    return iter(()) if element is None else element.iter(*(f"{{*}}{name}" for name in names))


def words(element: Element | None) -> str:
    """All text in an element, one line."""
    return "" if element is None else tidy("".join(map(str, element.itertext())))


def words_at(element: Element | None, *paths: str) -> str:
    """The text of the first element that has any, of those at `paths`."""
    return next((text for path in paths for e in every(element, path) if (text := words(e))), "")
