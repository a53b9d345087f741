"""Collections: items someone put together, in the order they like.

Bookmarks are the first of them, which has no name of its own. An item may be in several.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop_app.errors import MarksError
from desktop_app.marks.database import Database
from desktop_app.marks.names import FAVOURITES_NAMES, clean_name, key_of
from desktop_app.marks.schema import FAVOURITES
from desktop_app.marks.subjects import Clock, Subject, Subjects, moment, stamp
from desktop_app.messages import message


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection; `size` is how many items of all archives are in it."""

    number: int
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Collected:
    """An item in a collection, and when it came there."""

    subject: Subject
    at: datetime


class Collections:
    """The bookmarks, and the collections a reader made."""

    def __init__(self, database: Database, subjects: Subjects, clock: Clock) -> None:
        """Keep them in `database`; `clock` tells the moment."""
        self._database, self._subjects, self._clock = database, subjects, clock

    def all(self) -> list[Collection]:
        """All of them in the reader's order, the bookmarks first."""
        rows = self._database.rows(
            "SELECT number, name, (SELECT count(*) FROM collected WHERE collection = number) "
            "FROM collections ORDER BY place, number"
        )
        return [Collection(*row) for row in rows]

    def named(self, name: str) -> int | None:
        """The number of the collection of this name; None where there is none."""
        key = key_of(name)
        if key in FAVOURITES_NAMES:
            return FAVOURITES
        rows = self._database.rows(
            "SELECT number FROM collections WHERE key = ? AND name != ''", (key,)
        )
        return int(rows[0][0]) if rows else None

    def make(self, name: str) -> int:
        """The number of the collection of this name, made where there is none."""
        name = clean_name(name)
        with self._database.batch():
            known = self.named(name)
            if known is not None:
                return known
            self._database.run(
                "INSERT INTO collections (name, key, place) "
                "SELECT ?, ?, coalesce(max(place), 0) + 1 FROM collections",
                (name, key_of(name)),
            )
            return self.named(name) or 0

    def rename(self, number: int, name: str) -> None:
        """Call a collection otherwise; raises `MarksError` where another has the name."""
        name = clean_name(name)
        with self._database.batch():
            known = self.named(name)
            if known not in (None, number):
                raise MarksError(
                    message("there is a collection “{name}” already; choose another", name=name)
                )
            if number != FAVOURITES:
                values = (name, key_of(name), number)
                self._database.run(
                    "UPDATE collections SET name = ?, key = ? WHERE number = ?", values
                )

    def drop(self, number: int) -> None:
        """Take a collection away, not its items' other marks; bookmarks are only emptied."""
        with self._database.batch():
            self._database.run("DELETE FROM collected WHERE collection = ?", (number,))
            if number != FAVOURITES:
                self._database.run("DELETE FROM collections WHERE number = ?", (number,))

    def add(self, number: int, subject: Subject) -> None:
        """Put an item at the end of a collection, where it is not in it."""
        with self._database.batch():
            made = self._subjects.make(subject.archive, subject.item, subject.title)
            self._database.run(
                "INSERT OR IGNORE INTO collected SELECT ?, ?, coalesce(max(place), 0) + 1, ? "
                "FROM collected WHERE collection = ?",
                (number, made, stamp(self._clock()), number),
            )

    def remove(self, number: int, archive_id: str, item_id: str) -> None:
        """Take an item out of a collection."""
        with self._database.batch():
            self._database.run(
                "DELETE FROM collected WHERE collection = ? AND subject = ?",
                (number, self._subjects.number(archive_id, item_id)),
            )

    def contents(self, number: int, archive_id: str = "") -> list[Collected]:
        """The items of a collection in its order, those of one archive or of all."""
        rows = self._database.rows(
            "SELECT archive, item, title, at FROM collected JOIN subjects ON number = subject "
            "WHERE collection = ? AND ? IN ('', archive) ORDER BY place, number",
            (number, archive_id),
        )
        return [Collected(Subject(*row[:3]), moment(row[3])) for row in rows]

    def order(self, number: int, subjects: Sequence[Subject]) -> None:
        """Put a collection's items into this order; those not named come after them."""
        with self._database.batch():
            before = [each.subject for each in self.contents(number)]
            wanted = {(each.archive, each.item): None for each in (*subjects, *before)}
            for place, (archive_id, item_id) in enumerate(wanted):
                values = (place, number, self._subjects.number(archive_id, item_id))
                self._database.run(
                    "UPDATE collected SET place = ? WHERE collection = ? AND subject = ?", values
                )

    def order_all(self, numbers: Iterable[int]) -> None:
        """Put the collections themselves into this order; the bookmarks stay first."""
        with self._database.batch():
            for place, number in enumerate((n for n in numbers if n != FAVOURITES), start=1):
                self._database.run(
                    "UPDATE collections SET place = ? WHERE number = ?", (place, number)
                )

    def having(self, archive_id: str, item_id: str) -> set[int]:
        """The numbers of the collections an item is in."""
        sql = "SELECT collection FROM collected WHERE subject = ?"
        number = self._subjects.number(archive_id, item_id)
        return {row[0] for row in self._database.rows(sql, (number,))}

    def items(self, number: int, archive_id: str) -> set[str]:
        """The ids of an archive's items that are in a collection."""
        return {each.subject.item for each in self.contents(number, archive_id)}
