"""Statements read many at a time, without the rest of their items."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, NamedTuple

Run = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
_PAGE = 500  # items read at a time: between two pages work can be cancelled


class Said(NamedTuple):
    """One statement: the number of its item, its place there, who speaks, where in the text."""

    item: int
    place: int
    speaker: str
    first: int
    last: int


class SaidIn(NamedTuple):
    """The statements of an item: its number, its ISO day or "", its text where asked for."""

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


def said_in(
    run: Run, numbers: Iterable[int], speakers: Collection[str] | None, with_text: bool
) -> Iterator[SaidIn]:
    """Yield the statements of the items `numbers` that have some, those of `speakers` alone."""
    waiting = iter(numbers)
    while page := list(islice(waiting, _PAGE)):
        marks = ",".join("?" * len(page))
        rows = run(
            "SELECT item, place, speaker, first, last FROM statements "
            f"WHERE item IN ({marks}) ORDER BY item, place",
            page,
        )
        yield from _with_items(run, _spoken_by(rows, speakers), with_text)


def all_said(run: Run, speakers: Collection[str] | None) -> Iterator[SaidIn]:
    """Yield the statements of all items, without text, those of `speakers` alone."""
    days: dict[int, str | None] = dict(run("SELECT number, date FROM items", ()))
    rows = run("SELECT item, place, speaker, first, last FROM statements", ())
    for number, said in _spoken_by(rows, speakers).items():
        yield SaidIn(number, days.get(number) or "", "", said)


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


def _spoken_by(
    rows: Iterable[tuple[Any, ...]], speakers: Collection[str] | None
) -> dict[int, tuple[Said, ...]]:
    if speakers is not None:
        rows = (row for row in rows if row[2] in speakers)
    return {number: tuple(map(Said._make, found)) for number, found in groupby(rows, itemgetter(0))}


def _with_items(run: Run, said: dict[int, tuple[Said, ...]], with_text: bool) -> Iterator[SaidIn]:
    marks = ",".join("?" * len(said))
    text = "paragraphs" if with_text else "'[]'"
    rows = run(f"SELECT number, date, {text} FROM items WHERE number IN ({marks})", [*said])
    for number, day, paragraphs in rows:
        yield SaidIn(number, day or "", "\n".join(json.loads(paragraphs)), said[number])
