"""What a format hands over: items as found, before the archive has given them an id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop_app.messages import Message


@dataclass(frozen=True, slots=True)
class RawPhoto:
    """A photo as the source names it.

    `path` is a file on this machine, or None where only a caption survives or the
    source itself holds the picture, which then is `content`. `after` is how many
    paragraphs stand before the photo; `taken` an ISO date(-time) or "".
    """

    path: Path | None
    caption: str = ""
    credit: str = ""
    taken: str = ""
    after: int = 0
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class RawItem:
    """One item as found in a source.

    `identity` names the item for good where the source does so (a wire number, a
    file id, a record id); "" where it does not, and then the file's place is used.
    `part` tells the items of one file apart when `identity` is "".
    """

    title: str
    paragraphs: tuple[str, ...]
    language: str
    source: str
    kind: str = "news"
    date: date | None = None
    byline: str = ""
    url: str = ""
    photos: tuple[RawPhoto, ...] = ()
    identity: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A piece of a source that is no item, with the reason; `where` names the piece."""

    where: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Failed:
    """A piece of a source that should be an item and cannot be read."""

    where: str
    reason: Message


Found = RawItem | Skipped | Failed
ReportBytes = Callable[[int], None]


class Format(Protocol):
    """One kind of source file. Knows no database; yields what it finds, one at a time."""

    name: str

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether `path`, whose first 64 KiB are `head`, is of this format."""

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Yield what the file holds, calling `report_bytes` with the bytes read so far.

        Raises `ImportFailure` where the whole file cannot be read.
        """
