"""Small items and documents made for tests."""

from __future__ import annotations

from datetime import date

from desktop_app.items import Item, Photo
from desktop_app.search.engine import Document


def document(number: int, text: str, **given: object) -> Document:
    values: dict[str, object] = {
        "title": "",
        "captions": (),
        "date": date(2021, 8, 31),
        "language": "zh",
        "kind": "news",
        "source": "Test",
        "has_photo": False,
    }
    return Document(number=number, paragraphs=tuple(text.split("\n")), **{**values, **given})


def item(item_id: str = "one", text: str = "Some words", **given: object) -> Item:
    values: dict[str, object] = {
        "title": f"Title of {item_id}",
        "date": date(2021, 8, 31),
        "language": "en",
        "source": "Test",
    }
    return Item(id=item_id, paragraphs=tuple(text.split("\n")), **{**values, **given})


def photo(file: str | None = None, caption: str = "A caption") -> Photo:
    return Photo(file=file, caption=caption)
