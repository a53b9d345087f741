"""Statements read many at a time, without the rest of their items."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

Run = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
_PAGE = 500  # items read at a time: between two pages work can be cancelled
_MANY = 20_000  # items from which on reading the statements of all is faster


class Said(NamedTuple):
    """One statement: the number of its item, its place there, who speaks, where in the text."""

    item: int
    place: int
    speaker: str
    first: int
    last: int


class Head(NamedTuple):
    """A statement without its text: `day` is ISO or ""."""

    item: int
    place: int
    day: str
    speaker: str


class SaidIn(NamedTuple):
    """The statements of an item: its number, its ISO day or "", its text."""

    item: int
    day: str
    text: str
    said: tuple[Said, ...]


class SpeakerRow(NamedTuple):
    """How often a name speaks in a role, and its first and last ISO day or ""."""

    name: str
    role: str
    statements: int
    first: str
    last: str


def said_in(run: Run, numbers: Iterable[int], speakers: Collection[str] | None) -> Iterator[SaidIn]:
    """Yield the statements of the items `numbers` that have some, those of `speakers` alone."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), _PAGE):
        page = wanted[start : start + _PAGE]
        rows = run(
            "SELECT item, place, speaker, first, last FROM statements "
            f"WHERE item IN ({_marks(page)}) ORDER BY item, place",
            page,
        )
        yield from _with_items(run, _spoken_by(rows, speakers))


def heads(
    run: Run, numbers: Collection[int] | None, speakers: Collection[str] | None
) -> Iterator[Head]:
    """Yield the statements of the items `numbers`, those of `speakers`, in order (None: all).

    Without their text.
    """
    few = None if speakers is None or len(speakers) > _PAGE else sorted(speakers)
    spoken = "" if few is None else f" AND speaker IN ({_marks(few)})"
    sql = (
        "SELECT item, place, coalesce(date, ''), speaker FROM statements "
        f"CROSS JOIN items ON number = item{spoken}{{}} ORDER BY item, place"
    )
    for page in _pages(numbers):
        among = "" if page is None else f" AND item IN ({_marks(page)})"
        for row in run(sql.format(among), [*(few or ()), *(page or ())]):
            if (speakers is None or row[3] in speakers) and (numbers is None or row[0] in numbers):
                yield Head._make(row)


def _pages(numbers: Collection[int] | None) -> Iterator[list[int] | None]:
    """The numbers a page at a time; None, once, where it is best to go through all."""
    if numbers is None or len(numbers) > _MANY:
        yield None
        return
    wanted = sorted(numbers)
    yield from (wanted[start : start + _PAGE] for start in range(0, len(wanted), _PAGE))


def with_statements(run: Run) -> list[int]:
    """The numbers of all items in which someone speaks."""
    return [number for (number,) in run("SELECT DISTINCT item FROM statements", ())]


def speaker_rows(run: Run) -> list[SpeakerRow]:
    """Every name in every role in which it speaks."""
    rows = run(
        "SELECT speaker, role, count(*), coalesce(min(date), ''), coalesce(max(date), '') "
        "FROM statements JOIN items ON number = item GROUP BY speaker, role",
        (),
    )
    return [SpeakerRow(*row) for row in rows]


def counted(run: Run, numbers: Iterable[int]) -> Counter[tuple[str, str]]:
    """How often each (name, role) speaks in the items `numbers`."""
    found: Counter[tuple[str, str]] = Counter()
    wanted = sorted(numbers)
    for start in range(0, len(wanted), _PAGE):
        page = wanted[start : start + _PAGE]
        sql = f"SELECT speaker, role FROM statements WHERE item IN ({_marks(page)})"
        found.update((speaker, role) for speaker, role in run(sql, page))
    return found


def _spoken_by(
    rows: Iterable[tuple[Any, ...]], speakers: Collection[str] | None
) -> dict[int, tuple[Said, ...]]:
    if speakers is not None:
        rows = (row for row in rows if row[2] in speakers)
    return {number: tuple(map(Said._make, found)) for number, found in groupby(rows, itemgetter(0))}


def _with_items(run: Run, said: dict[int, tuple[Said, ...]]) -> Iterator[SaidIn]:
    sql = "SELECT number, date, paragraphs FROM items WHERE number IN ({}) ORDER BY number"
    for number, day, paragraphs in run(sql.format(_marks(said)), [*said]):
        yield SaidIn(number, day or "", "\n".join(json.loads(paragraphs)), said[number])


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))
