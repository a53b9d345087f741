"""NewsML-G2: news messages, news items and packages (IPTC, versions 2.0 to 2.35).

What a message carries beside news (concepts, knowledge, catalogs, plans) is passed over
and said so. Pictures sent with one story of a message are photos of that story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from desktop_app.importing.formats.nitf import story_item
from desktop_app.importing.page import read_bytes, tidy
from desktop_app.importing.photos import LocalPictures
from desktop_app.importing.raw import Found, Later, RawItem, ReportBytes, Skipped
from desktop_app.importing.wire.feed_entry import joined_photos
from desktop_app.importing.wire.g2_item import item_class, read_g2_item
from desktop_app.importing.wire.g2_package import listed_package
from desktop_app.importing.wire.nitf_story import read_nitf
from desktop_app.importing.wire.xml_head import root_of
from desktop_app.importing.wire.xml_text import MAX_XML
from desktop_app.importing.wire.xml_tree import (
    LANGUAGE,
    Element,
    below,
    every,
    local_name,
    parse_xml,
)
from desktop_app.messages import Message, message

_ROOTS = frozenset(
    (
        *("newsmessage", "newsitem", "packageitem", "conceptitem", "knowledgeitem"),
        *("catalogitem", "planningitem"),
    )
)
_PARTS = frozenset(("contentset", "contentmeta", "groupset"))  # as examples show them


class NewsMlG2:
    """Messages and items of NewsML-G2."""

    name = "newsml_g2"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the root element."""
        root = root_of(head)
        return root is not None and root.name.lower() in _ROOTS | _PARTS

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the items."""
        yield Later(partial(read_g2, path), LocalPictures(path))
        report_bytes(path.stat().st_size)


def read_g2(path: Path) -> Sequence[Found]:
    """What the message or item in the file at `path` holds; raises `ImportFailure`."""
    root = parse_xml(read_bytes(path, MAX_XML), path)
    kind = local_name(root).lower()
    if kind in _PARTS:
        return (_part(root),)
    if kind != "newsmessage":
        return (_alone(root),)
    items = [each for each in every(root, "itemSet")[:1] for each in each if local_name(each)]
    return tuple(_message(items, root.get(LANGUAGE) or "")) or (
        Skipped("", message("the message holds no items")),
    )


def _alone(item: Element) -> Found:
    if local_name(item).lower() == "newsitem":
        return read_g2_item(item)
    if local_name(item).lower() == "packageitem":
        return listed_package(item)
    return Skipped(tidy(item.get("guid") or ""), other_kind(item))


def _message(items: Sequence[Element], language: str) -> Iterator[Found]:
    """Yield what the items of a message are; of several versions of one the newest counts."""
    news = _newest([each for each in items if local_name(each).lower() == "newsitem"])
    found = {guid: read_g2_item(each, language) for guid, each in news.items()}
    pictures = {
        story: named
        for story, named in _pictures_of(items, news).items()
        if isinstance(found[story], RawItem)
    }
    used = {guid for guids in pictures.values() for guid in guids}
    for element in items:
        guid, kind = tidy(element.get("guid") or ""), local_name(element).lower()
        if kind == "packageitem":
            yield _package(element, news)
        elif kind != "newsitem":
            yield Skipped(guid, other_kind(element))
        elif guid in used or news.get(guid) is not element:
            continue
        else:
            beside = [found[each] for each in pictures.get(guid, ())]
            yield _with_pictures(found[guid], beside)


def _newest(items: Sequence[Element]) -> dict[str, Element]:
    news: dict[str, Element] = {}
    for number, item in enumerate(items):
        guid = tidy(item.get("guid") or "") or f"#{number}"
        if guid not in news or _version(item) >= _version(news[guid]):
            news[guid] = item
    return news


def _version(item: Element) -> int:
    version = (item.get("version") or "").strip()
    return int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0


def _pictures_of(items: Sequence[Element], news: dict[str, Element]) -> dict[str, list[str]]:
    """Which pictures of the message belong to which story: those a package puts beside one.

    A package of several stories does not say whose each picture is; they stay alone.
    """
    pictures: dict[str, list[str]] = {}
    for package in items:
        if local_name(package).lower() != "packageitem":
            continue
        named = [tidy(e.get("residref") or "") for e in below(package, "itemRef")]
        here = [guid for guid in dict.fromkeys(named) if guid in news]
        texts = [guid for guid in here if item_class(news[guid]) == "text"]
        if len(texts) == 1:
            pictures[texts[0]] = [g for g in here if item_class(news[g]) in ("picture", "graphic")]
    return pictures


def _with_pictures(story: Found, beside: Sequence[Found]) -> Found:
    if not isinstance(story, RawItem):
        return story
    photos = [photo for each in beside if isinstance(each, RawItem) for photo in each.photos]
    return replace(story, photos=joined_photos(story.photos, photos))


def _package(package: Element, news: dict[str, Element]) -> Found:
    named = [tidy(each.get("residref") or "") for each in below(package, "itemRef")]
    if any(guid in news for guid in named):
        reason = message("it is a package; its items come in by themselves")
        return Skipped(tidy(package.get("guid") or ""), reason)
    return listed_package(package)


def _part(root: Element) -> Found:
    """A part of an item without the item, as documentation has them."""
    nitf = next(below(root, "nitf"), None)
    if nitf is not None:
        return story_item(read_nitf(nitf))
    return Skipped(
        "", message("it is only a part of an item (root element {name})", name=local_name(root))
    )


def other_kind(item: Element) -> Message:
    """Why an item that is no news is passed over."""
    kind = local_name(item)
    if kind == "conceptItem":
        return message("it is a concept item of NewsML-G2 (what codes mean, or an event), not news")
    if kind == "knowledgeItem":
        return message("it is a knowledge item of NewsML-G2 (lists of what codes mean), not news")
    if kind == "catalogItem":
        return message("it is a catalog item of NewsML-G2 (where codes are explained), not news")
    if kind == "planningItem":
        return message("it is a planning item of NewsML-G2 (what will be covered), not news")
    return message("it is not a news item of NewsML-G2 (element {name})", name=kind)
