"""The photos of several stores read as of one; items that stand in several count once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from desktop_app.store.photo_shelf import PhotoHead, PhotoRow, PhotoShelf


class JoinedPhotos:
    """Implements `PhotoReading`. The item `n` of the store `k` has the number `k * span + n`."""

    def __init__(
        self, shelves: Sequence[PhotoShelf], span: int, hidden: Mapping[int, Collection[int]]
    ) -> None:
        """Read `shelves`; `hidden` are, by store, the items that an earlier one has."""
        self._shelves, self._span, self._hidden = shelves, span, hidden

    def heads(self) -> list[PhotoHead]:
        """All photos, by item and place."""
        return [
            head._replace(item=place * self._span + head.item)
            for place, shelf in enumerate(self._shelves)
            for head in shelf.heads()
            if head.item not in self._hidden.get(place, ())
        ]

    def heads_of(self, item_id: str) -> list[PhotoHead]:
        """The photos of one item, in the first store that has it with photos, in order."""
        for place, shelf in enumerate(self._shelves):
            found = shelf.heads_of(item_id)
            if found:
                return [head._replace(item=place * self._span + head.item) for head in found]
        return []

    def captions(self, heads: Sequence[PhotoHead]) -> Iterator[tuple[PhotoHead, str]]:
        """Each of `heads` with its caption, in their order."""
        for base, shelf, own in self._parts(heads):
            for head, caption in shelf.captions(own):
                yield head._replace(item=base + head.item), caption

    def rows(self, heads: Sequence[PhotoHead]) -> list[PhotoRow]:
        """The photos that `heads` name, in their order; those gone since are left out."""
        return [row for _base, shelf, own in self._parts(heads) for row in shelf.rows(own)]

    def _parts(
        self, heads: Sequence[PhotoHead]
    ) -> Iterator[tuple[int, PhotoShelf, list[PhotoHead]]]:
        """Runs of `heads` that are of one store, as that numbers them."""
        for place, run in groupby(heads, lambda head: head.item // self._span):
            base = place * self._span
            own = [head._replace(item=head.item - base) for head in run]
            yield base, self._shelves[place], own
