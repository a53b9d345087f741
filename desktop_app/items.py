"""The words every room speaks: an item, its photos, its statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

KINDS = ("news", "speech", "bulletin", "document")


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
class Item:
    """One news item. `id` is stable across re-imports; `date` may be unknown."""

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

    @property
    def text(self) -> str:
        """All paragraphs, one a line."""
        return "\n".join(self.paragraphs)
