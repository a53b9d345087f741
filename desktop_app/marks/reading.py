"""What was read: where someone stopped in each item, when they read it, what is unread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_app.marks.database import Database
from desktop_app.marks.subjects import Clock, Subject, Subjects, moment, stamp

SAME_VISIT = 60


@dataclass(frozen=True, slots=True)
class Position:
    """How far someone came in an item: the code point at the top of what they saw.

    `length` is of the whole text at the time, in code points.
    """

    point: int
    length: int
    at: datetime

    @property
    def share(self) -> float:
        """How much of the text lies before it, from 0 to 1."""
        return min(self.point / self.length, 1.0) if self.length > 0 else 0.0

    def scaled(self, length: int) -> int:
        """The point in the text as it is now, `length` code points long."""
        return self.point if length == self.length else int(self.share * length)


@dataclass(frozen=True, slots=True)
class Visit:
    """One time an item was read; `number` tells it from others, `seconds` how long."""

    number: int
    subject: Subject
    at: datetime
    seconds: int = 0


class Reading:
    """Positions, history, read and unread."""

    def __init__(self, database: Database, subjects: Subjects, clock: Clock) -> None:
        """Keep them in `database`; `clock` tells the moment."""
        self._database, self._subjects, self._clock = database, subjects, clock

    def position(self, archive_id: str, item_id: str) -> Position | None:
        """Where someone stopped in an item; None where they never read it."""
        rows = self._database.rows(
            "SELECT point, length, at FROM positions JOIN subjects ON number = subject "
            "WHERE archive = ? AND item = ?",
            (archive_id, item_id),
        )
        return Position(rows[0][0], rows[0][1], moment(rows[0][2])) if rows else None

    def put_position(self, archive_id: str, item_id: str, point: int, length: int) -> None:
        """Keep the code point `point` of a text of `length` as where someone stopped."""
        with self._database.batch(passing=True):
            values = (self._subjects.make(archive_id, item_id), point, length, self._now())
            self._database.run("INSERT OR REPLACE INTO positions VALUES (?, ?, ?, ?)", values)

    def visit(self, archive_id: str, item_id: str, title: str = "") -> int:
        """Note that an item is read now, which is then no longer unread.

        Returns the visit's number, for `put_time`. Whoever comes back to the item they read
        last within `SAME_VISIT` seconds is on the same visit.
        """
        moment_of = self._clock()
        at = stamp(moment_of)
        with self._database.batch(passing=True):
            subject = self._subjects.make(archive_id, item_id, title)
            lately = stamp(moment_of - timedelta(seconds=SAME_VISIT))
            last = "SELECT number, subject, at FROM visits ORDER BY at DESC, number DESC LIMIT 1"
            for number, of, when in self._database.rows(last):
                if of == subject and lately < when <= at:
                    return int(number)
            self._database.run(
                "INSERT OR IGNORE INTO visits (subject, at) VALUES (?, ?)", (subject, at)
            )
            self._put_seen(subject, True, at)
            sql = "SELECT number FROM visits WHERE subject = ? AND at = ?"
            return int(self._database.rows(sql, (subject, at))[0][0])

    def put_time(self, visit: int, seconds: int) -> None:
        """Say how long a visit lasted."""
        with self._database.batch(passing=True):
            self._database.run("UPDATE visits SET seconds = ? WHERE number = ?", (seconds, visit))

    def history(self, limit: int = 1000, archive_id: str = "") -> list[Visit]:
        """The latest visits, the last first, of one archive or of all."""
        rows = self._database.rows(
            "SELECT v.number, archive, item, title, at, seconds FROM visits v "
            "JOIN subjects s ON s.number = v.subject WHERE ? IN ('', archive) "
            "ORDER BY at DESC, v.number DESC LIMIT ?",
            (archive_id, limit),
        )
        return [Visit(row[0], Subject(*row[1:4]), moment(row[4]), row[5]) for row in rows]

    def forget(self, visits: Iterable[int]) -> None:
        """Take visits out of the history."""
        with self._database.batch():
            for number in visits:
                self._database.run("DELETE FROM visits WHERE number = ?", (number,))

    def forget_all(self) -> None:
        """Empty the history; what is read stays read, and positions stay."""
        with self._database.batch():
            self._database.run("DELETE FROM visits")

    def put_read(self, archive_id: str, item_id: str, read: bool, title: str = "") -> None:
        """Have an item be read or unread, whatever the history says."""
        with self._database.batch():
            self._put_seen(self._subjects.make(archive_id, item_id, title), read, self._now())

    def is_read(self, archive_id: str, item_id: str) -> bool:
        """Whether an item was read, and not put back among the unread."""
        sql = (
            "SELECT seen FROM seen JOIN subjects ON number = subject WHERE archive = ? AND item = ?"
        )
        return any(row[0] for row in self._database.rows(sql, (archive_id, item_id)))

    def read_items(self, archive_id: str) -> set[str]:
        """The ids of an archive's items that are read."""
        sql = "SELECT item FROM seen JOIN subjects ON number = subject WHERE archive = ? AND seen"
        return {row[0] for row in self._database.rows(sql, (archive_id,))}

    def _put_seen(self, subject: int, seen: bool, at: str) -> None:
        values = (subject, int(seen), at)
        self._database.run("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", values)

    def _now(self) -> str:
        return stamp(self._clock())
