"""The two sides of a comparison as queries."""

from __future__ import annotations

from enum import Enum

from desktop_app.language.tokens import HAN
from desktop_app.search.nodes import All, Node
from desktop_app.search.query import node_of
from desktop_app.search.query_lexer import balanced, quoted


class Kind(Enum):
    """What is compared."""

    SPEAKERS = "speakers"
    PERIODS = "periods"
    SEARCHES = "searches"


def side_query(kind: Kind, entry: str, within: str) -> str:
    """What finds one side: `entry` is a name, a date or a query; `within` narrows it.

    A side that is a search of its own is not narrowed.
    """
    entry = entry.strip()
    if kind is Kind.SEARCHES:
        return entry
    field = "speaker" if kind is Kind.SPEAKERS else "date"
    clause = f"{field}:{quoted(entry)}" if kind is Kind.SPEAKERS else f"{field}:{_unspaced(entry)}"
    return f"({balanced(within)}) {clause}" if within.strip() else clause


def of_word(side: str | Node, word: str) -> Node:
    """What finds the places of `word`, as it is counted and in no other language, on a side."""
    exact = f'"{word}"' if HAN.match(word) else f"={word}"
    return All((node_of(side), node_of(exact)))


def _unspaced(day: str) -> str:
    """A span of days as one word: ``2021 - 2023`` is ``2021..2023``."""
    joined = "".join(day.split())
    for dash in ("–", "—", "～", "~", "至", "到"):
        joined = joined.replace(dash, "..")
    return joined
