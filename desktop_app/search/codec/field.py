"""One field of a segment: its words and where each stands."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.damage import damaged
from desktop_app.search.codec.segment_files import FieldRecord, SegmentFiles
from desktop_app.search.codec.vocabulary import Words


class Field:
    """Reads the postings of one field, a whole list at a time."""

    def __init__(self, name: str, record: FieldRecord, files: SegmentFiles) -> None:
        """Read the field `name` of the segment whose files are `files`."""
        self.name, self.record, self._files = name, record, files
        self._base = record.first_posting
        self._documents, self._frequencies = files.documents, files.frequencies
        self._item = files.documents.itemsize

    @cached_property
    def words(self) -> Words:
        """The field's words."""
        blob = self._files.table.read(f"words {self.name}")
        return Words(blob, self._starts("starts", len(blob)))

    @cached_property
    def _postings(self) -> memoryview:
        return self._starts("postings", self.record.postings).data

    @cached_property
    def _positions(self) -> memoryview:
        return self._starts("positions", self.record.positions).data

    def _starts(self, kind: str, end: int) -> Array:
        """Where things of each word start; raises `IndexDamaged` where that is not up to `end`."""
        starts = self._files.table.read(f"{kind} {self.name}")
        if not len(starts) or starts[-1] != end:
            raise damaged(self._files.path)
        return starts

    @cached_property
    def length_bytes(self) -> Array:
        """The byte of each document's length (uint8); empty where lengths are not kept."""
        lengths = self._files.table.read(f"lengths {self.name}")
        if len(lengths) not in (0, self._files.count) or lengths.dtype != np.uint8:
            raise damaged(self._files.path)
        return lengths

    @cached_property
    def _many(self) -> tuple[Array, Array]:
        """The postings whose frequency is not in its byte, and those frequencies."""
        read = self._files.table.read
        return read(f"many {self.name}"), read(f"weights {self.name}")

    @property
    def posting_starts(self) -> Array:
        """Where the postings of each word start (uint32), one more than there are words."""
        return np.asarray(self._postings)

    def span(self, first: int, stop: int | None = None) -> tuple[int, int]:
        """The postings of the words from number `first` to before `stop`, one by default."""
        return self._postings[first], self._postings[first + 1 if stop is None else stop]

    def counts(self, first: int, stop: int) -> Array:
        """How many documents hold each word from number `first` to before `stop`."""
        return np.diff(np.asarray(self._postings[first : stop + 1]).astype(np.int64))

    def documents(self, start: int, stop: int) -> Array:
        """The document numbers (uint16 or uint32) of postings `start` to before `stop`."""
        start, stop = start + self._base, stop + self._base
        self._files.checked_documents.touch(start * self._item, stop * self._item)
        return self._documents[start:stop]

    def frequencies(self, start: int, stop: int) -> Array:
        """The frequencies (float32) of postings `start` to before `stop`."""
        self._files.checked_frequencies.touch(start + self._base, stop + self._base)
        found = self._frequencies[start + self._base : stop + self._base].astype(np.float32)
        if not self.record.whole:
            places, weights = self._many
            first, last = np.searchsorted(places, (start, stop))
            found[places[first:last] - start] = weights[first:last]
        return found

    def counts_of(self, start: int, stop: int) -> Array:
        """The frequencies of postings `start` to before `stop` as whole numbers (int64)."""
        if self.record.whole:
            start, stop = start + self._base, stop + self._base
            self._files.checked_frequencies.touch(start, stop)
            return self._frequencies[start:stop].astype(np.int64)
        return self.frequencies(start, stop).astype(np.int64)

    def frequencies_of(self, postings: Array) -> Array:
        """The frequencies (float32) of `postings`, which ascend."""
        if not len(postings):
            return np.empty(0, np.float32)
        first = int(postings[0])
        if not self.record.whole or int(postings[-1]) - first < 2 * len(postings):
            return self.frequencies(first, int(postings[-1]) + 1)[postings - first]
        at = postings + self._base
        self._files.checked_frequencies.touch(int(at[0]), int(at[-1]) + 1)
        return self._frequencies[at].astype(np.float32)

    def weights(self, start: int, stop: int) -> Array:
        """The weights of postings `start` to before `stop`: the frequencies, but for boosts."""
        if not self.record.boosted:
            return self.frequencies(start, stop)
        return self._files.table.read(f"boosts {self.name}")[start:stop]

    def positions(self, first: int, stop: int | None = None) -> Array:
        """The positions (uint16 or uint32) of the words `first` to before `stop`.

        Those of a document are as many as the word's frequency there, ascending.
        """
        a = self._positions[first]
        b = self._positions[first + 1 if stop is None else stop]
        return self._positions_at(a, b)

    def _positions_at(self, start: int, stop: int) -> Array:
        width, base = self.record.width, self.record.first_position
        self._files.checked_positions.touch(base + start * width, base + stop * width)
        kind = np.dtype(f"<u{width}")
        content = self._files.checked_positions.content
        return np.frombuffer(content, kind, stop - start, base + start * width)

    def find(self, word: bytes) -> int:
        """The number of `word`, or -1."""
        return self.words.find(word)
