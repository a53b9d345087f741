"""The words every room speaks: an item, its photos, its statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

KINDS = ("news", "speech", "bulletin", "document")
# Facts an item may carry beside its own fields, by the IPTC's names where it has one.
DETAILS = (
    "subject",
    "keyword",
    "place",
    "section",
    "copyright",
    "usage",
    "embargo",
    "edition",
    "series",
    "camera",
    "slugline",
    "urgency",
    "note",
)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of an item, or a caption whose photo was not saved.

    `file` is the name inside the archive's `photos/` folder (SHA-256 and suffix), or
    None where only the caption survives. `taken` is an ISO date or date-time, or "".
    `after` is how many paragraphs stand before it.
    """

    file: str | None
    caption: str = ""
    credit: str = ""
    taken: str = ""
    after: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage someone is reported to have said.

    `start` and `end` are code points in the item's paragraphs joined by newlines.
    """

    speaker: str
    role: str
    verb: str
    text: str
    quoted: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link in an item's text, between code points as a `Statement` has them."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """Where a page says the same story stands in another language (``hreflang``)."""

    language: str
    address: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items, by their ids, that tell the same story in English and in Chinese.

    `score` is from 0 to 1; `by` says who found it: ``link``, ``evidence`` or ``reader``.
    """

    en: str
    zh: str
    score: float
    by: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an item came from.

    `file` is the source file as given, members of containers after a slash; `part` tells
    the item from others of the file (a record id, a line, a member); `offset` is in bytes.
    `address` is where the source says it was got, `captured` an ISO time, or "".
    """

    file: str
    part: str = ""
    offset: int | None = None
    address: str = ""
    captured: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One news item. `id` is stable across re-imports; `date` may be unknown.

    `language` is the one most of it is written in, `other_languages` those that a good
    part of it is written in beside (`language.mixed`).
    `details` are further facts as (name, value), names of `DETAILS`, several values of
    one name as several entries.
    """

    id: str
    title: str
    date: date | None
    language: str
    source: str
    kind: str = "news"
    byline: str = ""
    url: str = ""
    paragraphs: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    other_languages: tuple[str, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages it is written in, the main one first."""
        return (self.language, *self.other_languages)

    @property
    def words(self) -> tuple[str, ...]:
        """Its paragraphs; of photos alone, which have none, the captions."""
        return self.paragraphs or tuple(photo.caption for photo in self.photos)

    @property
    def text(self) -> str:
        """All paragraphs, one a line."""
        return "\n".join(self.paragraphs)
