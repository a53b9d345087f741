"""OPML: an outline, mostly of the feeds someone reads, kept as a table of contents.

The whole file is one document: a reader wants to see the list and search it, and to
follow its addresses; its feeds themselves are elsewhere (http://opml.org/spec2.opml).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from desktop_app.importing.html.about import text_language
from desktop_app.importing.html.fragment import one_line
from desktop_app.importing.html.stated_day import stated_day
from desktop_app.importing.page import MAX_PARAGRAPHS, read_bytes, tidy
from desktop_app.importing.raw import Found, Later, RawItem, ReportBytes, Skipped
from desktop_app.importing.source_file import shown
from desktop_app.importing.wire.xml_head import root_of
from desktop_app.importing.wire.xml_text import MAX_XML
from desktop_app.importing.wire.xml_tree import Element, first, local_name, parse_xml, words_at
from desktop_app.items import Link
from desktop_app.messages import message

_ADDRESSES = ("htmlUrl", "xmlUrl", "url")


class Opml:
    """Outlines, one document a file."""

    name = "opml"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the root element."""
        root = root_of(head)
        return root is not None and root.name.lower() == "opml"

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the document."""
        yield Later(partial(read_opml, path))
        report_bytes(path.stat().st_size)


def read_opml(path: Path) -> Sequence[Found]:
    """The document of the outline in the file at `path`; raises `ImportFailure`."""
    root = parse_xml(read_bytes(path, MAX_XML), path)
    paragraphs, links = _text(root)
    if not paragraphs:
        return (Skipped("", message("the outline is empty")),)
    head = first(root, "head")
    return (
        RawItem(
            title=words_at(head, "title") or tidy(shown(Path(path.stem))),
            paragraphs=tuple(paragraphs),
            language=text_language("", "\n".join(paragraphs)),
            source=words_at(head, "ownerName"),
            kind="document",
            date=stated_day(words_at(head, "dateModified"), words_at(head, "dateCreated")),
            byline=words_at(head, "ownerName"),
            links=tuple(links),
        ),
    )


def _text(root: Element) -> tuple[list[str], list[Link]]:
    """The paragraphs, and the links in them as an item has them."""
    paragraphs: list[str] = []
    links: list[Link] = []
    start = 0
    for line, name, address in islice(_lines(root), MAX_PARAGRAPHS):
        if address:
            begin = start + line.index(name)
            links.append(Link(begin, begin + len(name), address))
        paragraphs.append(line)
        start += len(line) + 1
    return paragraphs, links


def _lines(root: Element) -> Iterator[tuple[str, str, str]]:
    """Each outline's paragraph, the name in it that leads somewhere, and where.

    A feed begins with a bullet, so that headings are told from what is below them.
    """
    for outline in root.iter():
        if local_name(outline) != "outline":
            continue
        name = tidy(one_line(outline.get("text") or outline.get("title") or ""))
        address = next((tidy(a) for key in _ADDRESSES if (a := outline.get(key))), "")
        name = name or address
        about = tidy(one_line(outline.get("description") or ""))
        about = "" if about == name else about
        if name:
            line = " – ".join(part for part in (name, about) if part)
            shown_address = f" ({address})" if address and address != name else ""
            yield f"{'• ' if address else ''}{line}{shown_address}", name, address
