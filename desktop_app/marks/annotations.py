"""Marks as Web Annotations, for other programs that read these.

By the W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): an
annotation collection with one page. Highlights have both selectors, so that they can be
placed in another copy of the text; bookmarks, tags and collections are annotations of the
whole item. An item is named by a URN, as nothing on the network has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import quote

from desktop_app.marks.bundle import Bundle, FilledCollection, MarkedItem
from desktop_app.marks.highlights import Highlight
from desktop_app.marks.subjects import Subject, stamp

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_STYLES = (
    ".yellow { background: #ffe98a; } .green { background: #bdf0b3; } "
    ".blue { background: #b9dcff; } .pink { background: #ffc9de; }"
)


def to_annotations(bundle: Bundle) -> dict[str, object]:
    """`bundle` as an AnnotationCollection in JSON-LD."""
    found = [*_of_items(bundle), *_of_collections(bundle)]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": found}
    return {
        "@context": CONTEXT,
        "id": "urn:beilin:marks",
        "type": "AnnotationCollection",
        "label": "Beilin",
        "total": len(found),
        "first": {"id": "urn:beilin:marks:page1", "partOf": "urn:beilin:marks", **page},
    }


def name_of(subject: Subject) -> str:
    """The URN of an item."""
    return f"urn:beilin:{quote(subject.archive, safe='')}:{quote(subject.item, safe='')}"


def _of_items(bundle: Bundle) -> Iterator[dict[str, object]]:
    for item in bundle.items:
        yield from map(_highlight, item.highlights)
        yield from _tags(item)


def _highlight(highlight: Highlight) -> dict[str, object]:
    anchor = highlight.anchor
    quotation = {
        "type": "TextQuoteSelector",
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }
    place = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.stop}
    shape: dict[str, object] = {
        "id": f"urn:uuid:{highlight.id}",
        "type": "Annotation",
        "motivation": "commenting" if highlight.note else "highlighting",
        "created": stamp(highlight.made),
        "modified": stamp(highlight.changed),
        "stylesheet": {"type": "CssStylesheet", "value": _STYLES},
        "target": {
            "type": "SpecificResource",
            "source": _source(highlight.subject),
            "selector": [quotation, place],
            "styleClass": highlight.colour,
        },
    }
    if highlight.note:
        shape["body"] = {**_text(highlight.note, "commenting"), "format": "text/plain"}
    return shape


def _tags(item: MarkedItem) -> Iterator[dict[str, object]]:
    for name, at in item.tags:
        yield _whole(item.subject, "tagging", at, f"tag:{quote(name, safe='')}", name)


def _of_collections(bundle: Bundle) -> Iterator[dict[str, object]]:
    for collection in bundle.collections:
        for each in collection.items:
            yield _collected(collection, each.subject, each.at)


def _collected(collection: FilledCollection, subject: Subject, at: datetime) -> dict[str, object]:
    if not collection.name:
        return _whole(subject, "bookmarking", at, "bookmark")
    part = f"collection:{quote(collection.name, safe='')}"
    return _whole(subject, "classifying", at, part, collection.name)


def _whole(
    subject: Subject, motivation: str, at: datetime, part: str, words: str = ""
) -> dict[str, object]:
    """An annotation of a whole item."""
    shape: dict[str, object] = {
        "id": f"{name_of(subject)}:{part}",
        "type": "Annotation",
        "motivation": motivation,
        "created": stamp(at),
        "target": _source(subject),
    }
    return {**shape, "body": _text(words, motivation)} if words else shape


def _text(words: str, purpose: str) -> dict[str, object]:
    return {"type": "TextualBody", "value": words, "purpose": purpose}


def _source(subject: Subject) -> dict[str, object]:
    shape: dict[str, object] = {"id": name_of(subject), "type": "Text"}
    return {**shape, "dcterms:title": subject.title} if subject.title else shape
