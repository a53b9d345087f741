"""Pairs of items, what a reader decided about them, and the traits by which they were found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from desktop_app.items import Pair

Run = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]

TABLES = (
    # Found pairs, by numbers of items; an item is in one at most.
    """CREATE TABLE IF NOT EXISTS pairs (
        en    INTEGER PRIMARY KEY REFERENCES items (number) ON DELETE CASCADE,
        zh    INTEGER NOT NULL UNIQUE REFERENCES items (number) ON DELETE CASCADE,
        score REAL NOT NULL,
        by    TEXT NOT NULL
    )""",
    # By ids, as a reader's decisions outlive the items: `pair` is 1 for two that belong together,
    # 0 for two that do not. `score` is what was found when it was decided.
    """CREATE TABLE IF NOT EXISTS pair_decisions (
        en    TEXT NOT NULL,
        zh    TEXT NOT NULL,
        pair  INTEGER NOT NULL,
        score REAL NOT NULL,
        PRIMARY KEY (en, zh)
    ) WITHOUT ROWID""",
    # See `pairing.traits`; some 400 bytes an item. Arrays as they lie in memory, little-endian.
    """CREATE TABLE IF NOT EXISTS traits (
        item    INTEGER PRIMARY KEY REFERENCES items (number) ON DELETE CASCADE,
        chinese INTEGER NOT NULL,
        day     INTEGER NOT NULL,
        length  INTEGER NOT NULL,
        own     BLOB NOT NULL,
        named   BLOB NOT NULL,
        neutral BLOB NOT NULL,
        terms   BLOB NOT NULL
    )""",
    # One row: traits of `version` were read up to one change, items matched up to another.
    """CREATE TABLE IF NOT EXISTS pair_rules (
        version INTEGER NOT NULL,
        read    INTEGER NOT NULL,
        matched INTEGER NOT NULL
    )""",
    # Items whose partner is to be looked for again, as a reader decided something of them.
    "CREATE TABLE IF NOT EXISTS pair_again (item INTEGER PRIMARY KEY)",
)
_FOUND = (
    "SELECT one.id, other.id, score, by FROM pairs "
    "JOIN items AS one ON one.number = en JOIN items AS other ON other.number = zh"
)


class Progressed(NamedTuple):
    """How far pairing got: the version of its rules, the last change read, the last matched."""

    version: int = 0
    read: int = 0
    matched: int = 0


class Decision(NamedTuple):
    """What a reader decided of two items, by their ids."""

    en: str
    zh: str
    together: bool
    score: float


TraitsRow = tuple[int, int, int, int, bytes, bytes, bytes, bytes]
FoundRow = tuple[int, int, float, str]


class PairStore:
    """Reads and, through a connection that may, writes pairs."""

    def __init__(self, run: Run, has_pairs: bool) -> None:
        """Use `run` for SQL; an archive of before has no pairs."""
        self._run, self._has_pairs = run, has_pairs

    def found(self, item_id: str = "") -> list[Pair]:
        """The pairs that were found, or that of the item `item_id`, in the order of import."""
        if not self._has_pairs:
            return []
        if not item_id:
            return [Pair(*row) for row in self._run(f"{_FOUND} ORDER BY en", ())]
        rows = self._run(f"{_FOUND} WHERE one.id = ?", (item_id,))
        return [Pair(*row) for row in rows or self._run(f"{_FOUND} WHERE other.id = ?", (item_id,))]

    def count(self) -> int:
        """How many pairs were found."""
        return int(self._run("SELECT count(*) FROM pairs", ())[0][0]) if self._has_pairs else 0

    def drop_found(self, numbers: Iterable[int]) -> None:
        """Take away the pairs of these items, which are to be matched again."""
        for number in numbers:
            self._run("DELETE FROM pairs WHERE en = ? OR zh = ?", (number, number))
            self._run("INSERT OR IGNORE INTO pair_again VALUES (?)", (number,))

    def give_back(self, pair: Pair) -> None:
        """Have a pair that was dropped as found again, if both items are there still."""
        numbers = self.numbers_of((pair.en, pair.zh))
        if len(numbers) == 2:
            ends = (numbers[pair.en], numbers[pair.zh])
            self._run("DELETE FROM pairs WHERE en = ? OR zh = ?", ends)
            self._run("INSERT INTO pairs VALUES (?, ?, ?, ?)", (*ends, pair.score, pair.by))
            self._run("DELETE FROM pair_again WHERE item IN (?, ?)", ends)

    def again(self) -> set[int]:
        """The items to be matched again."""
        rows = self._run("SELECT item FROM pair_again", ()) if self._has_pairs else []
        return {number for (number,) in rows}

    def found_rows(self) -> list[FoundRow]:
        """The pairs that were found, by numbers."""
        sql = "SELECT en, zh, score, by FROM pairs"
        return list(self._run(sql, ())) if self._has_pairs else []

    def decisions(self) -> list[Decision]:
        """All that a reader decided."""
        if not self._has_pairs:
            return []
        rows = self._run("SELECT en, zh, pair, score FROM pair_decisions ORDER BY en, zh", ())
        return [Decision(en, zh, bool(pair), score) for en, zh, pair, score in rows]

    def decide(self, decision: Decision) -> None:
        """Keep a decision. One that pairs two items ends earlier ones that paired either."""
        en, zh, together, score = decision
        if together:
            self._run("DELETE FROM pair_decisions WHERE pair AND (en = ? OR zh = ?)", (en, zh))
        values = (en, zh, int(together), score)
        self._run("INSERT OR REPLACE INTO pair_decisions VALUES (?, ?, ?, ?)", values)

    def undecide(self, en: str, zh: str) -> None:
        """Forget what was decided of two items."""
        self._run("DELETE FROM pair_decisions WHERE en = ? AND zh = ?", (en, zh))

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """The number of each of these items that there is, also by the id of a copy of it."""
        found: dict[str, int] = {}
        for each in dict.fromkeys(ids):
            rows = self._run("SELECT number FROM items WHERE id = ?", (each,))
            rows = rows or self._run("SELECT item FROM copies WHERE id = ?", (each,))
            found.update((each, number) for (number,) in rows)
        return found

    def present(self, ids: Iterable[str]) -> dict[str, str]:
        """The ids under which these items now are, which folding copies may have changed."""
        numbers = self.numbers_of(ids)
        sql = "SELECT id FROM items WHERE number = ?"
        return {given: self._run(sql, (number,))[0][0] for given, number in numbers.items()}

    def progressed(self) -> Progressed:
        """How far pairing got."""
        rows = self._run("SELECT * FROM pair_rules", ()) if self._has_pairs else []
        return Progressed(*rows[0]) if rows else Progressed()

    def note_progress(self, progressed: Progressed) -> None:
        """Keep how far pairing got."""
        self._run("DELETE FROM pair_rules", ())
        self._run("INSERT INTO pair_rules VALUES (?, ?, ?)", progressed)

    def has_both(self) -> bool:
        """Whether there are items in English and in Chinese."""
        sql = "SELECT EXISTS (SELECT 1 FROM items WHERE language LIKE ?)"
        return all(self._run(sql, (f"{each}%",))[0][0] for each in ("en", "zh"))

    def changed(self, change: int) -> set[int]:
        """The numbers of the items that changed after `change`."""
        return {n for (n,) in self._run("SELECT number FROM items WHERE change > ?", (change,))}

    def put_traits(self, row: TraitsRow) -> None:
        """Keep the traits of an item, in place of what there was."""
        self._run("INSERT OR REPLACE INTO traits VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def drop_traits(self, number: int) -> None:
        """Forget those of an item that is in neither language."""
        self._run("DELETE FROM traits WHERE item = ?", (number,))

    def traits(self, chinese: bool) -> list[TraitsRow]:
        """The traits of all items in one language, by number."""
        sql = "SELECT * FROM traits WHERE chinese = ? ORDER BY item"
        return [(*row,) for row in self._run(sql, (int(chinese),))]

    def replace_found(self, rows: Iterable[FoundRow]) -> None:
        """Have these pairs, and no others, as found; nothing is to be matched again."""
        self._run("DELETE FROM pair_again", ())
        self._run("DELETE FROM pairs", ())
        for row in rows:
            self._run("INSERT INTO pairs VALUES (?, ?, ?, ?)", row)
