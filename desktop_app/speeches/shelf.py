"""What speech is read from: the items' texts and who speaks where in them, in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol


class About(NamedTuple):
    """What a line says of its item; `date` is an ISO day or ""."""

    id: str
    title: str
    date: str
    source: str


class Spoken(NamedTuple):
    """Who speaks in the item `number` from code point `start` to before `end` of its text."""

    number: int
    start: int
    end: int
    speaker: str


class Shelf(Protocol):
    """Reads items by their numbers, which ascend; unknown ones are left out."""

    def texts(self, numbers: Sequence[int]) -> Iterable[tuple[int, str]]:
        """Number and text (paragraphs joined by line ends) of each, in order."""

    def about(self, numbers: Sequence[int]) -> Iterable[tuple[int, tuple[str, str, str, str]]]:
        """Number and the values of `About` of each."""

    def spoken(self, numbers: Sequence[int]) -> Iterable[tuple[int, int, int, str]]:
        """The values of `Spoken` of all their statements, by number, then start."""
