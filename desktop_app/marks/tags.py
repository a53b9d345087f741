"""Tags: a reader's own words for items."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.marks.database import Database
from desktop_app.marks.names import clean_name, key_of
from desktop_app.marks.subjects import Clock, Subject, Subjects, stamp


class Tags:
    """The tags of all items; one that no item has is forgotten."""

    def __init__(self, database: Database, subjects: Subjects, clock: Clock) -> None:
        """Keep them in `database`; `clock` tells the moment."""
        self._database, self._subjects, self._clock = database, subjects, clock

    def of(self, archive_id: str, item_id: str) -> list[str]:
        """The tags of an item, by name."""
        rows = self._database.rows(
            "SELECT name FROM tags WHERE subject = ? ORDER BY key",
            (self._subjects.number(archive_id, item_id),),
        )
        return [row[0] for row in rows]

    def all(self, archive_id: str = "") -> dict[str, int]:
        """Every tag of an archive or of all, most used first: name -> how many items have it."""
        rows = self._database.rows(
            "SELECT min(name), count(*) FROM tags JOIN subjects ON number = subject "
            "WHERE ? IN ('', archive) GROUP BY key ORDER BY count(*) DESC, key",
            (archive_id,),
        )
        return dict(rows)

    def add(self, subject: Subject, name: str) -> None:
        """Give an item a tag, spelled as it is on other items."""
        name, key = clean_name(name), key_of(name)
        with self._database.batch():
            known = self._database.rows("SELECT name FROM tags WHERE key = ? LIMIT 1", (key,))
            number = self._subjects.make(subject.archive, subject.item, subject.title)
            values = (number, key, known[0][0] if known else name, stamp(self._clock()))
            self._database.run("INSERT OR IGNORE INTO tags VALUES (?, ?, ?, ?)", values)

    def remove(self, archive_id: str, item_id: str, name: str) -> None:
        """Take a tag from an item."""
        with self._database.batch():
            self._database.run(
                "DELETE FROM tags WHERE subject = ? AND key = ?",
                (self._subjects.number(archive_id, item_id), key_of(name)),
            )

    def put(self, subject: Subject, names: Iterable[str]) -> None:
        """Have an item have these tags and no others."""
        wanted = {key_of(name): clean_name(name) for name in names}
        with self._database.batch():
            for name in self.of(subject.archive, subject.item):
                if key_of(name) not in wanted:
                    self.remove(subject.archive, subject.item, name)
            for name in wanted.values():
                self.add(subject, name)

    def rename(self, name: str, to: str) -> None:
        """Call a tag otherwise everywhere; one that is called so already takes it in."""
        cleaned, old, new = clean_name(to), key_of(name), key_of(to)
        with self._database.batch():
            self._database.run(
                "UPDATE OR IGNORE tags SET key = ?, name = ? WHERE key = ?", (new, cleaned, old)
            )
            self._database.run("UPDATE tags SET name = ? WHERE key = ?", (cleaned, new))
            if old != new:
                self._database.run("DELETE FROM tags WHERE key = ?", (old,))

    def items(self, archive_id: str, name: str, begins: bool = False) -> set[str]:
        """The ids of an archive's items, or of all, with a tag, or one that begins so."""
        key = key_of(name)
        rows = self._database.rows(
            "SELECT item FROM tags JOIN subjects ON number = subject "
            "WHERE ? IN ('', archive) AND (key = ? OR ? AND substr(key, 1, ?) = ?)",
            (archive_id, key, begins, len(key), key),
        )
        return {row[0] for row in rows}

    def tagged(self, archive_id: str) -> set[str]:
        """The ids of an archive's items that have any tag."""
        sql = "SELECT DISTINCT item FROM tags JOIN subjects ON number = subject WHERE archive = ?"
        return {row[0] for row in self._database.rows(sql, (archive_id,))}
