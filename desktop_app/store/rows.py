"""Items as rows of the database and back."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, astuple
from datetime import date
from typing import Any

from desktop_app.items import Alternate, Item, Link, Origin, Photo, Statement

ITEM_COLUMNS = "id, title, date, language, source, kind, byline, url, paragraphs, more"
_MORE = ("links", "alternates", "details", "other_languages")
PHOTO_COLUMNS = "file, caption, credit, taken, after"
STATEMENT_COLUMNS = "speaker, role, verb, quoted, first, last"


def item_values(item: Item) -> tuple[str | None, ...]:
    """The values of `ITEM_COLUMNS` for `item`."""
    return (
        item.id,
        item.title,
        item.date.isoformat() if item.date else None,
        item.language,
        item.source,
        item.kind,
        item.byline,
        item.url,
        json.dumps(item.paragraphs, ensure_ascii=False),
        more_value(item),
    )


def photo_values(photo: Photo) -> tuple[str | int | None, ...]:
    """The values of `PHOTO_COLUMNS` for `photo`."""
    return (photo.file, photo.caption, photo.credit, photo.taken, photo.after)


def statement_values(statement: Statement) -> tuple[str | int, ...]:
    """The values of `STATEMENT_COLUMNS` for `statement`."""
    said = (int(statement.quoted), statement.start, statement.end)
    return (statement.speaker, statement.role, statement.verb, *said)


def statement_from(row: tuple[Any, ...], text: str) -> Statement:
    """The statement of a row of `STATEMENT_COLUMNS` in an item whose text is `text`."""
    speaker, role, verb, quoted, first, last = row
    return Statement(speaker, role, verb, text[first:last], bool(quoted), first, last)


def item_from(
    row: sqlite3.Row | tuple[str, ...],
    photos: Iterable[tuple[str, ...]],
    statements: Iterable[tuple[Any, ...]] = (),
) -> Item:
    """The item of a row of `ITEM_COLUMNS`, with rows of photos and statements."""
    id_, title, day, language, source, kind, byline, url, paragraphs, further = row
    more = json.loads(further) if further else {}
    texts = tuple(json.loads(paragraphs))
    joined = "\n".join(texts) if statements else ""
    return Item(
        id=id_,
        title=title,
        date=date.fromisoformat(day) if day else None,
        language=language,
        source=source,
        kind=kind,
        byline=byline,
        url=url,
        paragraphs=texts,
        photos=tuple(Photo(*photo) for photo in photos),  # type: ignore[arg-type]
        statements=tuple(statement_from(each, joined) for each in statements),
        links=tuple(Link(*link) for link in more.get("links", ())),
        alternates=tuple(Alternate(*each) for each in more.get("alternates", ())),
        details=tuple((name, value) for name, value in more.get("details", ())),
        other_languages=tuple(more.get("other_languages", ())),
    )


def origin_value(origin: Origin) -> str:
    """The text of the column `origin`: JSON."""
    return json.dumps(astuple(origin), ensure_ascii=False)


def origin_from(text: str) -> Origin:
    """The origin in that column; archives of before JSON have the file's name alone."""
    return Origin(*json.loads(text)) if text.startswith("[") else Origin(text)


def more_value(item: Item) -> str:
    """The text of the column `more`: what few items have, as one JSON object; "" for none."""
    more = {name: value for name in _MORE if (value := getattr(item, name))}
    values = {
        name: [each if isinstance(each, (tuple, str)) else astuple(each) for each in value]
        for name, value in more.items()
    }
    return json.dumps(values, ensure_ascii=False) if values else ""


def digest(item: Item) -> str:
    """SHA-256 of all that an item says, its id aside."""
    content = asdict(item)
    del content["id"], content["statements"]
    for name in _MORE:  # absent as empty: items of before they were known stay the same
        if not content[name]:
            del content[name]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
