"""Copies of items: the same page saved again, found by likeness, kept as origins alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from desktop_app.items import Item, Origin
from desktop_app.language.minhash import bands, shingles
from desktop_app.store.rows import digest, origin_from, origin_value

# `copies` has the ids and origins of what was folded into an item; `bands` the likeness of
# each item that may be folded, 12 rows an item (some 250 bytes).
TABLES = (
    """CREATE TABLE IF NOT EXISTS copies (
        id     TEXT PRIMARY KEY,
        item   INTEGER NOT NULL REFERENCES items (number) ON DELETE CASCADE,
        digest TEXT NOT NULL,
        origin TEXT NOT NULL
    )""",
    "CREATE INDEX IF NOT EXISTS copies_item ON copies (item)",
    "CREATE INDEX IF NOT EXISTS copies_digest ON copies (digest)",
    """CREATE TABLE IF NOT EXISTS bands (
        hash INTEGER NOT NULL,
        item INTEGER NOT NULL,
        PRIMARY KEY (hash, item)
    ) WITHOUT ROWID""",
)
_PAGE = 500  # numbers bound at a time
_CANDIDATES = 20  # items looked at in full for one that comes

Run = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]


def may_fold(origin: Origin, unnamed: bool) -> bool:
    """Whether an item may be a copy of another: a page of the web, or a file of its own.

    `unnamed` says that its source gave it no identity. What is numbered by its source (a
    wire's stories, records of a file) is as many items as the source says.
    """
    return unnamed or bool(origin.address)


def copies_of(run: Run, numbers: Sequence[int]) -> dict[int, tuple[Origin, ...]]:
    """Item -> where its copies were found, of those of `numbers` that have some."""
    found: dict[int, tuple[Origin, ...]] = {}
    for start in range(0, len(numbers), _PAGE):
        page = numbers[start : start + _PAGE]
        marks = ",".join("?" * len(page))
        sql = f"SELECT item, origin FROM copies WHERE item IN ({marks}) ORDER BY rowid"
        for number, origin in run(sql, page):
            found[number] = (*found.get(number, ()), origin_from(origin))
    return found


def near_items(run: Run, item: Item, origin: Origin) -> list[int]:
    """The numbers of items of the same day (or none) whose likeness shares a band.

    Items of the same file are none of each other's copies, save in a web archive.
    """
    found = bands(shingles(item.paragraphs))
    if not found:
        return []
    marks = ",".join("?" * len(found))
    day = item.date.isoformat() if item.date else None
    rows = run(
        f"SELECT number, origin, count(*) FROM bands JOIN items ON number = item "
        f"WHERE hash IN ({marks}) AND language = ? AND (date IS NULL OR ? IS NULL OR date = ?) "
        "GROUP BY number ORDER BY 3 DESC, number LIMIT ?",
        (*found, item.language, day, day, _CANDIDATES),
    )
    return [
        number
        for number, where, _shared in rows
        if origin.address or origin_from(where).file != origin.file
    ]


def note_likeness(run: Run, number: int, item: Item) -> None:
    """Make an item findable for its copies."""
    for each in bands(shingles(item.paragraphs)):
        run("INSERT OR IGNORE INTO bands VALUES (?, ?)", (each, number))


def forget_likeness(run: Run, number: int, item: Item) -> None:
    """Undo `note_likeness`, before the item changes."""
    for each in bands(shingles(item.paragraphs)):
        run("DELETE FROM bands WHERE hash = ? AND item = ?", (each, number))


def note_copy(run: Run, number: int, item: Item, origin: Origin) -> None:
    """Keep that `item`, found at `origin`, is a copy of the item with this number."""
    values = (item.id, number, digest(item), origin_value(origin))
    run("INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?)", values)
