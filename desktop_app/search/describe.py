"""The tree of a query written out: a line a node, in the signs of the query language."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.search.nodes import (
    All,
    AnyOf,
    Boost,
    DateRange,
    Everything,
    Fuzzy,
    Keyword,
    Mark,
    Near,
    Node,
    Not,
    Prefix,
    Text,
    Wildcard,
    Words,
)
from desktop_app.search.query_lexer import quoted


def describe(node: Node) -> str:
    """`node` as lines, each indented under what it belongs to; needs no translation."""
    return "\n".join(_lines(node))


def _lines(node: Node) -> Iterator[str]:
    if isinstance(node, (All, AnyOf)):
        yield "AND" if isinstance(node, All) else "OR"
        yield from _indented(*node.parts)
    elif isinstance(node, Not):
        yield "NOT"
        yield from _indented(node.part)
    elif isinstance(node, Boost):
        yield f"^{node.factor:g}"
        yield from _indented(node.part)
    elif isinstance(node, Everything):
        yield "*"
    elif isinstance(node, DateRange):
        yield f"date:{_day(node.first)}..{_day(node.last)}"
    elif isinstance(node, (Keyword, Mark)):
        yield f"{node.field}:{quoted(node.value)}"
    else:
        yield ("" if node.field == "text" else f"{node.field}:") + _words(node)


def _indented(*nodes: Node) -> Iterator[str]:
    return (f"  {line}" for node in nodes for line in _lines(node))


def _words(node: Words) -> str:
    if isinstance(node, Text):
        return quoted(node.text) if node.exact or " " in node.text else node.text
    if isinstance(node, Near):
        return f'"{" ".join(node.parts)}"~{node.distance}'
    if isinstance(node, Prefix):
        return f"{node.text}*"
    return node.pattern if isinstance(node, Wildcard) else _fuzzy(node)


def _fuzzy(node: Fuzzy) -> str:
    return f"{node.text}~{node.distance}"


def _day(number: int) -> str:
    """A yyyymmdd number as a date; "" at the ends of time."""
    if not 10000101 <= number < 99990000:
        return ""
    return f"{number // 10000}-{number // 100 % 100:02}-{number % 100:02}"
