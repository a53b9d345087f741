"""Highlights: passages someone marked in a colour, with a note or without."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desktop_app.errors import MarksError
from desktop_app.marks.anchors import Anchor
from desktop_app.marks.database import Database
from desktop_app.marks.subjects import Clock, Subject, Subjects, moment, stamp
from desktop_app.messages import message

COLOURS = ("yellow", "green", "blue", "pink")
LONGEST_NOTE = 100_000  # characters
_SELECT = (
    "SELECT h.id, archive, item, title, start, stop, exact, prefix, suffix, colour, note, "
    "made, changed FROM highlights h JOIN subjects s ON s.number = h.subject "
)
_BY_PLACE = " ORDER BY start, stop, made, h.id"
_BY_TIME = " ORDER BY made DESC, h.id"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked passage. `id` is a UUID; `colour` one of `COLOURS`; `note` may be empty."""

    id: str
    subject: Subject
    anchor: Anchor
    colour: str
    note: str
    made: datetime
    changed: datetime


class Highlights:
    """The highlights of all items."""

    def __init__(self, database: Database, subjects: Subjects, clock: Clock) -> None:
        """Keep them in `database`; `clock` tells the moment."""
        self._database, self._subjects, self._clock = database, subjects, clock

    def add(
        self, subject: Subject, anchor: Anchor, colour: str = COLOURS[0], note: str = ""
    ) -> Highlight:
        """Mark a passage; raises `MarksError` where it is empty."""
        if not anchor.exact.strip():
            raise MarksError(message("nothing is selected; select the words to highlight first"))
        at = self._clock()
        made = Highlight(str(uuid.uuid4()), subject, anchor, colour, note, at, at)
        self.put(made)
        return made

    def put(self, highlight: Highlight) -> None:
        """Keep `highlight` as it is, in place of one of its id; so is a deletion undone."""
        anchor = highlight.anchor
        if len(highlight.note) > LONGEST_NOTE:
            raise MarksError(
                message("a note has {most} characters at most; shorten it", most=LONGEST_NOTE)
            )
        colour = highlight.colour if highlight.colour in COLOURS else COLOURS[0]
        place = (anchor.start, anchor.stop, anchor.exact, anchor.prefix, anchor.suffix)
        with self._database.batch():
            subject = self._subjects.make(
                highlight.subject.archive, highlight.subject.item, highlight.subject.title
            )
            self._database.run(
                "INSERT OR REPLACE INTO highlights VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    highlight.id,
                    subject,
                    *place,
                    colour,
                    highlight.note,
                    stamp(highlight.made),
                    stamp(highlight.changed),
                ),
            )

    def change(
        self, highlight_id: str, colour: str | None = None, note: str | None = None
    ) -> Highlight | None:
        """Give a highlight another colour or note; None where it is gone."""
        with self._database.batch():
            before = self.one(highlight_id)
            if before is None:
                return None
            after = replace(
                before,
                colour=before.colour if colour is None else colour,
                note=before.note if note is None else note,
                changed=self._clock(),
            )
            self.put(after)
        return after

    def remove(self, highlight_id: str) -> Highlight | None:
        """Take a highlight away; what it was, for `put` to bring back."""
        with self._database.batch():
            before = self.one(highlight_id)
            self._database.run("DELETE FROM highlights WHERE id = ?", (highlight_id,))
        return before

    def one(self, highlight_id: str) -> Highlight | None:
        """The highlight with this id."""
        rows = self._database.rows(f"{_SELECT} WHERE h.id = ?", (highlight_id,))
        return _highlight(rows[0]) if rows else None

    def of(self, archive_id: str, item_id: str) -> list[Highlight]:
        """The highlights of an item, by place."""
        sql = f"{_SELECT} WHERE archive = ? AND item = ? {_BY_PLACE}"
        return [_highlight(row) for row in self._database.rows(sql, (archive_id, item_id))]

    def all(self, archive_id: str = "") -> list[Highlight]:
        """The highlights of an archive or of all, the latest first."""
        return highlights_in(self._database, archive_id)

    def items(self, archive_id: str, with_note: bool = False) -> set[str]:
        """The ids of an archive's items that have highlights, or have notes on them."""
        rows = self._database.rows(
            "SELECT DISTINCT item FROM highlights JOIN subjects ON number = subject "
            "WHERE archive = ? AND (note != '' OR NOT ?)",
            (archive_id, with_note),
        )
        return {row[0] for row in rows}


def highlights_in(database: Database, archive_id: str = "") -> list[Highlight]:
    """The highlights of an archive or of all, the latest first."""
    sql = f"{_SELECT} WHERE ? IN ('', archive) {_BY_TIME}"
    return [_highlight(row) for row in database.rows(sql, (archive_id,))]


def _highlight(row: tuple[Any, ...]) -> Highlight:
    return Highlight(
        id=row[0],
        subject=Subject(*row[1:4]),
        anchor=Anchor(*row[4:9]),
        colour=row[9],
        note=row[10],
        made=moment(row[11]),
        changed=moment(row[12]),
    )
