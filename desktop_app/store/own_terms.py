"""What an archive's own pairs teach: aligned passages of each, and translations found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Run = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]

TABLES = (
    # Derived: which paragraphs of a pair go together, as JSON; of the items as they were at
    # these changes.
    """CREATE TABLE IF NOT EXISTS pair_links (
        en        INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,
        zh        INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,
        en_change INTEGER NOT NULL,
        zh_change INTEGER NOT NULL,
        links     TEXT NOT NULL,
        PRIMARY KEY (en, zh)
    ) WITHOUT ROWID""",
    # Derived from those: English stems, Chinese folded.
    """CREATE TABLE IF NOT EXISTS own_terms (
        stems   TEXT NOT NULL,
        english TEXT NOT NULL,
        chinese TEXT NOT NULL,
        weight  REAL NOT NULL,
        PRIMARY KEY (stems, chinese)
    ) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS own_terms_chinese ON own_terms (chinese)",
    # One row: the rules by which terms were learned, and of which pairs.
    "CREATE TABLE IF NOT EXISTS own_term_rules (version INTEGER NOT NULL, pairs TEXT NOT NULL)",
)

PairAt = tuple[int, int, int, int]
"""Numbers of an English and a Chinese item, and the change at which each is as it is."""
TermRow = tuple[str, str, str, float]
"""Stems, English, Chinese, weight."""


class TermStore:
    """Reads and, through a connection that may, writes what was learned."""

    def __init__(self, run: Run, has_terms: bool) -> None:
        """Use `run` for SQL; an archive of before has no terms."""
        self._run, self._has_terms = run, has_terms

    def chinese_of(self, stems: str) -> list[tuple[str, float]]:
        """Chinese words for an English word or phrase, given by its stems, with weights."""
        sql = "SELECT chinese, weight FROM own_terms WHERE stems = ?"
        return [(*row,) for row in self._run(sql, (stems,))] if self._has_terms else []

    def english_of(self, chinese: str) -> list[tuple[str, float]]:
        """English words and phrases for a folded Chinese word, with weights."""
        sql = "SELECT english, weight FROM own_terms WHERE chinese = ?"
        return [(*row,) for row in self._run(sql, (chinese,))] if self._has_terms else []

    def learned(self) -> tuple[int, str]:
        """The version of the rules by which terms were learned, and of which pairs."""
        rows = self._run("SELECT * FROM own_term_rules", ()) if self._has_terms else []
        return (int(rows[0][0]), str(rows[0][1])) if rows else (0, "")

    def note_learned(self, version: int, pairs: str) -> None:
        """Keep that."""
        self._run("DELETE FROM own_term_rules", ())
        self._run("INSERT INTO own_term_rules VALUES (?, ?)", (version, pairs))

    def replace(self, rows: Iterable[TermRow]) -> None:
        """Have these terms and no others."""
        self._run("DELETE FROM own_terms", ())
        for row in rows:
            self._run("INSERT OR REPLACE INTO own_terms VALUES (?, ?, ?, ?)", row)

    def pairs(self, most: int) -> list[PairAt]:
        """The surest pairs that were found."""
        sql = (
            "SELECT en, zh, one.change, other.change FROM pairs "
            "JOIN items AS one ON one.number = en JOIN items AS other ON other.number = zh "
            "ORDER BY score DESC, en LIMIT ?"
        )
        return [(*row,) for row in self._run(sql, (most,))]

    def change_of(self, number: int) -> int:
        """The change at which an item is as it is."""
        return int(self._run("SELECT change FROM items WHERE number = ?", (number,))[0][0])

    def links(self, pair: PairAt) -> str | None:
        """What was kept of a pair, if neither item has changed since."""
        sql = (
            "SELECT links FROM pair_links "
            "WHERE en = ? AND zh = ? AND en_change = ? AND zh_change = ?"
        )
        rows = self._run(sql, pair)
        return str(rows[0][0]) if rows else None

    def put_links(self, pair: PairAt, links: str) -> None:
        """Keep the links of a pair."""
        self._run("INSERT OR REPLACE INTO pair_links VALUES (?, ?, ?, ?, ?)", (*pair, links))

    def drop_links_but(self, pairs: Iterable[PairAt]) -> None:
        """Forget the links of all other pairs."""
        kept = {pair[:2] for pair in pairs}
        for row in self._run("SELECT en, zh FROM pair_links", ()):
            if (*row,) not in kept:
                self._run("DELETE FROM pair_links WHERE en = ? AND zh = ?", row)
