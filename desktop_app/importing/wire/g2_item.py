"""A NewsML-G2 news item made an item (IPTC NewsML-G2 2.35, ``newsItem``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from desktop_app.importing.html.about import text_language
from desktop_app.importing.html.stated_day import stated_day
from desktop_app.importing.page import shortened, tidy
from desktop_app.importing.raw import Found, RawItem, Skipped
from desktop_app.importing.version import version_of
from desktop_app.importing.wire.g2_photos import item_photo
from desktop_app.importing.wire.marked_text import MarkedText, without_first
from desktop_app.importing.wire.nitf_story import byline_of
from desktop_app.importing.wire.text import (
    WireText,
    described,
    either_text,
    longest,
    read_wire_text,
)
from desktop_app.importing.wire.xml_tree import (
    LANGUAGE,
    Element,
    below,
    every,
    first,
    words,
    words_at,
)
from desktop_app.messages import message

_PICTURES = frozenset(("picture", "graphic", "photo"))
_RETRACTED = frozenset(("canceled", "cancelled", "withheld", "killed"))


@dataclass(frozen=True, slots=True)
class _Meta:
    """The three parts of an item that describe it."""

    item: Element | None
    content: Element | None
    rights: Element | None


def read_g2_item(item: Element, message_language: str = "") -> Found:
    """The item of a ``newsItem`` element, or why it is none."""
    meta = _Meta(first(item, "itemMeta"), first(item, "contentMeta"), first(item, "rightsInfo"))
    where = tidy(item.get("guid") or "")
    status = code(first(meta.item, "pubStatus"))
    if status in _RETRACTED:
        return Skipped(where, message("its provider has withdrawn it ({status})", status=status))
    if next(below(item, "events"), None) is not None:
        return Skipped(where, message("it holds events, not news"))
    found = _item(item, meta, message_language)
    if found.title or found.paragraphs or found.photos:
        return found
    return Skipped(where, message("it holds neither a headline nor text"))


def item_class(item: Element) -> str:
    """What an item is: ``text``, ``picture``, ``video`` and so on; "" where it is not said."""
    return code(first(item, "itemMeta/itemClass"))


def code(element: Element | None) -> str:
    """The last part of the code an element has, ``usable`` of ``stat:usable``."""
    if element is None:
        return ""
    value = tidy(element.get("qcode") or element.get("uri") or element.get("literal") or "")
    return re.split(r"[:/#]", value)[-1]


def _item(item: Element, meta: _Meta, message_language: str) -> RawItem:
    story = _text(item)
    is_picture = item_class(item) in _PICTURES
    descriptions = [] if meta.content is None else every(meta.content, "description")
    photo = item_photo(item, is_picture)
    title = _title(meta, story)
    text = without_first(story.text, title)
    if not text.paragraphs and not is_picture:
        text = MarkedText(
            tuple(line for each in descriptions for line in described(each)), (), text.photos
        )
    title = title or shortened(
        text.paragraphs[0] if text.paragraphs else photo.caption if photo else ""
    )
    told = "\n".join((title, *text.paragraphs, photo.caption if photo else ""))
    return RawItem(
        title=title,
        paragraphs=text.paragraphs,
        language=text_language(_language(item, meta) or message_language, told),
        source=_source(meta),
        date=_day(meta, story),
        byline=_byline(meta) or story.byline,
        url=_address(meta, item),
        photos=(*text.photos, *([photo] if photo else [])),
        identity=tidy(item.get("guid") or ""),
        version=version_of(item.get("version") or "", words_at(meta.item, "versionCreated")),
        links=text.links,
        details=tuple(dict.fromkeys((*_details(meta), *story.details))),
    )


def _text(item: Element) -> WireText:
    """The longest of the forms the content is sent in."""
    texts = [read_wire_text(each) for each in below(first(item, "contentSet"), "inlineXML")]
    texts += [
        WireText(either_text("".join(map(str, each.itertext()))))
        for each in below(first(item, "contentSet"), "inlineData")
        if (each.get("contenttype") or "text/plain").startswith("text/")
        and (each.get("encoding") or "") == ""
    ]
    return longest(texts)


def _title(meta: _Meta, story: WireText) -> str:
    return (
        words_at(meta.content, "headline")
        or story.title
        or words_at(meta.item, "title")
        or words_at(meta.content, "slugline")
    )


def _language(item: Element, meta: _Meta) -> str:
    language = first(meta.content, "language")
    tag = "" if language is None else language.get("tag") or ""
    return tag or item.get(LANGUAGE) or ""


def _source(meta: _Meta) -> str:
    """The provider; else where the information is from; else what their codes say."""
    provider = first(meta.item, "provider")
    named = words_at(provider, "name") or words_at(meta.content, "infoSource/name")
    if named or provider is None:
        return named
    qcode = tidy(provider.get("qcode") or "")
    if qcode:
        return re.sub(r"^www\.", "", qcode.partition(":")[2] or qcode)
    if provider.get("literal"):
        return tidy(provider.get("literal") or "")
    return _host(provider.get("uri") or "")


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _day(meta: _Meta, story: WireText) -> date | None:
    """The day it was first published; else made; else of this version (published first)."""
    return (
        stated_day(
            words_at(meta.item, "firstCreated"),
            words_at(meta.content, "contentCreated"),
        )
        or story.day
        or stated_day(words_at(meta.item, "versionCreated"))
    )


def _byline(meta: _Meta) -> str:
    if by := words_at(meta.content, "by"):
        return byline_of(by)
    names = (words_at(creator, "name") for creator in every(meta.content, "creator"))
    return ", ".join(dict.fromkeys(name for name in names if name))


def _address(meta: _Meta, item: Element) -> str:
    """Where the item stands on the web: a link to itself, or a name that is an address."""
    for link in every(meta.item, "link"):
        if code_of_rel(link) in ("canonical", "self", "isversionof") and link.get("href"):
            return tidy(link.get("href") or "")
    guid = tidy(item.get("guid") or "")
    return guid if guid.startswith(("http://", "https://")) else ""


def code_of_rel(link: Element) -> str:
    """The relation of a link, in lower case and without its scheme."""
    return re.split(r"[:/#]", link.get("rel") or "")[-1].lower()


def _details(meta: _Meta) -> Iterator[tuple[str, str]]:
    if meta.content is not None:
        for subject in every(meta.content, "subject"):
            kind = subject.get("type") or ""
            if name := _name(subject) or _name(first(subject, "mainConcept")):
                yield ("place" if kind.endswith(("geoArea", "poi")) else "subject"), name
        for keyword in every(meta.content, "keyword"):
            if name := words(keyword):
                yield "keyword", name
        for located in every(meta.content, "located"):
            if name := _name(located):
                yield "place", name
        if dateline := words_at(meta.content, "dateline"):
            yield "place", dateline
        if slug := words_at(meta.content, "slugline"):
            yield "slugline", slug
        if urgency := words_at(meta.content, "urgency"):
            yield "urgency", urgency
    yield from _rights(meta)


def _name(element: Element | None) -> str:
    """The name in English or without a language, else the first."""
    names = every(element, "name")
    own = (n for n in names if (n.get(LANGUAGE) or "en").lower().startswith("en"))
    return words(next(own, names[0])) if names else ""


def _rights(meta: _Meta) -> Iterator[tuple[str, str]]:
    holder = words_at(meta.rights, "copyrightHolder/name")
    if notice := words_at(meta.rights, "copyrightNotice") or holder:
        yield "copyright", notice
    for terms in every(meta.rights, "usageTerms"):
        if text := words(terms):
            yield "usage", text
    if embargo := words_at(meta.item, "embargoed"):
        yield "embargo", embargo
    for note in every(meta.item, "edNote"):
        if text := words(note):
            yield "note", text
