"""Who said what in an item."""

from __future__ import annotations

from desktop_app.items import Item, Statement
from desktop_app.speeches.chinese.reading import read_chinese
from desktop_app.speeches.english.reading import read_english
from desktop_app.speeches.floor import held_floor

VERSION = 4
"""Goes up when the rules find other statements: archives of before are then read again."""


def statements_of(item: Item) -> tuple[Statement, ...]:
    """The statements of `item`, in the order of its text."""
    if item.kind == "speech" and item.byline:
        return tuple(held_floor(item.byline, "", item.paragraphs))
    if item.language.startswith("en"):
        return tuple(read_english(item.paragraphs))
    if item.language == "zh":
        return tuple(read_chinese(item.paragraphs))
    return ()
