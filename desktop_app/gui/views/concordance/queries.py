"""The queries that a concordance leads to."""

from __future__ import annotations

from desktop_app.search.nodes import All, AnyOf, Near, Node, Text
from desktop_app.search.query import parse


def by_speaker(query: str, speaker: str) -> str:
    """`query` narrowed to what `speaker` says."""
    name = " ".join(speaker.replace('"', " ").split())
    clause = f'speaker:"{name}"'
    if clause in query:
        return query
    return f"{_bracketed(query)} {clause}"


def near(query: str, word: str, span: int) -> str:
    """What finds `word` at most `span` tokens from the words of `query`.

    A query that is more than words or one phrase only has `word` added: it then chooses the
    items in which both stand.
    """
    words = _plain_words(parse(query).node)
    if words:
        return f'"{words} {word}"~{max(span - 1, 0)}'
    return f"{_bracketed(query)} {word}"


def _bracketed(query: str) -> str:
    """`query` in brackets where what follows would else join its last part alone."""
    return f"({query})" if isinstance(parse(query).node, AnyOf) else query


def _plain_words(node: Node) -> str:
    """The words of `node` where it is one word or phrase, or words near each other; else ""."""
    if isinstance(node, Text) and node.field == "text":
        return node.text.replace('"', " ")
    if isinstance(node, Near) and node.field == "text":
        return " ".join(node.parts)
    if isinstance(node, All) and len(node.parts) == 1:
        return _plain_words(node.parts[0])
    return ""
