"""What an EPUB file says of itself: metadata, reading order, table of contents.

EPUB 2 (OPF 2.0.1, NCX) and 3 (W3C EPUB 3.3); elements are known by their local names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from desktop_app.errors import ImportFailure
from desktop_app.importing.documents.zipped import (
    ZippedDocument,
    attribute,
    damaged,
    joined,
    local,
    protected,
)
from desktop_app.importing.page import tidy

CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# Fonts made unreadable for other programs; the text is not.
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_TEXTS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_MAX_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: its words, and the member and place it leads to."""

    label: str
    member: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Book:
    """The metadata, "" where the book has none; `spine` are members in reading order."""

    title: str
    creator: str
    publisher: str
    date: str
    language: str
    identifier: str
    source: str
    rights: str
    series: str
    subjects: tuple[str, ...]
    is_periodical: bool
    spine: tuple[str, ...]
    contents: tuple[Entry, ...]


def read_book(document: ZippedDocument) -> Book:
    """The book in `document`; raises `ImportFailure`."""
    if _is_locked(document):
        raise protected(document.path)
    name = _package_name(document)
    package = document.xml(name)
    if package is None:
        raise damaged(document.path)
    items = {
        attribute(item, "id"): (
            joined(name, attribute(item, "href")),
            attribute(item, "media-type"),
            attribute(item, "properties").split(),
        )
        for item in package.iter()
        if local(item) == "item"
    }
    nav = next((member for member, _, marks in items.values() if "nav" in marks), "")
    spine = [items[ref] for ref in _spine(package) if ref in items]
    return _with_metadata(
        package,
        tuple(member for member, kind, _ in spine if kind in _TEXTS and member != nav),
        tuple(_contents(document, package, nav, {key: item[0] for key, item in items.items()})),
    )


def _text(element: etree._Element) -> str:
    return tidy("".join(str(piece) for piece in element.itertext()))


def _is_locked(document: ZippedDocument) -> bool:
    root = document.xml(_ENCRYPTION)
    if root is None:
        return False
    methods = [attribute(e, "Algorithm") for e in root.iter() if local(e) == "EncryptionMethod"]
    inner = [a for a in methods if a not in _FONTS_ONLY and "rsa" not in a.lower()]
    return bool(inner)


def _package_name(document: ZippedDocument) -> str:
    root = document.xml(CONTAINER)
    for element in () if root is None else root.iter():
        if local(element) == "rootfile" and (name := attribute(element, "full-path")):
            return name.lstrip("/")
    raise damaged(document.path)


def _spine(package: etree._Element) -> Iterator[str]:
    seen: set[str] = set()
    for element in package.iter():
        ref = attribute(element, "idref") if local(element) == "itemref" else ""
        if ref and ref not in seen:
            seen.add(ref)
            yield ref


def _with_metadata(
    package: etree._Element, spine: tuple[str, ...], contents: tuple[Entry, ...]
) -> Book:
    found: dict[str, list[str]] = {}
    metas: dict[str, str] = {}
    for element in package.iter():
        text = _text(element)
        name = local(element)
        if name == "meta":
            key = attribute(element, "name") or attribute(element, "property")
            metas[key] = attribute(element, "content") or text
        elif name == "date" and attribute(element, "event") == "modification":
            continue
        elif name and text and "/dc/elements/" in str(element.tag):
            found.setdefault(name, []).append(text)

    def first(name: str) -> str:
        return next(iter(found.get(name, ())), "")

    return Book(
        title=first("title"),
        creator="; ".join(found.get("creator", ())),
        publisher=first("publisher"),
        date=first("date") or metas.get("dcterms:issued", "") or metas.get("dcterms:modified", ""),
        language=first("language"),
        identifier=first("identifier"),
        source=first("source"),
        rights=first("rights"),
        series=metas.get("belongs-to-collection", "") or metas.get("calibre:series", ""),
        subjects=tuple(found.get("subject", ())[:50]),
        is_periodical="periodical" in metas.get("calibre:publication_type", ""),
        spine=spine,
        contents=contents,
    )


def _contents(
    document: ZippedDocument, package: etree._Element, nav: str, items: dict[str, str]
) -> Iterator[Entry]:
    """The table of contents of EPUB 3, else that of EPUB 2; a broken one is none."""
    spines = (element for element in package.iter() if local(element) == "spine")
    ncx = next((items.get(attribute(spine, "toc"), "") for spine in spines), "")
    for name, read in ((nav, _of_nav), (ncx, _of_ncx)):
        try:
            root = document.xml(name) if name else None
        except ImportFailure:  # the texts have headings too
            continue
        entries = list(read(root))[:_MAX_ENTRIES] if root is not None else []
        if entries:
            for label, reference in entries:
                place, _, fragment = reference.partition("#")
                yield Entry(label, joined(name, place) if place else name, fragment)
            return


def _of_nav(root: etree._Element) -> Sequence[tuple[str, str]]:
    navs = [element for element in root.iter() if local(element) == "nav"]
    tables = [nav for nav in navs if "toc" in attribute(nav, "type").split()] or navs[:1]
    return [
        (_text(link), attribute(link, "href"))
        for table in tables
        for link in table.iter()
        if local(link) == "a" and attribute(link, "href")
    ]


def _of_ncx(root: etree._Element) -> Sequence[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for point in root.iter():
        if local(point) != "navPoint":
            continue
        children = {local(child): child for child in point}
        if "content" in children:
            label = children.get("navLabel")
            shown = _text(label) if label is not None else ""
            found.append((shown, attribute(children["content"], "src")))
    return found
