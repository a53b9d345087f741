"""A query narrowed to what one person says."""

from __future__ import annotations

from desktop_app.search.nodes import AnyOf
from desktop_app.search.query import parse
from desktop_app.search.query_lexer import balanced, quoted


def only_by(name: str, words: str) -> str:
    """The query `words`, with the speaker `name` as one thing more that must be so."""
    wanted = f"speaker:{quoted(name)}"
    closed = balanced(words).strip()
    if not closed or wanted in closed:
        return closed or wanted
    # What stands beside OR would else belong to the last of its words.
    return f"({closed}) {wanted}" if isinstance(parse(closed).node, AnyOf) else f"{closed} {wanted}"
