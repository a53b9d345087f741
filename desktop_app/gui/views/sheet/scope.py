"""Which photos a sheet is of: those of the item read, of what was found, of the whole archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from desktop_app.errors import Cancelled
from desktop_app.search.bilingual.expanding import Off
from desktop_app.search.highlight import Highlighter
from desktop_app.search.nodes import Node
from desktop_app.sheets.people import Named
from desktop_app.sheets.sheet import Sheet, SheetSort
from desktop_app.together import Searched

Stop = Callable[[], bool]


class Scope(Enum):
    """What the photos of a sheet belong to."""

    ITEM = "item"
    SEARCH = "search"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Months:
    """What is chosen on the time line: from one month ("2021-08") to another, or the undated."""

    first: str = ""
    last: str = ""
    undated: bool = False

    def of(self, sheet: Sheet) -> Sheet:
        """What of `sheet` is chosen."""
        if self.undated:
            return sheet.without_date()
        return sheet.between(self.first, self.last) if self.first else sheet


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sheet is asked for.

    `query` is meant in both languages, without the translations `off`, unless `off` is None.
    """

    scope: Scope
    item_id: str = ""
    query: str = ""
    off: Off | None = None
    sort: SheetSort = SheetSort.NEWEST
    person: Named | None = None
    months: Months = Months()


@dataclass(frozen=True)
class Answered:
    """The photos asked for, those there would be of all months, and of all people too.

    `marked` finds what of their captions was searched for.
    """

    asked: Asked
    sheet: Sheet
    every_month: Sheet
    whole: Sheet
    marked: Highlighter | None


def answer(archive: Searched, asked: Asked, cancelled: Stop, before: Answered | None) -> Answered:
    """Make the sheet that is asked for; raises `Cancelled`.

    What differs from `before`, of the same archive, in months alone is made from that.
    """
    if before is not None and replace(asked, months=before.asked.months) == before.asked:
        sheet = asked.months.of(before.every_month)
        return replace(before, asked=asked, sheet=sheet)
    if before is not None and _only_the_person_differs(asked, before.asked):
        whole, marked = before.whole, before.marked
    else:
        whole, marked = _whole(archive, asked, cancelled)
    every = whole
    if asked.person is not None:
        every = archive.sheets.showing(whole, asked.person, cancelled)
    if cancelled():
        raise Cancelled
    return Answered(asked, asked.months.of(every), every, whole, marked)


def _only_the_person_differs(asked: Asked, before: Asked) -> bool:
    return replace(asked, person=None, months=Months()) == replace(
        before, person=None, months=Months()
    )


def _whole(archive: Searched, asked: Asked, cancelled: Stop) -> tuple[Sheet, Highlighter | None]:
    sheets, sort = archive.sheets, asked.sort
    if asked.scope is Scope.ARCHIVE:
        return sheets.all(sort), None
    if asked.scope is Scope.ITEM:
        return sheets.of_item(asked.item_id, sort), None
    query: str | Node = asked.query
    if asked.off is not None and asked.query.strip():
        query = archive.bilingual.read(asked.query, asked.off).node
    matches = archive.search(query, cancelled=cancelled)
    marked = Highlighter.of(matches.query)
    return sheets.of_items(matches.numbers, sort, marked, cancelled), marked
