"""Items read many at a time, whole or for a statement of theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, TypeVar

from desktop_app.items import Item, Statement
from desktop_app.store.rows import PHOTO_COLUMNS, STATEMENT_COLUMNS, item_from, statement_from

Run = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
Place = tuple[int, int]
"""The number of an item, and the place of a statement among its own."""
Value = TypeVar("Value")
_PAGE = 500  # SQLite binds some thousands of values at most


class ItemPages:
    """Reads items by their numbers."""

    def __init__(self, run: Run, columns: str, has_said: bool) -> None:
        """Use `run` for SQL; `columns` of the items; an archive of before has no statements."""
        self._run, self._columns, self._has_said = run, columns, has_said

    def items(self, numbers: Sequence[int]) -> dict[int, Item]:
        """The items with these numbers; unknown numbers are left out."""
        found: dict[int, Item] = {}
        for page in _pages(numbers):
            said = self._parts("statements", STATEMENT_COLUMNS, page) if self._has_said else {}
            found.update(self._items(page, said))
        return found

    def said(self, places: Sequence[Place]) -> dict[Place, tuple[Item, Statement]]:
        """The statement at each of `places` and its item; this has no statements, or photos.

        A speech has hundreds of statements: to read them all for the sake of one would take
        longer than all else a list of statements does. Who else speaks is told of items with
        photos, where it helps to know whom these show.
        """
        if not self._has_said:
            return {}
        items: dict[int, Item] = {}
        for numbers in _pages(list(dict.fromkeys(number for number, _place in places))):
            items.update(self._items(numbers, {}))
        items.update(self.items([number for number, item in items.items() if item.photos]))
        texts = {number: item.text for number, item in items.items()}
        return {
            (number, place): (items[number], statement_from(tuple(row), texts[number]))
            for page in _pages(places)
            for number, place, *row in self._statements(page)
            if number in items
        }

    def _items(
        self, numbers: Sequence[int], said: dict[int, list[tuple[Any, ...]]]
    ) -> dict[int, Item]:
        rows = self._run(
            f"SELECT number, {self._columns} FROM items WHERE number IN ({_marks(numbers)})",
            numbers,
        )
        photos = self._parts("photos", PHOTO_COLUMNS, numbers)
        return {
            row[0]: item_from(row[1:], photos.get(row[0], ()), said.get(row[0], ())) for row in rows
        }

    def _statements(self, places: Sequence[Place]) -> list[tuple[Any, ...]]:
        return self._run(
            f"SELECT item, place, {STATEMENT_COLUMNS} FROM statements "
            f"WHERE (item, place) IN (VALUES {','.join(['(?, ?)'] * len(places))})",
            list(chain.from_iterable(places)),
        )

    def _parts(
        self, table: str, columns: str, numbers: Sequence[int]
    ) -> dict[int, list[tuple[Any, ...]]]:
        """The rows of `table` that belong to these items, by item, in order."""
        found: dict[int, list[tuple[Any, ...]]] = {}
        for number, *values in self._run(
            f"SELECT item, {columns} FROM {table} "
            f"WHERE item IN ({_marks(numbers)}) ORDER BY item, place",
            numbers,
        ):
            found.setdefault(number, []).append(tuple(values))
        return found


def _pages(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    return (values[start : start + _PAGE] for start in range(0, len(values), _PAGE))


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
