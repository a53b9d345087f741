"""SQLite's FTS5, with full detail; date and language stand in a table beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.benchmarks.classes import Query
from tests.benchmarks.corpus import Story
from tests.benchmarks.engines import TOP, Answer, Library

# The tokenizer "ascii" ends a token only at ASCII punctuation and space, so that every
# token given stays whole: they have letters and digits alone.
_TABLES = """
    CREATE VIRTUAL TABLE texts USING fts5(body, tokenize='ascii', detail=full);
    CREATE TABLE about (id INTEGER PRIMARY KEY, date INTEGER, year INTEGER, language TEXT);
"""


class Engine:
    """Implements `Contestant`. It has no fuzzy query."""

    name = "fts5"

    def __init__(self, folder: Path, library: Library) -> None:
        """Use the database in `folder`; it keeps its texts itself, `library` is not asked."""
        self._connection = sqlite3.connect(folder / "texts.db", isolation_level=None)

    def build(self, stories: Iterable[Story]) -> None:
        """Index in one transaction."""
        self._connection.executescript(_TABLES)
        self._write(stories)

    def _write(self, stories: Iterable[Story]) -> None:
        run = self._connection.execute
        run("BEGIN")
        for story in stories:
            run("INSERT INTO texts (rowid, body) VALUES (?, ?)", (story.number, story.tokens))
            values = (story.number, story.date, story.date // 10000, story.language)
            run("INSERT INTO about VALUES (?, ?, ?, ?)", values)
        run("COMMIT")

    def open(self) -> None:
        """Read the schema, which SQLite puts off."""
        self._connection.execute("SELECT 1 FROM texts LIMIT 1").fetchone()

    def ask(self, query: Query) -> Answer | None:
        """Count, then read the best."""
        if query.op == "fuzzy":
            return None
        source, values = "texts WHERE texts MATCH ?", [_match(query)]
        if query.first:
            source = (
                "texts JOIN about ON about.id = texts.rowid "
                "WHERE texts MATCH ? AND about.date BETWEEN ? AND ?"
            )
            values += [str(query.first), str(query.last)]
        run = self._connection.execute
        (count,) = run(f"SELECT count(*) FROM {source}", values).fetchone()
        order = "about.date DESC" if query.newest else "rank"
        shown = "snippet(texts, 0, '<mark>', '</mark>', '…', 30)" if query.snippets else "''"
        best = run(
            f"SELECT texts.rowid, {shown} FROM {source} ORDER BY {order} LIMIT {TOP}", values
        ).fetchall()
        return Answer(
            count=count,
            ids=[number for number, _text in best],
            facets={name: self._facet(name, query) for name in ("year", "language")}
            if query.facets
            else {},
            snippets=[text for _number, text in best] if query.snippets else (),
        )

    def _facet(self, name: str, query: Query) -> dict[str, int]:
        rows = self._connection.execute(
            f"SELECT {name}, count(*) FROM texts JOIN about ON about.id = texts.rowid "
            f"WHERE texts MATCH ? GROUP BY {name}",
            (_match(query),),
        )
        return {str(value): count for value, count in rows}

    def append(self, stories: Sequence[Story]) -> None:
        """Add in one transaction."""
        self._write(stories)

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()


def _match(query: Query) -> str:
    if query.op == "row":
        return f'"{" ".join(query.words)}"'
    if query.op == "prefix":
        return f'"{query.text}"*'
    return f" {query.op.upper()} ".join(f'"{word}"' for word in query.words)
