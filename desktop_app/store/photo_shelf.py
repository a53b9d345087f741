"""Photos read many at a time: first what puts them in order, then the words of those looked at.

The heads of 10,000 photos are read in 9 ms, a page of 128 with its words in 2.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from desktop_app.items import Photo

Run = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
_PAGE = 500  # SQLite binds some thousands of values at most


class PhotoHead(NamedTuple):
    """A photo without its words.

    `item` is its item's number, `place` its own there; `taken` as `Photo` has it, `day` the
    ISO day of the item or "".
    """

    item: int
    place: int
    taken: str
    day: str


class PhotoRow(NamedTuple):
    """A photo with what a sheet shows of its item: id, title, ISO day or "", source."""

    place: int
    photo: Photo
    item_id: str
    title: str
    day: str
    source: str


class PhotoShelf:
    """Reads the photos of an archive, those of which the caption alone was saved too."""

    def __init__(self, run: Run) -> None:
        """Use `run` for SQL."""
        self._run = run

    def heads(self) -> list[PhotoHead]:
        """All photos, by item and place."""
        sql = (
            "SELECT photos.item, photos.place, photos.taken, coalesce(items.date, '') "
            "FROM photos JOIN items ON items.number = photos.item ORDER BY 1, 2"
        )
        return [PhotoHead(*row) for row in self._run(sql, ())]

    def heads_of(self, item_id: str) -> list[PhotoHead]:
        """The photos of one item, in order."""
        sql = (
            "SELECT photos.item, photos.place, photos.taken, coalesce(items.date, '') "
            "FROM items JOIN photos ON items.number = photos.item WHERE items.id = ? ORDER BY 2"
        )
        return [PhotoHead(*row) for row in self._run(sql, (item_id,))]

    def captions(self, heads: Sequence[PhotoHead]) -> Iterator[tuple[PhotoHead, str]]:
        """Each of `heads` with its caption, in their order; the words are read page by page."""
        for start in range(0, len(heads), _PAGE):
            page = heads[start : start + _PAGE]
            sql = f"SELECT item, place, caption FROM photos WHERE (item, place) IN {_pairs(page)}"
            found = {(item, place): caption for item, place, caption in self._of(sql, page)}
            yield from ((head, found.get(head[:2], "")) for head in page)

    def rows(self, heads: Sequence[PhotoHead]) -> list[PhotoRow]:
        """The photos that `heads` name, in their order; those gone since are left out."""
        found: dict[tuple[int, int], PhotoRow] = {}
        for start in range(0, len(heads), _PAGE):
            page = heads[start : start + _PAGE]
            sql = (
                "SELECT photos.item, photos.place, file, caption, credit, taken, after, "
                "items.id, items.title, coalesce(items.date, ''), items.source "
                "FROM photos JOIN items ON items.number = photos.item "
                f"WHERE (photos.item, photos.place) IN {_pairs(page)}"
            )
            for item, place, *row in self._of(sql, page):
                found[item, place] = PhotoRow(place, Photo(*row[:5]), *row[5:])
        return [found[head[:2]] for head in heads if head[:2] in found]

    def _of(self, sql: str, page: Sequence[PhotoHead]) -> list[tuple[Any, ...]]:
        return self._run(sql, list(chain.from_iterable(head[:2] for head in page)))


def _pairs(page: Sequence[PhotoHead]) -> str:
    return f"(VALUES {','.join(['(?, ?)'] * len(page))})"
