"""The quiet line at the foot of an item: where else the same story was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import urlsplit

from desktop_app.gui.links.web_address import read_address
from desktop_app.i18n.catalog import Catalog
from desktop_app.items import Link, Origin

_MOST = 12  # copies named; of more, "About this item" tells
_LONGEST = 70  # code points of one
_PRINTED = re.compile(r"(?<![a-z])print(?:er|able|ing|version|view|page|friendly)*(?![a-z])", re.I)
_FOR_PHONES = re.compile(r"(?:m|mobile|wap|3g|amp)\.|.*/(?:amp|mobile)(?:[/.?]|$)", re.IGNORECASE)
_HERE = "\ufffc"  # stands for the list while the sentence is put together; in no text


def copies_line(copies: Sequence[Origin], catalog: Catalog) -> tuple[str, tuple[Link, ...]]:
    """What the line says, and the links in it: of copies that have an address of the web."""
    rest = len(copies) - _MOST
    sentence = catalog.text("Also saved as: {copies}", copies=_HERE)
    if rest > 0:
        sentence = catalog.plural(
            "Also saved as: {copies}, and {count} more",
            "Also saved as: {copies}, and {count} more",
            rest, copies=_HERE,
        )  # fmt: skip
    text, _here, end = sentence.partition(_HERE)
    links: list[Link] = []
    for number, copy in enumerate(copies[:_MOST]):
        text += catalog.text("; ") if number else ""
        name = _name(copy)
        if read_address(copy.address).can_open:
            links.append(Link(len(text), len(text) + len(name), copy.address))
        text += name + _facts(copy, catalog)
    return text + end, tuple(links)


def _name(copy: Origin) -> str:
    """The address of a copy, or the name of its file."""
    name = copy.address or PurePath(copy.file.replace("\\", "/")).name or copy.file
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _facts(copy: Origin, catalog: Catalog) -> str:
    """In brackets what kind of copy it is and when it was saved; "" where neither is known."""
    facts = filter(None, (_kind(copy, catalog), catalog.date_text(copy.captured)))
    told = catalog.text(", ").join(facts)
    return catalog.text(" ({facts})", facts=told) if told else ""


def _kind(copy: Origin, catalog: Catalog) -> str:
    """What its address or the name of its file says of it."""
    try:
        parts = urlsplit(copy.address)
    except ValueError:
        return ""
    place = f"{parts.path}?{parts.query}" if copy.address else PurePath(copy.file).name
    if _PRINTED.search(place):
        return catalog.text("printed version")
    if _FOR_PHONES.match(f"{parts.netloc}{parts.path}"):
        return catalog.text("for telephones")
    return ""
