"""The queries that a speaker's page leads to."""

from __future__ import annotations

from desktop_app.language.tokens import HAN
from desktop_app.search.query_lexer import quoted


def said_by(name: str, year: str = "") -> str:
    """What finds the statements of the person called `name`, of one `year` or of all."""
    clause = f"speaker:{quoted(name)}"
    return f"{clause} date:{year}" if year else clause


def word_by(name: str, word: str) -> str:
    """What finds `word`, as it is counted, in what the person called `name` says."""
    exact = f'"{word}"' if HAN.match(word) else f"={word}"
    return f"{said_by(name)} {exact}"
