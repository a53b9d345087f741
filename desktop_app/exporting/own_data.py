"""What an exported page holds of its item for Beilin itself (read by `importing.own_item`).

Everything but the paragraphs, which are the page's own.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from desktop_app.exchange import KEY, VERSION, text_digest
from desktop_app.exporting.shapes import item_to_json, photo_to_json
from desktop_app.items import Item

Address = Callable[[str], str]
"""Gives the address of a photo file as the page has it."""


def own_data(item: Item, address: Address) -> dict[str, object]:
    """The facts of `item`; `text` tells whether its links still fit its paragraphs."""
    facts = item_to_json(item)
    for key in ("paragraphs", "statements"):
        del facts[key]
    facts["photos"] = photos_data(item, address)
    return {KEY: VERSION, **facts, "text": text_digest(item.paragraphs)}


def photos_data(item: Item, address: Address) -> list[dict[str, object]]:
    """The photos of `item`, at their addresses."""
    return [
        {
            **photo_to_json(photo),
            "file": address(photo.file) if photo.file else None,
            "after": photo.after,
        }
        for photo in item.photos
    ]


def data_block(value: object) -> str:
    """JSON that may stand in any element of HTML and XHTML, and in a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.replace("--", "-\\u002d")
