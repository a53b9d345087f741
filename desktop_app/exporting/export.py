"""One export: its items in their order, and who is told how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from desktop_app.errors import Cancelled
from desktop_app.i18n.catalog import Catalog
from desktop_app.indexing import Progress, never, quiet
from desktop_app.items import Item


def nobody(_file: str) -> None:
    """For exports whose lost photos nobody asks about."""


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written. `items` are gone through once.

    `photo` says where the archive holds a photo file; one that is not there is told to
    `lost`. `name` is the title of the whole, `catalog` has the words around the items.
    """

    name: str
    items: Iterable[Item]
    total: int
    photo: Callable[[str], Path]
    catalog: Catalog
    progress: Progress = quiet
    cancelled: Callable[[], bool] = never
    lost: Callable[[str], None] = nobody

    def each(self) -> Iterator[Item]:
        """Yield the items and tell how far it is; raises `Cancelled`."""
        for count, item in enumerate(self.items, 1):
            if self.cancelled():
                raise Cancelled
            yield item
            self.progress(count, self.total)

    def picture(self, file: str) -> Path | None:
        """Where the photo called `file` lies; None, and told, where it is lost."""
        path = self.photo(file)
        if path.is_file():
            return path
        self.lost(file)
        return None

    def with_pictures(self, item: Item) -> Item:
        """`item` whose lost photos, which are told, are only captions."""
        photos = tuple(
            photo if photo.file is None or self.picture(photo.file) else replace(photo, file=None)
            for photo in item.photos
        )
        return replace(item, photos=photos)


class Exporter(Protocol):
    """One format to export to."""

    name: str
    suffix: str  # of the file it writes; "" where it writes a folder

    def write(self, export: Export, out: Path) -> int:
        """Write `export` to `out`, which appears only when complete; returns the items.

        An older export of that name is replaced. Raises `Cancelled`, `OSError`, and
        `ArchiveError` where something else stands at `out`.
        """
