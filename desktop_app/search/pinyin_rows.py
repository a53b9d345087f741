"""Latin words of a query that may be Chinese names as they sound: ``wang shuguo``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.language.syllables import split_pinyin
from desktop_app.language.tokens import HAN
from desktop_app.search.nodes import All, AnyOf, Boost, Node, Text

_FIELDS = ("text", "title", "speaker")
_LEAST, _MOST = 2, 12  # syllables; one alone would be half of all titles


@dataclass(frozen=True, slots=True)
class Pinyin:
    """Chinese characters read as the syllables of one of `readings`, side by side."""

    readings: tuple[tuple[str, ...], ...]
    field: str


def spoken_names(node: Node) -> Iterator[Pinyin]:
    """Yield what each row of neighbouring words of `node` stands for when read aloud.

    Engines look for it in titles and among speakers. Exact and excluded words, and rows
    that are no pinyin, stand for nothing.
    """
    if isinstance(node, Text):
        yield from _spoken([node])
    elif isinstance(node, All):
        for row in _rows(node.parts):
            yield from _spoken(row)
        others = (part for part in node.parts if not isinstance(part, Text))
        yield from (name for part in others for name in spoken_names(part))
    elif isinstance(node, AnyOf):
        yield from (name for part in node.parts for name in spoken_names(part))
    elif isinstance(node, Boost):
        yield from spoken_names(node.part)


def _rows(parts: Sequence[Node]) -> Iterator[list[Text]]:
    """The rows of neighbouring words of one field that are all pinyin."""
    row: list[Text] = []
    for part in parts:
        word = part if isinstance(part, Text) and _is_pinyin(part) else None
        if row and (word is None or word.field != row[0].field):
            yield row
            row = []
        if word is not None:
            row.append(word)
    yield row


def _is_pinyin(text: Text) -> bool:
    plain = not text.exact and text.field in _FIELDS and not HAN.search(text.text)
    return plain and split_pinyin(text.text) is not None


def _spoken(row: Sequence[Text]) -> Iterator[Pinyin]:
    if row and all(map(_is_pinyin, row)):
        ways = split_pinyin(" ".join(text.text for text in row)) or ()
        readings = tuple(way for way in ways if _LEAST <= len(way) <= _MOST)
        if readings:
            yield Pinyin(readings, row[0].field)
