"""NewsML 1.0 to 1.2: a message of news items, as wires sent it before NewsML-G2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from desktop_app.importing.html.about import text_language
from desktop_app.importing.html.stated_day import stated_day
from desktop_app.importing.page import read_bytes, shortened, tidy
from desktop_app.importing.photos import LocalPictures
from desktop_app.importing.raw import Found, Later, RawItem, ReportBytes, Skipped
from desktop_app.importing.version import Version, version_of
from desktop_app.importing.wire.feed_entry import joined_photos
from desktop_app.importing.wire.marked_text import without_first
from desktop_app.importing.wire.newsml1_content import Group, formal_name, groups_of
from desktop_app.importing.wire.nitf_story import byline_of
from desktop_app.importing.wire.xml_head import root_of
from desktop_app.importing.wire.xml_text import MAX_XML
from desktop_app.importing.wire.xml_tree import (
    LANGUAGE,
    Element,
    below,
    every,
    first,
    parse_xml,
    words,
    words_at,
)
from desktop_app.messages import message

_RETRACTED = frozenset(("canceled", "cancelled", "withheld", "killed"))


class NewsMl1:
    """Messages of NewsML 1."""

    name = "newsml1"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the root element."""
        root = root_of(head)
        return root is not None and root.name == "NewsML"

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Later]:
        """Yield the items."""
        yield Later(partial(read_newsml1, path), LocalPictures(path))
        report_bytes(path.stat().st_size)


def read_newsml1(path: Path) -> Sequence[Found]:
    """What the message in the file at `path` holds; raises `ImportFailure`."""
    root = parse_xml(read_bytes(path, MAX_XML), path)
    sent = words_at(root, "NewsEnvelope/DateAndTime")
    found = [piece for item in below(root, "NewsItem") for piece in _pieces(item, sent)]
    return tuple(found) or (Skipped("", message("the message holds no items")),)


def _pieces(item: Element, sent: str) -> Iterator[Found]:
    """The stories of a news item; its pictures belong to the first, or are the item."""
    identity = _identity(item)
    status = formal_name(first(item, "NewsManagement/Status"))
    if status.lower() in _RETRACTED:
        reason = message("its provider has withdrawn it ({status})", status=status)
        yield Skipped(identity, reason)
        return
    groups = groups_of(item)
    stories = [group for group in groups if group.body().text.paragraphs]
    photos = [photo for group in groups for photo in group.photos()]
    if not stories and not photos:
        yield _without_content(item, identity, sent)
        return
    for number, group in enumerate(stories or groups[:1]):
        own = photos if number == 0 else []
        told = _item(item, group, sent)
        yield replace(
            told,
            photos=joined_photos(told.photos, own),
            identity=f"{identity}#{number + 1}" if number and identity else identity,
            part="" if identity else f"{told.title}\n{told.date or ''}",
            version=_version(item),
        )


def _without_content(item: Element, identity: str, sent: str) -> Found:
    """An item of a headline only; else one that only names others, or nothing."""
    component = first(item, "NewsComponent")
    if words_at(component, "NewsLines/HeadLine") and component is not None:
        return replace(
            _item(item, Group(component), sent), identity=identity, version=_version(item)
        )
    named = sum(1 for _ in below(item, "NewsItemRef"))
    if named:
        reason = message("it is a package of items that are not here ({count})", count=named)
        return Skipped(identity, reason)
    return Skipped(identity, message("it holds neither a headline nor text"))


def _identity(item: Element) -> str:
    """The public identifier without its revision: a newer one is the same item.

    NewsML 1.2, section 5.4.3: ``urn:newsml:provider:date:item:revision`` and ``U`` or ``N``.
    """
    names = first(item, "Identification/NewsIdentifier")
    parts = (words_at(names, name) for name in ("ProviderId", "DateId", "NewsItemId"))
    provider, day, own = parts
    if provider and own:
        return f"urn:newsml:{provider}:{day}:{own}"
    return words_at(names, "PublicIdentifier")


def _version(item: Element) -> Version:
    """The revision's number and when it was made (NewsML 1.2, sections 5.4.3 and 5.5.1)."""
    return version_of(
        words_at(item, "Identification/NewsIdentifier/RevisionId"),
        words_at(item, "NewsManagement/ThisRevisionCreated"),
    )


def _item(item: Element, group: Group, sent: str) -> RawItem:
    body = group.body()
    title = _nearest(group.component, item, "HeadLine") or body.title
    title = title or words_at(item, "Identification/NameLabel")
    text = without_first(body.text, title)
    title = title or shortened(text.paragraphs[0] if text.paragraphs else "")
    language = formal_name(next(_metadata(group.component, item, "Language"), None))
    return RawItem(
        title=title,
        paragraphs=text.paragraphs,
        language=text_language(
            language or item.get(LANGUAGE) or "", "\n".join((title, *text.paragraphs))
        ),
        source=_source(group.component, item),
        date=_day(item, sent),
        byline=byline_of(_nearest(group.component, item, "ByLine"))
        or body.byline
        or _party(group.component, item, "Creator"),
        photos=text.photos,
        links=text.links,
        details=tuple(dict.fromkeys((*_details(group.component, item), *body.details))),
    )


def _up(component: Element, item: Element) -> Iterator[Element]:
    """The component and those around it, inmost first, up to the item."""
    for element in (component, *component.iterancestors()):
        if element is item:
            return
        yield element


def _nearest(component: Element, item: Element, line: str) -> str:
    found = (words_at(each, f"NewsLines/{line}") for each in _up(component, item))
    return next((text for text in found if text), "")


def _metadata(component: Element, item: Element, path: str) -> Iterator[Element]:
    for each in _up(component, item):
        yield from every(each, f"DescriptiveMetadata/{path}")


def _party(component: Element, item: Element, role: str) -> str:
    for each in _up(component, item):
        names = [formal_name(p) for p in every(each, f"AdministrativeMetadata/{role}/Party")]
        if any(names):
            return ", ".join(dict.fromkeys(filter(None, names)))
    return ""


def _source(component: Element, item: Element) -> str:
    return (
        _party(component, item, "Provider")
        or _party(component, item, "Source")
        or words_at(item, "Identification/NewsIdentifier/ProviderId")
    )


def _day(item: Element, sent: str) -> date | None:
    management = first(item, "NewsManagement")
    dates = ("FirstPublished", "FirstCreated", "ThisRevisionCreated")
    return stated_day(*(words_at(management, name) for name in dates), sent)


def _details(component: Element, item: Element) -> Iterator[tuple[str, str]]:
    for keyword in _metadata(component, item, "Property"):
        if formal_name(keyword).lower() == "keyword" and (value := keyword.get("Value")):
            yield "keyword", tidy(value)
    for each in _up(component, item):
        for line in every(each, "NewsLines/KeywordLine"):
            yield from (
                ("keyword", word) for part in words(line).split(",") if (word := part.strip())
            )
    for location in _metadata(component, item, "Location"):
        values = [tidy(e.get("Value") or "") for e in every(location, "Property")][::-1]
        if place := ", ".join(filter(None, values)):
            yield "place", place
    yield from _lines(component, item)
    for note in below(first(item, "NewsManagement"), "Instruction"):
        if text := words(note):
            yield "note", text


def _lines(component: Element, item: Element) -> Iterator[tuple[str, str]]:
    for line, name in (
        ("DateLine", "place"),
        ("SlugLine", "slugline"),
        ("CopyrightLine", "copyright"),
        ("RightsLine", "usage"),
    ):
        if text := _nearest(component, item, line):
            yield name, text
    for each in _up(component, item):
        if holder := words_at(each, "RightsMetadata/Copyright/CopyrightHolder"):
            yield (
                "copyright",
                f"{words_at(each, 'RightsMetadata/Copyright/CopyrightDate')} {holder}".strip(),
            )
    management = first(item, "NewsManagement")
    if urgency := formal_name(first(management, "Urgency")):
        yield "urgency", urgency
    change = first(management, "StatusWillChange")
    if formal_name(first(management, "Status")).lower() == "embargoed" and change is not None:
        yield "embargo", words_at(change, "DateAndTime")
