"""NITF (News Industry Text Format, 3.0 to 3.6): a story, alone or inside other formats.

Names follow the IPTC's NITF 3.6 schema. Stories inside NewsML have a body only; what is
missing is "" and the envelope says it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.importing.html.remote_pictures import places_of
from desktop_app.importing.html.stated_day import stated_day
from desktop_app.importing.html.tree import BLOCKS, SILENT
from desktop_app.importing.page import tidy
from desktop_app.importing.raw import RawPhoto
from desktop_app.importing.version import UNSTATED, Version, version_of
from desktop_app.importing.wire.marked_text import MarkedText, read_marked
from desktop_app.importing.wire.xml_tree import (
    LANGUAGE,
    Element,
    below,
    every,
    first,
    local_name,
    words,
    words_at,
)

_BLOCKS = BLOCKS | frozenset(
    ("hl1", "hl2", "block", "bq", "fn", "note", "nitf-table", "pre", "credit")
)
_SILENT = SILENT | frozenset(("nitf-table-metadata", "media-metadata", "media-object"))
_BY = re.compile(r"^(?:and\s+)?by[:\s]\s*|^and\s+", re.IGNORECASE)
_CREDITS = frozenset(("credit", "creditline", "byline", "photographer"))


@dataclass(frozen=True, slots=True)
class NitfStory:
    """What a story says; `details` are those of an item."""

    text: MarkedText
    title: str = ""
    byline: str = ""
    day: date | None = None
    language: str = ""
    source: str = ""
    identity: str = ""
    version: Version = UNSTATED
    details: tuple[tuple[str, str], ...] = ()


def read_nitf(nitf: Element) -> NitfStory:
    """The story in an ``nitf`` element."""
    head = first(nitf, "head")
    top = first(nitf, "body/body.head")
    docdata = first(head, "docdata")
    return NitfStory(
        text=_text(nitf),
        title=words_at(top, "hedline/hl1", "headline/hl1", "hedline") or words_at(head, "title"),
        byline=", ".join(filter(None, (byline_of(words(by)) for by in every(top, "byline")))),
        day=_day(head, top),
        language=nitf.get("baselang") or nitf.get(LANGUAGE) or "",
        source=words_at(top, "distributor", "copyrite/copyrite.holder") or _publication(head),
        identity=_attribute(docdata, "doc-id", "id-string"),
        version=version_of(
            _attribute(docdata, "du-key", "version"), _attribute(docdata, "date.issue", "norm")
        ),
        details=tuple(dict.fromkeys(_details(head, top, docdata))),
    )


def byline_of(text: str) -> str:
    """A byline without the word that only begins it."""
    return _BY.sub("", text).strip(" ,")


def _text(nitf: Element) -> MarkedText:
    content = first(nitf, "body/body.content")
    if content is None:
        content = first(nitf, "body")
    text = (
        MarkedText()
        if content is None
        else read_marked(
            content,
            _photos,
            frozenset(("media", "img")),
            _BLOCKS,
            _SILENT | {"body.head", "body.end"},
        )
    )
    if not text.paragraphs and (abstract := first(nitf, "body/body.head/abstract")) is not None:
        text = replace(read_marked(abstract, _photos, blocks=_BLOCKS), photos=text.photos)
    return text


def _photos(element: Element, after: int) -> Iterator[RawPhoto]:
    """The photo of a ``media`` element: its largest picture, its caption and producer."""
    if local_name(element) == "img":
        yield RawPhoto(
            None,
            after=after,
            references=places_of(element.get("src") or ""),
            alt=tidy(element.get("alt") or ""),
        )
        return
    if (element.get("media-type") or "image").lower() not in ("image", "photo", "graphic"):
        return
    references = sorted(every(element, "media-reference"), key=_width, reverse=True)
    named = [str(each.get("source") or each.get("name") or "") for each in references]
    yield RawPhoto(
        None,
        caption=tidy(" ".join(map(words, every(element, "media-caption")))),
        credit=words_at(element, "media-producer") or _credit(element),
        after=after,
        content=_embedded(element),
        references=tuple(place for each in named for place in places_of(each)),
        alt=next((tidy(a) for e in references if (a := e.get("alternate-text"))), ""),
    )


def _width(reference: Element) -> int:
    width = (reference.get("width") or "").strip()
    return int(width) if re.fullmatch(r"\d{1,6}", width) else 0


def _credit(media: Element) -> str:
    pairs = (
        (each.get("name") or "", each.get("value") or "") for each in below(media, "media-metadata")
    )
    return next((tidy(value) for name, value in pairs if name.lower() in _CREDITS), "")


def _embedded(media: Element) -> bytes:
    """The picture in the story itself (``media-object``), in base64."""
    found = next(below(media, "media-object"), None)
    if found is None or (found.get("encoding") or "base64").lower() != "base64":
        return b""
    try:
        return base64.b64decode("".join(map(str, found.itertext())))
    except (binascii.Error, ValueError):
        return b""


def _day(head: Element | None, top: Element | None) -> date | None:
    """The day of issue: as the head says, its publication's, the dateline's."""
    return stated_day(
        _attribute(head, "docdata/date.issue", "norm"),
        _attribute(head, "pubdata", "date.publication"),
        _attribute(head, "docdata/date.release", "norm"),
        _attribute(top, "dateline/story.date", "norm"),
        words_at(top, "dateline/story.date"),
    )


def _publication(head: Element | None) -> str:
    return _attribute(head, "pubdata", "name") or _attribute(head, "docdata/doc-id", "regsrc")


def _details(
    head: Element | None, top: Element | None, docdata: Element | None
) -> Iterator[tuple[str, str]]:
    for subject in below(head, "tobject.subject"):
        kinds = ("detail", "matter", "type")
        names = (tidy(subject.get(f"tobject.subject.{kind}") or "") for kind in kinds)
        if name := next((name for name in names if name), ""):
            yield "subject", name
    for keyword in below(head, "keyword"):
        if key := tidy(keyword.get("key") or ""):
            yield "keyword", key
    if dateline := words_at(top, "dateline/location", "dateline"):
        yield "place", dateline
    for place in below(docdata, "location"):
        if name := words(place):
            yield "place", name
    if section := _attribute(head, "pubdata", "position.section"):
        yield "section", section
    if edition := _attribute(head, "pubdata", "edition.name"):
        yield "edition", edition
    if series := _attribute(head, "docdata/series", "series.name"):
        yield "series", series
    yield from _rights(top, docdata)


def _rights(top: Element | None, docdata: Element | None) -> Iterator[tuple[str, str]]:
    holder = _attribute(docdata, "doc.copyright", "holder")
    if holder:
        yield "copyright", f"{_attribute(docdata, 'doc.copyright', 'year')} {holder}".strip()
    if terms := words_at(top, "rights"):
        yield "usage", terms
    embargo = _attribute(docdata, "date.release", "norm")
    if embargo and embargo != _attribute(docdata, "date.issue", "norm"):
        yield "embargo", embargo
    if note := _attribute(docdata, "ed-msg", "info") or words_at(top, "note"):
        yield "note", note
    if urgency := _attribute(docdata, "urgency", "ed-urg"):
        yield "urgency", urgency
    if slug := _attribute(docdata, "fixture", "fix-id") or _attribute(docdata, "du-key", "key"):
        yield "slugline", slug


def _attribute(element: Element | None, path: str, name: str) -> str:
    found = first(element, path)
    return "" if found is None else tidy(found.get(name) or "")
