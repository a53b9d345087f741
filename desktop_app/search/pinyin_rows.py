"""Latin words of a query that may be Chinese names as they sound: ``wang shuguo``."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.language.syllables import split_pinyin
from desktop_app.search.nodes import All, AnyOf, Boost, Node, Not, Pinyin, Text

_FIELDS = ("text", "title", "speaker")
_LEAST, _MOST = 2, 12  # syllables; one alone would be half of all titles


def with_pinyin(node: Node) -> Node:
    """`node` with a `Pinyin` beside each row of neighbouring words that sounds like one.

    ``wang shuguo`` asks for both words or for 王树国. Exact words, and rows that are no
    pinyin, stay as they are; so does a tree that has been through here.
    """
    if isinstance(node, Text):
        return _row([node])
    if isinstance(node, All):
        return _all([_row(row) if isinstance(row, list) else row for row in _rows(node.parts)])
    if isinstance(node, AnyOf):
        if any(isinstance(part, Pinyin) for part in node.parts):
            return node
        return AnyOf(tuple(with_pinyin(part) for part in node.parts))
    if isinstance(node, Boost):
        return Boost(with_pinyin(node.part), node.factor)
    return node if not isinstance(node, Not) else Not(with_pinyin(node.part))


def _rows(parts: tuple[Node, ...]) -> Iterator[list[Text] | Node]:
    """The parts in order, neighbouring words of one field that are pinyin in one list."""
    row: list[Text] = []
    for part in parts:
        spoken = part if isinstance(part, Text) and _is_pinyin(part) else None
        if row and (spoken is None or spoken.field != row[0].field):
            yield row
            row = []
        if spoken is None:
            yield with_pinyin(part)
        else:
            row.append(spoken)
    if row:
        yield row


def _is_pinyin(text: Text) -> bool:
    plain = not text.exact and text.field in _FIELDS
    return plain and text.text.strip().isalpha() and split_pinyin(text.text) is not None


def _row(row: list[Text]) -> Node:
    """The words of a row, or a name that sounds like them."""
    words: Node = row[0] if len(row) == 1 else All(tuple(row))
    if not all(map(_is_pinyin, row)):
        return words
    typed = " ".join(text.text for text in row)
    ways = split_pinyin(typed) or ()
    readings = tuple(way for way in ways if _LEAST <= len(way) <= _MOST)
    return AnyOf((words, Pinyin(typed, readings, row[0].field))) if readings else words


def _all(parts: list[Node]) -> Node:
    """All of `parts`; those that are themselves all of something are taken apart."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, All) else (part,))
    return flat[0] if len(flat) == 1 else All(tuple(flat))
