"""Rows of tables as text, whatever file they come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.messages import Message

MAX_ROW = 16 * 1024 * 1024  # characters; a book of a million words has six million
MAX_COLUMNS = 2000


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number in the file, from 1, as a person sees it, and its cells as text."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(map(str.strip, self.cells))


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read, and why."""

    number: int
    reason: Message


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file; `name` is "" where the file has only one. Read the rows once."""

    name: str
    rows: Iterator[Row | BadRow]
