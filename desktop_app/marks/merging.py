"""Putting marks of elsewhere to one's own: what either has is there afterwards.

Of two readings of one thing the later counts; of two notes on one highlight that say
different things, both are kept, the later first.
"""

from __future__ import annotations

from dataclasses import replace

from desktop_app.marks.bundle import Bundle, FilledCollection, MarkedItem
from desktop_app.marks.database import Database
from desktop_app.marks.highlights import LONGEST_NOTE, Highlight, Highlights
from desktop_app.marks.names import clean_name, key_of
from desktop_app.marks.schema import FAVOURITES
from desktop_app.marks.subjects import Subject, Subjects, stamp

_LATER = " DO UPDATE SET {} WHERE excluded.at > at"


class Merging:
    """Merges bundles into one database."""

    def __init__(self, database: Database, subjects: Subjects, highlights: Highlights) -> None:
        """Write to `database`, through what else writes there."""
        self._database, self._subjects, self._highlights = database, subjects, highlights

    def merge(self, bundle: Bundle) -> None:
        """Add what is in `bundle`; all of it or, where something fails, nothing."""
        with self._database.batch():
            for archive in bundle.archives:
                values = (archive.id, archive.name, archive.folder)
                self._database.run("INSERT OR IGNORE INTO archives VALUES (?, ?, ?)", values)
            for item in bundle.items:
                self._item(item)
            for collection in bundle.collections:
                self._collection(collection)

    def _item(self, item: MarkedItem) -> None:
        number = self._number(item.subject)
        if item.position is not None:
            at = item.position
            sql = "INSERT INTO positions VALUES (?, ?, ?, ?) ON CONFLICT" + _LATER.format(
                "(point, length, at) = (excluded.point, excluded.length, excluded.at)"
            )
            self._database.run(sql, (number, at.point, at.length, stamp(at.at)))
        if item.seen is not None:
            sql = "INSERT INTO seen VALUES (?, ?, ?) ON CONFLICT" + _LATER.format(
                "(seen, at) = (excluded.seen, excluded.at)"
            )
            self._database.run(sql, (number, int(item.seen[0]), stamp(item.seen[1])))
        for when, seconds in item.visits:
            self._database.run(
                "INSERT INTO visits (subject, at, seconds) VALUES (?, ?, ?) "
                "ON CONFLICT DO UPDATE SET seconds = max(seconds, excluded.seconds)",
                (number, stamp(when), seconds),
            )
        for name, when in item.tags:
            values = (number, key_of(name), clean_name(name), stamp(when))
            self._database.run("INSERT OR IGNORE INTO tags VALUES (?, ?, ?, ?)", values)
        for highlight in item.highlights:
            self._highlight(highlight)

    def _highlight(self, given: Highlight) -> None:
        own = self._highlights.one(given.id)
        if own is None:
            self._highlights.put(given)
        elif own != given:
            earlier, later = sorted((own, given), key=lambda each: each.changed)
            note = _both_notes(later.note, earlier.note)
            self._highlights.put(replace(later, subject=own.subject, note=note))

    def _collection(self, collection: FilledCollection) -> None:
        number = FAVOURITES
        if collection.name:
            name = clean_name(collection.name)
            self._database.run(
                "INSERT OR IGNORE INTO collections (name, key, place) "
                "SELECT ?, ?, max(place) + 1 FROM collections",
                (name, key_of(name)),
            )
            sql = "SELECT number FROM collections WHERE key = ?"
            number = self._database.rows(sql, (key_of(name),))[0][0]
        for each in collection.items:
            self._database.run(
                "INSERT OR IGNORE INTO collected SELECT ?, ?, coalesce(max(place), 0) + 1, ? "
                "FROM collected WHERE collection = ?",
                (number, self._number(each.subject), stamp(each.at), number),
            )

    def _number(self, subject: Subject) -> int:
        """The number of an item, whose own title stays where it has one."""
        known = self._subjects.number(subject.archive, subject.item)
        if known is not None and self._subjects.title(known):
            return known
        return self._subjects.make(subject.archive, subject.item, subject.title)


def _both_notes(later: str, earlier: str) -> str:
    """Both notes, unless one says what the other does."""
    if not earlier or earlier in later:
        return later
    if not later or later in earlier:
        return earlier
    return f"{later}\n\n{earlier}"[:LONGEST_NOTE]
