"""The items of one archive: read by number or id, written in batches."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

from desktop_app.items import Item, Origin, Statement
from desktop_app.store import database
from desktop_app.store.addresses import AddressBook
from desktop_app.store.copies import (
    copies_of,
    forget_likeness,
    may_fold,
    near_items,
    note_copy,
    note_likeness,
)
from desktop_app.store.ids import ItemIds
from desktop_app.store.item_pages import ItemPages, Place
from desktop_app.store.own_terms import TermStore
from desktop_app.store.pairs import PairStore
from desktop_app.store.photo_shelf import PhotoShelf
from desktop_app.store.rows import (
    ITEM_COLUMNS,
    digest,
    item_values,
    origin_from,
    origin_value,
    photo_values,
)
from desktop_app.store.same_story import is_better, is_same_story
from desktop_app.store.shelf import ItemShelf
from desktop_app.store.speech import SpeechStore
from desktop_app.store.totals import Totals, totals

_PAGE = 500  # items held at a time while going through all
_LAST = (1 << 63) - 1  # the largest number SQLite has


class Outcome(str, Enum):
    """What became of an item that was put into the store."""

    IMPORTED = "imported"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    COPY = "copy"


class Store:
    """Reads items. Safe to use from several threads at once."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Read through `connection` to the database at `path`; the store then owns it."""
        self._connection = connection
        self._path = path
        self._lock = threading.Lock()
        self.look_again()

    def look_again(self) -> None:
        """See which columns and tables there are; an archive of before, only read, lacks some."""
        connection = self._connection
        has_more = database.has_column(connection, "items", "more")
        self._has_said = database.has_table(connection, "statements")
        self._has_copies = database.has_table(connection, "copies")
        self.ids = ItemIds(self._all, self._has_copies)
        self.addresses = AddressBook(self._all, self._has_copies)
        has_decided = database.has_table(connection, "speaker_names")
        self.speech = SpeechStore(self._all, self._has_said, has_decided)
        self.pairs = PairStore(self._all, database.has_table(connection, "pairs"))
        self.terms = TermStore(self._all, database.has_table(connection, "own_terms"))
        columns = ITEM_COLUMNS if has_more else f"{ITEM_COLUMNS.removesuffix('more')}''"
        self._pages = ItemPages(self._all, columns, self._has_said)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open the database at `path` for reading."""
        return cls(database.open_for_reading(path), path)

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            self._connection.close()

    def item(self, item_id: str) -> Item | None:
        """The item with this id, or that of which it is a copy, or None."""
        number = self.ids.number(item_id)
        return None if number is None else self.items_by_number([number])[0]

    def origin(self, item_id: str) -> Origin | None:
        """Where the item with this id came from, or None."""
        row = self._all("SELECT origin FROM items WHERE number = ?", (self.ids.number(item_id),))
        return origin_from(row[0][0]) if row else None

    def copies(self, item_id: str) -> tuple[Origin, ...]:
        """Where else the item with this id was found, as good as word for word."""
        number = self.ids.number(item_id) if self._has_copies else None
        return () if number is None else self.copies_of([number]).get(number, ())

    def copies_of(self, numbers: Sequence[int]) -> dict[int, tuple[Origin, ...]]:
        """The same of the items with these numbers, those that have any."""
        return copies_of(self._all, numbers) if self._has_copies else {}

    def items_by_number(self, numbers: Sequence[int]) -> list[Item]:
        """The items with these numbers, in that order; unknown numbers are left out."""
        found = self.numbered(numbers)
        return [found[number] for number in numbers if number in found]

    def numbered(self, numbers: Sequence[int]) -> dict[int, Item]:
        """Number -> item; unknown numbers are left out."""
        return self._pages.items(numbers)

    def said_by_place(self, places: Sequence[Place]) -> dict[Place, tuple[Item, Statement]]:
        """The statement at each of `places` and its item, see `ItemPages.said`."""
        return self._pages.said(places)

    @property
    def shelf(self) -> ItemShelf:
        """Reads many items' texts in bulk."""
        return ItemShelf(self._all, self._has_said)

    @property
    def photo_shelf(self) -> PhotoShelf:
        """Reads many photos in bulk."""
        return PhotoShelf(self._all)

    def changed_since(self, change: int, upto: int = _LAST) -> Iterator[tuple[int, int, Item]]:
        """Yield change number, number and item of the changes after `change`, in order.

        The last of them is `upto`.
        """
        while True:
            rows = self._all(
                "SELECT change, number FROM items WHERE change > ? AND change <= ? "
                "ORDER BY change LIMIT ?",
                (change, upto, _PAGE),
            )
            if not rows:
                return
            items = self.items_by_number([number for _change, number in rows])
            for (last, number), item in zip(rows, items, strict=True):
                yield last, number, item
            change = rows[-1][0]

    def changed_after(self, change: int) -> int:
        """How many items have changed after `change`."""
        return int(self._all("SELECT count(*) FROM items WHERE change > ?", (change,))[0][0])

    def change_at(self, change: int, items: int) -> int:
        """The last of the next so many changes after `change`; `change` where there is none."""
        following = "SELECT change FROM items WHERE change > ? ORDER BY change LIMIT ?"
        (last,), *_ = self._all(f"SELECT max(change) FROM ({following})", (change, items))
        return change if last is None else int(last)

    def last_change(self) -> int:
        """The number of the last change; 0 for an empty store."""
        return int(self._all("SELECT coalesce(max(change), 0) FROM items")[0][0])

    def latest(self, limit: int) -> list[int]:
        """The numbers of the items added last, the latest first."""
        sql = "SELECT number FROM items ORDER BY number DESC LIMIT ?"
        return [number for (number,) in self._all(sql, (limit,))]

    def photo_files(self) -> Iterator[str]:
        """Yield the name of every photo file that items use."""
        for (file,) in self._all("SELECT DISTINCT file FROM photos WHERE file IS NOT NULL"):
            yield file

    def copy_to(self, path: Path) -> None:
        """Write a copy of the database to `path`."""
        try:
            with self._lock, closing(sqlite3.connect(path)) as copy:
                self._connection.backup(copy)
        except sqlite3.Error as error:
            raise database.unwritable(path, error) from error

    def _outcome(
        self, item: Item, same_if_equal: bool, origin: Origin | None
    ) -> tuple[Outcome, Item | None]:
        """What putting `item` would do, and the item it is a copy of."""
        fingerprint = digest(item)
        if known := self._all("SELECT digest FROM items WHERE id = ?", (item.id,)):
            return (Outcome.UNCHANGED if known[0][0] == fingerprint else Outcome.UPDATED), None
        if same_if_equal and self._all("SELECT 1 FROM items WHERE digest = ?", (fingerprint,)):
            return Outcome.UNCHANGED, None
        if not self._has_copies or origin is None or not may_fold(origin, same_if_equal):
            return Outcome.IMPORTED, None
        if self._all(
            "SELECT 1 FROM copies WHERE digest = ? AND (id = ? OR ?)",
            (fingerprint, item.id, same_if_equal),
        ):
            return Outcome.UNCHANGED, None
        near = self.items_by_number(near_items(self._all, item, origin))
        kept = next((each for each in near if is_same_story(each, item)), None)
        return (Outcome.COPY if kept else Outcome.IMPORTED), kept

    def imports(self) -> list[tuple[str, list[str], str]]:
        """All imports, the latest last: when finished, the sources, the report's JSON."""
        rows = self._all("SELECT finished, sources, report FROM imports ORDER BY rowid")
        return [(finished, json.loads(sources), report) for finished, sources, report in rows]

    def count(self) -> int:
        """How many items there are; an index alone is read for that."""
        return int(self._all("SELECT count(*) FROM items")[0][0])

    def totals(self) -> Totals:
        """Count everything."""
        return totals(self._all)

    def faults(self) -> list[str]:
        """What SQLite's own check finds wrong; empty for a sound database."""
        return [line for (line,) in self._all("PRAGMA integrity_check(10)") if line != "ok"]

    def _all(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise database.unusable(self._path, error) from error


class StoreWriter(Store):
    """Writes items; one at a time over all processes, which SQLite sees to."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Write through `connection` to the database at `path`; the store then owns it."""
        super().__init__(connection, path)
        self.speech = SpeechStore(self._run, True, True)
        self.pairs = PairStore(self._run, True)
        self.terms = TermStore(self._run, True)

    @classmethod
    def open(cls, path: Path) -> StoreWriter:
        """Open the database at `path` for writing."""
        return cls(database.open_for_writing(path), path)

    def close(self) -> None:
        """Fold the write-ahead log into the database and let go of it."""
        with self._lock:
            database.leave_write_ahead(self._connection)
            self._connection.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All or nothing: what is put inside is durable when the block ends."""
        self._write("BEGIN IMMEDIATE")
        try:
            yield
            self._write("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # a full disk may have ended it already
                self._connection.execute("ROLLBACK")
            raise

    def put(self, item: Item, origin: Origin, same_if_equal: bool = False) -> Outcome:
        """Write `item`, in place of an older version with its id.

        With `same_if_equal`, an item that another id already holds word for word is
        taken as that one. `origin` says where it came from. A copy of another item is
        folded into it: the better one stays (UPDATED where that is the new one), the
        other's id and origin are kept beside it.
        """
        foldable = may_fold(origin, same_if_equal)
        outcome, kept = self._outcome(item, same_if_equal, origin)
        if outcome is Outcome.UPDATED:
            self._replace(item, origin, item.id, foldable)
        elif outcome is Outcome.IMPORTED:
            self._insert(item, origin, foldable)
        elif kept is not None:
            return self._fold(item, origin, kept)
        return outcome

    def _fold(self, item: Item, origin: Origin, kept: Item) -> Outcome:
        """Keep the better of two copies as the item, the other's origin beside it."""
        number, before = self.ids.number(kept.id), self.origin(kept.id)
        if number is None or before is None or not is_better(item, kept):
            note_copy(self._run, number or 0, item, origin)
            return Outcome.COPY
        self._replace(item, origin, kept.id, True)
        self._run("DELETE FROM copies WHERE id = ?", (item.id,))
        note_copy(self._run, number, kept, before)
        return Outcome.UPDATED

    def _run(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        return self._write(sql, values).fetchall()

    def log_import(self, finished: str, sources: Iterable[str], report: str) -> None:
        """Keep one line about an import in the archive."""
        values = (finished, json.dumps(list(sources), ensure_ascii=False), report)
        self._write("INSERT INTO imports VALUES (?, ?, ?)", values)

    def journal(self) -> dict[str, tuple[str, str]]:
        """The files an unfinished import has read whole: place -> (stamp, tally)."""
        rows = self._all("SELECT place, stamp, tally FROM journal")
        return {place: (stamp, tally) for place, stamp, tally in rows}

    def note_read(self, place: str, stamp: str, tally: str) -> None:
        """Note that all of the file at `place` is in the store, in this batch or before."""
        self._write("INSERT OR REPLACE INTO journal VALUES (?, ?, ?)", (place, stamp, tally))

    def end_journal(self) -> None:
        """Forget the files read: the import is finished."""
        self._write("DELETE FROM journal")

    def _insert(self, item: Item, origin: Origin, foldable: bool) -> None:
        cursor = self._write(
            f"INSERT INTO items (change, digest, origin, {ITEM_COLUMNS}) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (self.last_change() + 1, digest(item), origin_value(origin), *item_values(item)),
        )
        number = int(cursor.lastrowid or 0)
        self._run("DELETE FROM copies WHERE id = ?", (item.id,))  # it has changed since
        self._put_parts(number, item)
        if foldable:
            note_likeness(self._run, number, item)

    def _replace(self, item: Item, origin: Origin, old: str, foldable: bool) -> None:
        """Put `item` in the place of the one with the id `old`."""
        number = self._all("SELECT number FROM items WHERE id = ?", (old,))[0][0]
        if foldable:
            forget_likeness(self._run, number, self.items_by_number([number])[0])
            note_likeness(self._run, number, item)
        values = (digest(item), origin_value(origin), *item_values(item))
        self._write(
            f"UPDATE items SET (change, digest, origin, {ITEM_COLUMNS}) "
            "= (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE number = ?",
            (self.last_change() + 1, *values, number),
        )
        self._write("DELETE FROM photos WHERE item = ?", (number,))
        self._write("DELETE FROM statements WHERE item = ?", (number,))
        self._put_parts(number, item)

    def _put_parts(self, number: int, item: Item) -> None:
        for place, photo in enumerate(item.photos):
            values = (number, place, *photo_values(photo))
            self._write("INSERT INTO photos VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        self.speech.put(number, item.statements)

    def _write(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run a statement that changes something; raises `ArchiveError`."""
        try:
            return self._connection.execute(sql, values)
        except sqlite3.DatabaseError as error:
            raise database.unwritable(self._path, error) from error
