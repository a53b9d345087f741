"""Items as rows of the database and back."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from desktop_app.items import Item, Photo

ITEM_COLUMNS = "id, title, date, language, source, kind, byline, url, paragraphs"
PHOTO_COLUMNS = "file, caption, credit, taken, after"


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
    )


def photo_values(photo: Photo) -> tuple[str | int | None, ...]:
    """The values of `PHOTO_COLUMNS` for `photo`."""
    return (photo.file, photo.caption, photo.credit, photo.taken, photo.after)


def item_from(row: sqlite3.Row | tuple[str, ...], photos: Iterable[tuple[str, ...]]) -> Item:
    """The item of a row of `ITEM_COLUMNS` and rows of `PHOTO_COLUMNS`."""
    id_, title, day, language, source, kind, byline, url, paragraphs = row
    return Item(
        id=id_,
        title=title,
        date=date.fromisoformat(day) if day else None,
        language=language,
        source=source,
        kind=kind,
        byline=byline,
        url=url,
        paragraphs=tuple(json.loads(paragraphs)),
        photos=tuple(Photo(*photo) for photo in photos),  # type: ignore[arg-type]
    )


def digest(item: Item) -> str:
    """SHA-256 of all that an item says, its id aside."""
    content = asdict(item)
    del content["id"], content["statements"]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
