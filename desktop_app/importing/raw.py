"""What a format hands over: items as found, before the archive has given them an id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol, runtime_checkable

from desktop_app.importing.room import Room
from desktop_app.importing.version import UNSTATED, Version
from desktop_app.items import Alternate, Link
from desktop_app.messages import Message


@dataclass(frozen=True, slots=True)
class RawPhoto:
    """A photo as the source names it.

    `path` is a file on this machine, or None where only a caption survives or the
    source itself holds the picture, which then is `content`. `after` is how many
    paragraphs stand before the photo; `taken` an ISO date(-time) or "". A photo that is
    still to be found has the `references` its page gives, the best first, and its `alt`
    becomes its caption where it is found and has none (`importing.photos`). An `exact`
    one stays whatever comes of that: Beilin wrote it itself.
    """

    path: Path | None
    caption: str = ""
    credit: str = ""
    taken: str = ""
    after: int = 0
    content: bytes = b""
    references: tuple[str, ...] = ()
    alt: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class RawItem:
    """One item as found in a source.

    `identity` names the item for good where the source does so (a wire number, a
    file id, a record id); "" where it does not, and then the file's place is used.
    `part` tells the items of one file apart when `identity` is "". `offset` (bytes in
    the file), `address` and `captured` (ISO time) say where in it the item was found,
    for its `Origin`. `other_languages` are those beside `language`, where the source
    says so; None where they are still to be told from the text. Of several versions of
    one item the newest `version` is kept.
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
    links: tuple[Link, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    offset: int | None = None
    address: str = ""
    captured: str = ""
    other_languages: tuple[str, ...] | None = None
    version: Version = UNSTATED


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


class Pictures(Protocol):
    """The pictures that come with a page."""

    def find(self, reference: str) -> Path | bytes | None:
        """The picture that `reference`, as the page has it, leads to: a file or its content."""


class NoPictures:
    """For pages that come without."""

    def find(self, reference: str) -> Path | bytes | None:
        """Nothing."""
        return None


@dataclass(frozen=True, slots=True)
class Later:
    """A piece whose reading takes long, and so may happen in another process.

    `work` is picklable and gives what the piece holds; the `references` of its photos
    are then looked up in `pictures`, which stay here.
    """

    work: Callable[[], Sequence[Found]]
    pictures: Pictures = field(default_factory=NoPictures)


ReportBytes = Callable[[int], None]


class Format(Protocol):
    """One kind of source file. Knows no database; yields what it finds, one at a time."""

    name: str

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether `path`, whose first 64 KiB are `head`, is of this format."""

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found | Later]:
        """Yield what the file holds, calling `report_bytes` with the bytes read so far.

        Raises `ImportFailure` where the whole file cannot be read.
        """


@runtime_checkable
class Container(Protocol):
    """One kind of file that holds other files: what is unpacked is imported in its place."""

    name: str

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether `path`, whose first 64 KiB are `head`, is of this kind."""

    def unpack(
        self, path: Path, folder: Path, room: Room, report_bytes: ReportBytes
    ) -> Iterator[Found]:
        """Unpack into the empty `folder`, taking from `room`; yield only what is refused.

        Raises `ImportFailure` where the whole file cannot be read.
        """
