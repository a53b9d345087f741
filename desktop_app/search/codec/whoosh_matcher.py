"""One word's postings as Whoosh walks them: a document at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
from whoosh.formats import Format
from whoosh.matching import LeafMatcher, ReadTooFar

from desktop_app.search.codec.field import Field
from desktop_app.search.codec.lengths import LENGTHS


class ColumnMatcher(LeafMatcher):  # type: ignore[misc]
    """A posting list, all of it one block as far as Whoosh's block quality goes."""

    def __init__(
        self, field: Field, number: int, format_: Format, scorer: object, word: bytes
    ) -> None:
        """Stand at the first posting of the word `number` of `field`."""
        self._field, self._number, self._word = field, number, word
        self.format, self.scorer = format_, scorer
        self._start, self._stop = field.span(number)
        self._ids: list[int] = field.documents(self._start, self._stop).tolist()
        self._at = 0

    @cached_property
    def _weights(self) -> list[float]:
        return list(map(float, self._field.weights(self._start, self._stop).tolist()))

    @cached_property
    def _places(self) -> list[int]:
        """Where the positions of each posting start, one more than there are postings."""
        counts = self._field.frequencies(self._start, self._stop).astype(np.int64)
        return [0, *np.cumsum(counts).tolist()]

    @cached_property
    def _positions(self) -> list[int]:
        return list(map(int, self._field.positions(self._number).tolist()))

    def term(self) -> tuple[str, bytes]:
        """The field and the word."""
        return self._field.name, self._word

    def is_active(self) -> bool:
        """Whether there is a posting here."""
        return self._at < len(self._ids)

    def reset(self) -> None:
        """Go to the first posting."""
        self._at = 0

    def copy(self) -> ColumnMatcher:
        """Another matcher at the same posting."""
        other = ColumnMatcher(self._field, self._number, self.format, self.scorer, self._word)
        other._at = self._at
        return other

    def id(self) -> int:
        """The document."""
        return self._ids[self._at]

    def all_ids(self) -> Iterator[int]:
        """All documents."""
        return iter(self._ids)

    def next(self) -> None:
        """Go to the next posting."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1

    def skip_to(self, id: int) -> None:
        """Go to the first posting whose document is not before `id`."""
        if not self.is_active():
            raise ReadTooFar
        self._at = bisect_left(self._ids, id, self._at)

    def weight(self) -> float:
        """The weight here."""
        return self._weights[self._at]

    def value(self) -> Any:  # noqa: ANN401
        """What the field's format writes for this posting."""
        if self.supports("positions"):
            return self.format.encode(self._positions_here())
        if self.supports("frequency") and self.format.posting_size:
            return int(self._count_here()).to_bytes(4, "big")
        return b""

    def value_as(self, astype: str) -> Any:  # noqa: ANN401
        """The posting as positions, frequency, weight, or what else its format knows."""
        if astype == "positions":
            return self._positions_here()
        if astype == "frequency":
            return self._count_here()
        if astype == "weight":
            return self.weight()
        return super().value_as(astype)

    def _count_here(self) -> int:
        return self._places[self._at + 1] - self._places[self._at]

    def _positions_here(self) -> list[int]:
        return self._positions[self._places[self._at] : self._places[self._at + 1]]

    def block_min_length(self) -> int:
        """The least length of a document in the list."""
        return least_length(self._field, self._start, self._stop) or 1

    @cached_property
    def _heaviest(self) -> float:
        return max(self._weights)

    def block_max_weight(self) -> float:
        """The largest weight in the list."""
        return self._heaviest

    def skip_to_quality(self, minquality: float) -> int:
        """Pass over the rest of the list where none of it can be good enough."""
        if self.block_quality() > minquality:
            return 0
        self._at = len(self._ids)
        return 1


def least_length(field: Field, start: int, stop: int) -> int | None:
    """The least length among the documents of some postings, None where none are kept."""
    if not len(field.length_bytes):
        return None
    return int(LENGTHS[field.length_bytes[field.documents(start, stop)].min()])
