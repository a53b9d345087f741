"""A contact sheet: photos in their order, of which only those looked at are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from desktop_app.store.photo_shelf import PhotoHead, PhotoRow
from desktop_app.store.reading import PhotoReading

_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_LAST = "\x7f"  # sorts behind every ISO day
PathOf = Callable[[str], Path]
"""Where a photo file of the archive lies, by its name."""


class SheetSort(str, Enum):
    """The order of a sheet: by the day a photo was taken, or by its item, newest items first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class SheetPhoto:
    """One photo of a sheet.

    `path` is None where the caption alone was saved; `taken` an ISO day or moment, or "";
    `index` its place among the photos of its item, `after` how many paragraphs it stands in,
    `day` the ISO day of the item, or "".
    """

    path: Path | None
    caption: str = ""
    credit: str = ""
    taken: str = ""
    item_id: str = ""
    item_title: str = ""
    index: int = 0
    after: int = 0
    day: str = ""
    source: str = ""


@dataclass(frozen=True)
class Sheet:
    """Photos in their order. Safe to read from several threads.

    `months` counts those taken in each month ("2021-08"), in order; `undated` those of which
    no month is known.
    """

    heads: Sequence[PhotoHead]
    shelf: PhotoReading
    path_of: PathOf
    months: Mapping[str, int] = field(default_factory=dict)
    undated: int = 0

    @classmethod
    def of(cls, heads: Sequence[PhotoHead], shelf: PhotoReading, path_of: PathOf) -> Sheet:
        """The sheet of `heads`, with its months counted."""
        counts = Counter(month_of(head.taken) for head in heads)
        undated = counts.pop("", 0)
        return cls(heads, shelf, path_of, dict(sorted(counts.items())), undated)

    def __len__(self) -> int:
        """How many photos there are."""
        return len(self.heads)

    def between(self, first: str, last: str) -> Sheet:
        """Those taken from the month `first` to the month `last`; `months` stay as they are."""
        kept = [head for head in self.heads if first <= month_of(head.taken) <= last]
        return replace(self, heads=kept)

    def without_date(self) -> Sheet:
        """Those of which it is not known when they were taken."""
        return replace(self, heads=[head for head in self.heads if not month_of(head.taken)])

    def read(self, start: int, stop: int) -> list[SheetPhoto | None]:
        """The photos from place `start` to before `stop`; None for one that is gone since."""
        heads = self.heads[start:stop]
        rows = self.shelf.rows(heads)
        if len(rows) == len(heads):
            return [self._photo(row) for row in rows]
        alone = (self.shelf.rows([head]) for head in heads)
        return [self._photo(row[0]) if row else None for row in alone]

    def _photo(self, row: PhotoRow) -> SheetPhoto:
        photo = row.photo
        return SheetPhoto(
            path=self.path_of(photo.file) if photo.file else None,
            caption=photo.caption,
            credit=photo.credit,
            taken=photo.taken,
            item_id=row.item_id,
            item_title=row.title,
            index=row.place,
            after=photo.after,
            day=row.day,
            source=row.source,
        )


def month_of(taken: str) -> str:
    """The month ("2021-08") of an ISO day or moment; "" where it has none."""
    return taken[:7] if _MONTH.match(taken) else ""


def in_order(heads: Sequence[PhotoHead], sort: SheetSort) -> list[PhotoHead]:
    """`heads`, which are by item and place, as `sort` says.

    Where no month is known, the photo comes last; among equals the newest item comes first.
    """
    ordered = sorted(heads, key=lambda head: head.day, reverse=True)  # places stay in order
    if sort is SheetSort.NEWEST:
        ordered.sort(key=lambda head: head.taken if month_of(head.taken) else "", reverse=True)
    elif sort is SheetSort.OLDEST:
        ordered.sort(key=lambda head: head.taken if month_of(head.taken) else _LAST)
    return ordered
