"""What speech is read from: the items' texts and who speaks where in them, in bulk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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


class PersonShelf:
    """A shelf on which each speaker is called as a person, whatever name they speak under."""

    def __init__(self, shelf: Shelf, persons: Callable[[], Callable[[str], str]]) -> None:
        """Read `shelf`; what `persons` gives says what the person is called who has a name."""
        self._shelf, self._persons = shelf, persons

    def texts(self, numbers: Sequence[int]) -> Iterable[tuple[int, str]]:
        """Number and text of each."""
        return self._shelf.texts(numbers)

    def about(self, numbers: Sequence[int]) -> Iterable[tuple[int, tuple[str, str, str, str]]]:
        """Number and the values of `About` of each."""
        return self._shelf.about(numbers)

    def spoken(self, numbers: Sequence[int]) -> Iterable[tuple[int, int, int, str]]:
        """Number, start, end and person of every statement."""
        person = self._persons()
        for number, start, end, speaker in self._shelf.spoken(numbers):
            yield number, start, end, person(speaker)
