"""The sorted words of one field: UTF-8 bytes end to end, and where each starts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

import numpy as np

from desktop_app.search.codec.blocks import Array


class Words:
    """Words in the order of their bytes, numbered from 0."""

    def __init__(self, blob: Array, starts: Array) -> None:
        """Use `blob` (uint8) and `starts` (uint32, one more than there are words)."""
        self.blob, self.starts = blob, starts
        self._bytes = blob.data
        self._starts = starts.data
        self._numbers = range(len(starts) - 1)

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._numbers)

    def __getitem__(self, number: int) -> bytes:
        """The word with this number."""
        return bytes(self._bytes[self._starts[number] : self._starts[number + 1]])

    def place(self, word: bytes) -> int:
        """The number of the first word that is not less than `word`."""
        return bisect_left(self._numbers, word, key=self.__getitem__)

    def find(self, word: bytes) -> int:
        """The number of `word`, or -1."""
        number = self.place(word)
        return number if number < len(self) and self[number] == word else -1

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """The numbers, first and one past the last, of the words that begin with `prefix`."""
        after = _successor(prefix)
        return self.place(prefix), len(self) if after is None else self.place(after)

    def listed(self, first: int = 0, stop: int | None = None) -> list[bytes]:
        """The words from number `first` to before `stop`."""
        stop = len(self) if stop is None else stop
        ends = self.starts[first : stop + 1].tolist()
        base = ends[0]
        text = bytes(self._bytes[base : ends[-1]])
        return [text[a - base : b - base] for a, b in pairwise(ends)]

    def __iter__(self) -> Iterator[bytes]:
        """Yield the words in order, some thousand read at a time."""
        step = 4096
        for first in range(0, len(self), step):
            yield from self.listed(first, min(first + step, len(self)))

    @cached_property
    def lengths(self) -> Array:
        """The bytes of each word, uint32."""
        return np.diff(self.starts)


def _successor(prefix: bytes) -> bytes | None:
    """The least bytes greater than all that begin with `prefix`; None where there are none."""
    stem = prefix.rstrip(b"\xff")
    return stem[:-1] + bytes([stem[-1] + 1]) if stem else None
