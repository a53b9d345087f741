"""What searching reads of items beside the index: of one store, or of several together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from desktop_app.items import Item, Origin, Statement
from desktop_app.store.item_pages import Place
from desktop_app.store.photo_shelf import PhotoHead, PhotoRow
from desktop_app.store.said import Head, SaidIn, SpeakerRow


class TextReading(Protocol):
    """Texts read in bulk by numbers, which ascend; unknown ones are left out."""

    def texts(self, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Number and text (paragraphs joined by line ends) of each, in order."""

    def about(self, numbers: Sequence[int]) -> Iterator[tuple[int, tuple[str, str, str, str]]]:
        """Number of each, with its id, title, ISO date ("" for none) and source."""

    def spoken(self, numbers: Sequence[int]) -> Iterator[tuple[int, int, int, str]]:
        """Number, start, end and speaker of every statement, by number, then start."""


class SpeechReading(Protocol):
    """What was said."""

    def heads(
        self, numbers: Collection[int] | None, speakers: Collection[str] | None
    ) -> Iterator[Head]:
        """Yield statements of the items `numbers` by `speakers` (None: all), without their text."""

    def said(
        self, numbers: Collection[int] | None, speakers: Collection[str] | None
    ) -> Iterator[SaidIn]:
        """Yield the statements of the items `numbers` (None: all), those of `speakers` alone."""

    def count(self) -> int:
        """How many statements there are."""

    def speakers(self) -> list[SpeakerRow]:
        """Every name in every role in which it speaks."""

    def decisions(self) -> dict[str, str]:
        """What the reader decided: name -> person."""


class PhotoReading(Protocol):
    """Photos, those of which the caption alone was saved too."""

    def heads(self) -> list[PhotoHead]:
        """All photos, by item and place."""

    def heads_of(self, item_id: str) -> list[PhotoHead]:
        """The photos of one item, in order."""

    def captions(self, heads: Sequence[PhotoHead]) -> Iterator[tuple[PhotoHead, str]]:
        """Each of `heads` with its caption, in their order."""

    def rows(self, heads: Sequence[PhotoHead]) -> list[PhotoRow]:
        """The photos that `heads` name, in their order; those gone since are left out."""


class Reading(Protocol):
    """Items and what was said in them."""

    @property
    def speech(self) -> SpeechReading:
        """What was said."""

    @property
    def shelf(self) -> TextReading:
        """Many items' texts."""

    @property
    def photo_shelf(self) -> PhotoReading:
        """Many photos."""

    def last_change(self) -> int:
        """A number that grows with every change."""

    def latest(self, limit: int) -> list[int]:
        """The numbers of the items added last, the latest first."""

    def items_by_number(self, numbers: Sequence[int]) -> list[Item]:
        """The items with these numbers, in that order; unknown numbers are left out."""

    def numbered(self, numbers: Sequence[int]) -> Mapping[int, Item]:
        """Number -> item; unknown numbers are left out."""

    def copies_of(self, numbers: Sequence[int]) -> Mapping[int, tuple[Origin, ...]]:
        """Item -> where else it was found, of those of `numbers` that have copies."""

    def said_by_place(self, places: Sequence[Place]) -> Mapping[Place, tuple[Item, Statement]]:
        """The statement at each of `places` and its item."""
