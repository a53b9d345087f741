"""What marks are put on: items, known by the id of their archive and their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from desktop_app.marks.database import Database

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Subject:
    """An item someone has marked; `title` is as it was then, "" where nobody said it."""

    archive: str
    item: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class KnownArchive:
    """An archive that has marks: its id, its name and where it was last opened."""

    id: str
    name: str
    folder: str


class Subjects:
    """Finds and makes the numbers that the tables of marks go by."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database

    def number(self, archive_id: str, item_id: str) -> int | None:
        """The number of an item; None where it has no mark."""
        sql = "SELECT number FROM subjects WHERE archive = ? AND item = ?"
        rows = self._database.rows(sql, (archive_id, item_id))
        return int(rows[0][0]) if rows else None

    def make(self, archive_id: str, item_id: str, title: str = "") -> int:
        """The number of an item, made where there is none; inside a batch."""
        self._database.run(
            "INSERT INTO subjects (archive, item, title) VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET title = excluded.title WHERE excluded.title != ''",
            (archive_id, item_id, title),
        )
        return self.number(archive_id, item_id) or 0

    def title(self, number: int) -> str:
        """The title of an item, "" where nobody said it."""
        rows = self._database.rows("SELECT title FROM subjects WHERE number = ?", (number,))
        return str(rows[0][0]) if rows else ""

    def note_archive(self, archive_id: str, name: str, folder: Path) -> None:
        """Remember what an archive is called and where it lies."""
        values = (archive_id, name, str(folder))
        if self._database.rows(
            "SELECT 1 FROM archives WHERE (id, name, folder) = (?, ?, ?)", values
        ):
            return
        with self._database.batch(passing=True):
            self._database.run("INSERT OR REPLACE INTO archives VALUES (?, ?, ?)", values)

    def archives(self) -> dict[str, KnownArchive]:
        """The archives that are known, by their ids."""
        rows = self._database.rows("SELECT id, name, folder FROM archives ORDER BY name")
        return {row[0]: KnownArchive(*row) for row in rows}


def now() -> datetime:
    """The moment, in UTC, to the millisecond, as it is kept."""
    return moment(stamp(datetime.now(timezone.utc)))


def stamp(moment: datetime) -> str:
    """A moment as the tables keep it."""
    return moment.astimezone(timezone.utc).isoformat(timespec="milliseconds")[:-6] + "Z"


def moment(stamp_of: str) -> datetime:
    """The moment that a stamp tells, in UTC."""
    return datetime.fromisoformat(stamp_of.removesuffix("Z") + "+00:00")
