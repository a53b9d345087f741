"""What is done to a row of the view of marks, each with what undoes it."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.gui.views.marks.sections import Kind, Row, Section
from desktop_app.marks.marks import Marks

Undo = Callable[[], object]


def removed(marks: Marks, archive_id: str, section: Section, row: Row) -> Undo | None:
    """Take a row away; what brings it back, None where nothing was done."""
    if row.highlight is not None:
        highlight = row.highlight
        marks.highlights.remove(highlight.id)
        return lambda: marks.highlights.put(highlight)
    if row.visit is not None:
        before = marks.bundle(archive_id)
        marks.reading.forget([row.visit.number])
        return lambda: marks.merge(before)
    if row.tag:
        before = marks.bundle(archive_id)
        for item in marks.tags.items(archive_id, row.tag):
            marks.tags.remove(archive_id, item, row.tag)
        return lambda: marks.merge(before)
    if section.kind is Kind.COLLECTION and row.subject is not None:
        return _taken_out(marks, section.number, row)
    return None


def _taken_out(marks: Marks, number: int, row: Row) -> Undo | None:
    subject = row.subject
    if subject is None:
        return None
    order = [each.subject for each in marks.collections.contents(number)]
    marks.collections.remove(number, subject.archive, subject.item)

    def undo() -> None:
        marks.collections.add(number, subject)
        marks.collections.order(number, order)

    return undo


def dropped(marks: Marks, section: Section) -> Undo:
    """Take a collection away."""
    order = [each.subject for each in marks.collections.contents(section.number)]
    places = [each.name for each in marks.collections.all()]
    marks.collections.drop(section.number)

    def undo() -> None:
        number = marks.collections.make(section.name)
        for subject in order:
            marks.collections.add(number, subject)
        named = (marks.collections.named(name) for name in places if name)
        marks.collections.order_all([each for each in named if each is not None])

    return undo


def forgotten(marks: Marks, archive_id: str) -> Undo:
    """Empty the history of an archive."""
    before = marks.bundle(archive_id)
    marks.reading.forget([each.number for each in marks.reading.history(10**9, archive_id)])
    return lambda: marks.merge(before)


def moved(marks: Marks, section: Section, row: Row, before: Row | None) -> None:
    """Put a row of a collection before another, or at the end."""
    subjects = [each.subject for each in marks.collections.contents(section.number)]
    if row.subject is None or row.subject not in subjects or row is before:
        return
    subjects.remove(row.subject)
    at = len(subjects)
    if before is not None and before.subject in subjects:
        at = subjects.index(before.subject)
    subjects.insert(at, row.subject)
    marks.collections.order(section.number, subjects)
