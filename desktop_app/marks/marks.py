"""All marks of a reader: the one object other rooms hold."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from desktop_app.marks.backup import is_database, keep_aside, opened_backup, write_backup
from desktop_app.marks.bundle import Bundle, bundle_of
from desktop_app.marks.collections import Collections
from desktop_app.marks.database import Database
from desktop_app.marks.highlights import Highlights
from desktop_app.marks.json_shape import checked, read_json
from desktop_app.marks.merging import Merging
from desktop_app.marks.reading import Position, Reading
from desktop_app.marks.schema import FAVOURITES
from desktop_app.marks.subjects import Clock, Subjects, now
from desktop_app.marks.tags import Tags
from desktop_app.places import data_folder


class Marks:
    """Marks by archive id and item id; safe for several threads, windows and processes."""

    def __init__(self, database: Database, clock: Clock = now) -> None:
        """Use `database`, which is then owned here; see `open`."""
        self._database, self._clock = database, clock
        self.subjects = Subjects(database)
        self.reading = Reading(database, self.subjects, clock)
        self.collections = Collections(database, self.subjects, clock)
        self.tags = Tags(database, self.subjects, clock)
        self.highlights = Highlights(database, self.subjects, clock)

    @classmethod
    def open(cls, file: Path | None = None, clock: Clock = now) -> Marks:
        """Open the marks in `file`, or in the user's own; made where there are none.

        Raises `MarksError` where the file cannot be used.
        """
        return cls(Database.open(file or own_file()), clock)

    @classmethod
    def to_read(cls) -> Marks:
        """The user's own marks; where there are none yet, no file is made."""
        return cls.open() if own_file().exists() else cls.in_memory()

    @classmethod
    def in_memory(cls, clock: Clock = now) -> Marks:
        """Marks that last as long as the program, where no file can be used."""
        return cls(Database.open(None), clock)

    def __enter__(self) -> Marks:
        """Use the marks as a context that closes them."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close them."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @property
    def file(self) -> Path | None:
        """Where they are kept; None for marks in memory."""
        return self._database.path

    def version(self) -> tuple[int, int]:
        """Differs from an earlier answer when anything changed, here or in another process."""
        return self._database.version()

    def bundle(self, archive_id: str = "") -> Bundle:
        """All marks, of one archive or of all."""
        return bundle_of(self._database, archive_id)

    def merge(self, bundle: Bundle) -> None:
        """Add what is in `bundle`; nothing of one's own is lost."""
        Merging(self._database, self.subjects, self.highlights).merge(bundle)

    def back_up(self, path: Path) -> None:
        """Write a whole copy to `path`; raises `MarksError`."""
        write_backup(self._database, path)

    def restore(self, path: Path, replace: bool = False) -> Path | None:
        """Merge the marks in a backup or JSON file at `path`, or put them in place of one's own.

        In the latter case returns the file that one's own are kept in. Raises `MarksError`
        where `path` cannot be used, and then changes nothing.
        """
        if is_database(path):
            with opened_backup(path) as backup:
                bundle = checked(lambda: bundle_of(backup), path)
        else:
            bundle = read_json(path)
        kept = keep_aside(self._database, self._clock) if replace else None
        with self._database.batch():
            if replace:
                self.clear()
            self.merge(bundle)
        return kept

    def clear(self) -> None:
        """Take everything away."""
        with self._database.batch():
            self._database.run("DELETE FROM subjects")  # and with them what is marked
            self._database.run("DELETE FROM collections WHERE number != ?", (FAVOURITES,))
            self._database.run("DELETE FROM archives")

    def position(self, archive_id: str, item_id: str) -> Position | None:
        """Where someone stopped in an item; None where they never read it."""
        return self.reading.position(archive_id, item_id)

    def put_position(self, archive_id: str, item_id: str, point: int, length: int) -> None:
        """Keep the code point `point` of a text of `length` as where someone stopped."""
        self.reading.put_position(archive_id, item_id, point, length)

    def visit(self, archive_id: str, item_id: str, title: str = "") -> int:
        """Note that an item is read now; the visit's number, for `reading.put_time`."""
        return self.reading.visit(archive_id, item_id, title)


def own_file() -> Path:
    """The user's own marks."""
    return data_folder() / "marks.db"
