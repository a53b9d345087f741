"""The sections of the view of marks, and the rows of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from desktop_app.gui.look import Look
from desktop_app.language.folding import fold
from desktop_app.marks.collections import Collected
from desktop_app.marks.highlights import Highlight
from desktop_app.marks.marks import Marks
from desktop_app.marks.reading import Visit
from desktop_app.marks.schema import FAVOURITES
from desktop_app.marks.subjects import Subject

_MOST_VISITS = 2000
_SHORTEST_VISIT = 60  # seconds of reading that are told


class Kind(Enum):
    """What a section lists."""

    COLLECTION = "collection"
    HIGHLIGHTS = "highlights"
    TAGS = "tags"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Section:
    """A section; `number` is a collection's, the bookmarks among them."""

    kind: Kind
    number: int = 0
    name: str = ""
    size: int = 0

    @property
    def is_own(self) -> bool:
        """Whether it is a collection that the reader made."""
        return self.kind is Kind.COLLECTION and self.number != FAVOURITES


@dataclass(frozen=True, slots=True)
class Row:
    """One row. What it is of tells what can be done with it.

    `quiet` is small print; `quote` and `note` are a highlight's.
    """

    title: str
    quiet: str
    subject: Subject | None = None
    highlight: Highlight | None = None
    visit: Visit | None = None
    tag: str = ""

    @property
    def quote(self) -> str:
        """What is highlighted."""
        return " ".join(self.highlight.anchor.exact.split()) if self.highlight else ""

    @property
    def note(self) -> str:
        """What was written on it."""
        return " ".join(self.highlight.note.split()) if self.highlight else ""


def sections(marks: Marks, archive_id: str) -> list[Section]:
    """All sections, with how much of an archive is in each."""
    collections = [
        Section(
            Kind.COLLECTION,
            each.number,
            each.name,
            len(marks.collections.contents(each.number, archive_id)),
        )
        for each in marks.collections.all()
    ]
    highlights = len(marks.highlights.all(archive_id))
    visits = len(marks.reading.history(_MOST_VISITS, archive_id))
    return [
        collections[0],
        Section(Kind.HIGHLIGHTS, size=highlights),
        Section(Kind.TAGS, size=len(marks.tags.all(archive_id))),
        Section(Kind.HISTORY, size=visits),
        *collections[1:],
    ]


def rows_of(section: Section, marks: Marks, archive_id: str, look: Look) -> list[Row]:
    """The rows of a section, of one archive."""
    if section.kind is Kind.COLLECTION:
        found = marks.collections.contents(section.number, archive_id)
        return [_collected(each, look) for each in found]
    if section.kind is Kind.HIGHLIGHTS:
        return [_highlight(each, look) for each in marks.highlights.all(archive_id)]
    if section.kind is Kind.TAGS:
        counts = marks.tags.all(archive_id).items()
        plural = look.catalog.plural
        return [
            Row(name, plural("{count} item", "{count} items", count), tag=name)
            for name, count in counts
        ]
    visits = marks.reading.history(_MOST_VISITS, archive_id)
    return [_visit(each, look) for each in visits]


def having(rows: Sequence[Row], text: str) -> Iterator[Row]:
    """Those of `rows` that have all words of `text`, in either Chinese script."""
    wanted = fold(text).split()
    for row in rows:
        written = fold("\n".join((row.title, row.quiet, row.quote, row.note)))
        if all(word in written for word in wanted):
            yield row


def _collected(collected: Collected, look: Look) -> Row:
    day = look.catalog.date(collected.at.astimezone().date())
    return Row(_title(collected.subject), day, collected.subject)


def _highlight(highlight: Highlight, look: Look) -> Row:
    day = look.catalog.date(highlight.made.astimezone().date())
    return Row(_title(highlight.subject), day, highlight.subject, highlight)


def _visit(visit: Visit, look: Look) -> Row:
    catalog = look.catalog
    day = catalog.moment(visit.at.astimezone())
    long = catalog.duration(visit.seconds) if visit.seconds >= _SHORTEST_VISIT else ""
    return Row(
        _title(visit.subject), " · ".join(filter(None, (day, long))), visit.subject, visit=visit
    )


def _title(subject: Subject) -> str:
    return subject.title or subject.item
