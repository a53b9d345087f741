"""All marks at once, as they are exported, merged and restored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop_app.marks.collections import Collected
from desktop_app.marks.database import Database
from desktop_app.marks.highlights import Highlight, highlights_in
from desktop_app.marks.reading import Position
from desktop_app.marks.subjects import KnownArchive, Subject, moment


@dataclass(frozen=True, slots=True)
class MarkedItem:
    """All marks of one item but the collections it is in.

    `seen` is whether it was read, since when; `visits` are moments and seconds; `tags` are
    names and when they were given.
    """

    subject: Subject
    position: Position | None = None
    seen: tuple[bool, datetime] | None = None
    visits: tuple[tuple[datetime, int], ...] = ()
    tags: tuple[tuple[str, datetime], ...] = ()
    highlights: tuple[Highlight, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledCollection:
    """A collection with what is in it; the bookmarks have the name ""."""

    name: str
    items: tuple[Collected, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything."""

    archives: tuple[KnownArchive, ...]
    items: tuple[MarkedItem, ...]
    collections: tuple[FilledCollection, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How many there are of each."""

    items: int
    bookmarks: int
    collections: int
    tags: int
    highlights: int
    notes: int
    visits: int


def bundle_of(database: Database, archive_id: str = "") -> Bundle:
    """All marks, of one archive or of all, as of one moment."""
    with database.batch():
        rows = _Rows(database, archive_id)
        return Bundle(
            tuple(KnownArchive(*row) for row in rows.of("archives", "id, name, folder", "id")),
            tuple(_items(rows)),
            tuple(_collections(rows)),
        )


def figures_of(bundle: Bundle) -> Figures:
    """Count what is in `bundle`."""
    highlights = [each for item in bundle.items for each in item.highlights]
    own = [each for each in bundle.collections if each.name]
    return Figures(
        items=len(bundle.items),
        bookmarks=sum(len(each.items) for each in bundle.collections if not each.name),
        collections=len(own),
        tags=len({name for item in bundle.items for name, _at in item.tags}),
        highlights=len(highlights),
        notes=sum(1 for each in highlights if each.note),
        visits=sum(len(item.visits) for item in bundle.items),
    )


class _Rows:
    """Reads tables, of one archive or of all."""

    def __init__(self, database: Database, archive_id: str) -> None:
        self._database, self._archive_id = database, archive_id

    def of(self, table: str, columns: str, archive: str = "archive") -> list[tuple[Any, ...]]:
        """These columns of the table, where its column `archive` is the one asked for."""
        sql = f"SELECT {columns} FROM {table} WHERE ? IN ('', {archive})"
        return self._database.rows(sql, (self._archive_id,))

    def by_subject(self, table: str, columns: str) -> dict[int, list[tuple[Any, ...]]]:
        """Rows of a table of marks, for the number of each item."""
        found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        joined = f"{table} JOIN subjects s ON s.number = subject"
        for number, *row in self.of(joined, f"s.number, {columns}"):
            found[number].append(tuple(row))
        return found

    def every(self, table: str, columns: str) -> list[tuple[Any, ...]]:
        """These columns of a table that is of no archive."""
        return self._database.rows(f"SELECT {columns} FROM {table}")

    def highlights(self) -> Iterable[Highlight]:
        """All highlights."""
        return highlights_in(self._database, self._archive_id)


def _items(rows: _Rows) -> Iterator[MarkedItem]:
    positions = rows.by_subject("positions", "point, length, at")
    seen = rows.by_subject("seen", "seen, at")
    visits = rows.by_subject("visits", "at, seconds")
    tags = rows.by_subject("tags", "name, at")
    highlights: dict[Subject, list[Highlight]] = defaultdict(list)
    for highlight in rows.highlights():
        highlights[highlight.subject].append(highlight)
    for number, *about in rows.of("subjects", "number, archive, item, title"):
        subject = Subject(*about)
        stopped = [Position(p, length, moment(at)) for p, length, at in positions.get(number, ())]
        known = [(bool(read), moment(at)) for read, at in seen.get(number, ())]
        yield MarkedItem(
            subject=subject,
            position=stopped[0] if stopped else None,
            seen=known[0] if known else None,
            visits=tuple((moment(at), seconds) for at, seconds in sorted(visits.get(number, ()))),
            tags=tuple((name, moment(at)) for name, at in sorted(tags.get(number, ()))),
            highlights=tuple(sorted(highlights.get(subject, ()), key=_place)),
        )


def _place(highlight: Highlight) -> tuple[int, int, str]:
    return highlight.anchor.start, highlight.anchor.stop, highlight.id


def _collections(rows: _Rows) -> Iterator[FilledCollection]:
    within: dict[int, list[Collected]] = defaultdict(list)
    joined = "collected JOIN subjects ON number = subject"
    columns = "collection, place, archive, item, title, at"
    for number, _place, *about, at in sorted(rows.of(joined, columns)):
        within[number].append(Collected(Subject(*about), moment(at)))
    named = rows.every("collections", "place, number, name")
    for _place, number, name in sorted(named):
        yield FilledCollection(name, tuple(within.get(number, ())))
