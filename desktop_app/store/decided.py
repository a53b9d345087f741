"""What a reader decided about speakers, and which rules read an archive's statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Run = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]

TABLES = (
    # A name and the person it is, for a reader; it outlives the statements.
    """CREATE TABLE IF NOT EXISTS speaker_names (
        name   TEXT PRIMARY KEY,
        person TEXT NOT NULL
    ) WITHOUT ROWID""",
    # One row: the items up to number `upto` have been read by the rules of `version`.
    """CREATE TABLE IF NOT EXISTS statement_rules (
        version INTEGER NOT NULL,
        upto    INTEGER NOT NULL
    )""",
)


def speaker_names(run: Run) -> dict[str, str]:
    """The reader's decisions: name -> person."""
    return dict(run("SELECT name, person FROM speaker_names", ()))


def decide(run: Run, decisions: Mapping[str, str]) -> None:
    """Keep decisions, in place of earlier ones about the same names."""
    for name, person in decisions.items():
        run("INSERT OR REPLACE INTO speaker_names VALUES (?, ?)", (name, person))


def undecide(run: Run, names: Iterable[str]) -> None:
    """Forget what was decided about `names`."""
    for name in names:
        run("DELETE FROM speaker_names WHERE name = ?", (name,))


def rules(run: Run) -> tuple[int, int]:
    """The version of the rules and the number up to which they have read; (0, 0) for none."""
    rows = run("SELECT version, upto FROM statement_rules", ())
    return rows[0] if rows else (0, 0)


def note_rules(run: Run, version: int, upto: int) -> None:
    """Note how far the rules of `version` have read."""
    run("DELETE FROM statement_rules", ())
    run("INSERT INTO statement_rules VALUES (?, ?)", (version, upto))
