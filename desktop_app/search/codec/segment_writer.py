"""Writing a segment: postings as they come, in the order of words, then the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from io import FileIO
from pathlib import Path

import numpy as np

from desktop_app.search.codec.blocks import Array, BlockSums
from desktop_app.search.codec.columns import Coded, Column, Numbers
from desktop_app.search.codec.lengths import length_bytes
from desktop_app.search.codec.rows import starts_of
from desktop_app.search.codec.segment_files import (
    DOCUMENTS,
    FORMAT_VERSION,
    FREQUENCIES,
    POSITIONS,
    TABLE,
    FieldRecord,
)
from desktop_app.search.codec.table import write_table

# Document numbers take two bytes up to here; Beilin's own segments stop at it.
SEGMENT_LIMIT = 1 << 16
_LARGEST_FREQUENCY = 255
_LARGEST_SHORT = 60_000


@dataclass(frozen=True, slots=True)
class Postings:
    """The postings of some words in a row, in the order of the words' bytes.

    `words`: the words; `documents_each`, `positions_each`: how many of `documents` and
    of `positions` belong to each word. `documents`: numbers, ascending within a word;
    `frequencies`: one a posting; `positions`: the positions of each posting after
    those of the one before, or None for a field that keeps none.
    """

    words: list[bytes]
    documents_each: Array
    documents: Array
    frequencies: Array
    positions_each: Array | None = None
    positions: Array | None = None


class _Stream:
    """A file that is written from front to back, with its checksums."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: FileIO = path.open("wb", buffering=0)
        self._sums = BlockSums()
        self.size = 0

    def write(self, array: Array) -> None:
        content = np.ascontiguousarray(array).view("u1").data
        self._sums.add(content)
        self.size += len(content)
        while len(content):
            content = content[self._file.write(content) :]

    def finish(self) -> Array:
        self._file.close()
        return self._sums.sums()

    def discard(self) -> None:
        self._file.close()
        self._path.unlink()


class _FieldParts:
    """What of a field goes into the table."""

    def __init__(self) -> None:
        self.blobs: list[bytes] = []
        self.word_lengths: list[Array] = []
        self.documents_each: list[Array] = []
        self.positions_each: list[Array] = []
        self.many: list[Array] = []
        self.weights: list[Array] = []
        self.postings = self.positions = 0


class SegmentWriter:
    """Writes the files of one segment; field by field, each in the order of its words."""

    def __init__(self, folder: Path, segment: str, documents: int) -> None:
        """Begin the segment called `segment` of so many `documents` in `folder`."""
        self._path, self._segment, self._count = folder / f"{segment}{TABLE}", segment, documents
        self._width = 2 if documents <= SEGMENT_LIMIT else 4
        self._streams = {
            ending: _Stream(folder / f"{segment}{ending}")
            for ending in (DOCUMENTS, FREQUENCIES, POSITIONS)
        }
        self._arrays: dict[str, Array] = {}
        self._records: dict[str, FieldRecord] = {}
        self._columns: dict[str, str] = {}
        self._postings = 0

    def begin_field(self, width: int) -> None:
        """Begin a field whose positions take `width` bytes (2, 4, or 0 for none)."""
        self._parts, self._field_width = _FieldParts(), width
        self._first = self._postings, self._streams[POSITIONS].size

    def add(self, postings: Postings) -> None:
        """Write the next words of the field."""
        parts = self._parts
        parts.blobs.append(b"".join(postings.words))
        parts.word_lengths.append(np.fromiter(map(len, postings.words), np.int64))
        parts.documents_each.append(postings.documents_each)
        self._streams[DOCUMENTS].write(postings.documents.astype(f"<u{self._width}"))
        self._add_frequencies(postings.frequencies)
        if postings.positions is not None and postings.positions_each is not None:
            self._streams[POSITIONS].write(postings.positions.astype(f"<u{self._field_width}"))
            parts.positions_each.append(postings.positions_each)
            parts.positions += len(postings.positions)
        self._postings += len(postings.documents)

    def _add_frequencies(self, frequencies: Array) -> None:
        """A byte each; 0 where it does not fit, which the table then holds in full."""
        parts = self._parts
        bytes_ = frequencies.astype("u1")
        if frequencies.size and (frequencies.max() > _LARGEST_FREQUENCY or frequencies.min() < 1
                                 or frequencies.dtype.kind == "f"):  # fmt: skip
            odd = np.flatnonzero(bytes_.astype(np.float64) != frequencies)
            bytes_[odd] = 0
            parts.many.append(odd + parts.postings)
            parts.weights.append(frequencies[odd].astype("<f8"))
        self._streams[FREQUENCIES].write(bytes_)
        parts.postings += len(frequencies)

    def end_field(self, name: str, lengths: Array, total: int, boosts: Array | None = None) -> None:
        """End the field as `name`.

        `lengths`: the length byte of each document, or empty; `total`: tokens in all;
        `boosts`: the weight of each posting, where weights are not the frequencies.
        """
        parts, arrays = self._parts, self._arrays
        arrays[f"words {name}"] = np.frombuffer(b"".join(parts.blobs), "u1")
        arrays[f"starts {name}"] = _cumulative(parts.word_lengths)
        arrays[f"postings {name}"] = _cumulative(parts.documents_each)
        arrays[f"lengths {name}"] = lengths.astype("u1")
        if self._field_width:
            arrays[f"positions {name}"] = _cumulative(parts.positions_each)
        if parts.many:
            arrays[f"many {name}"] = np.concatenate(parts.many).astype("<u4")
            arrays[f"weights {name}"] = np.concatenate(parts.weights)
        if boosts is not None:
            arrays[f"boosts {name}"] = boosts
        self._records[name] = FieldRecord(
            postings=parts.postings,
            positions=parts.positions,
            first_posting=self._first[0],
            first_position=self._first[1],
            width=self._field_width,
            length=total,
            whole=not parts.many,
            boosted=boosts is not None,
        )

    def add_column(self, name: str, column: Column) -> None:
        """Write a column of one value a document."""
        arrays = self._arrays
        if isinstance(column, Numbers):
            self._columns[name], arrays[f"column {name}"] = "numbers", column.values
        elif isinstance(column, Coded):
            self._columns[name], arrays[f"column {name}"] = "coded", column.codes
            arrays[f"values {name}"] = np.frombuffer(b"".join(column.values), "u1")
            sizes = np.fromiter(map(len, column.values), np.int64)
            arrays[f"value starts {name}"] = _cumulative([sizes])
        else:
            self._columns[name], arrays[f"column {name}"] = "opaque", column.content

    def add_stored(self, blob: Array, starts: Array) -> None:
        """Write the stored fields: JSON end to end, and where each document's starts."""
        self._arrays["stored"], self._arrays["stored starts"] = blob, starts

    def finish(self) -> None:
        """Write the table and close all files; who commits them makes them durable."""
        sizes = {ending: stream.size for ending, stream in self._streams.items()}
        for ending, stream in self._streams.items():
            self._arrays[f"sums {ending}"] = stream.finish()
        header: Mapping[str, object] = {
            "version": FORMAT_VERSION,
            "segment": self._segment,
            "documents": self._count,
            "width": self._width,
            "sizes": sizes,
            "fields": {name: asdict(record) for name, record in self._records.items()},
            "columns": self._columns,
        }
        write_table(self._path, header, self._arrays)

    def discard(self) -> None:
        """Remove the files, which nothing will ever refer to."""
        for stream in self._streams.values():
            stream.discard()
        self._path.unlink(missing_ok=True)


def position_width(largest: int) -> int:
    """The bytes a position takes in a field whose largest is `largest`.

    Two bytes end well below 65,536, so that a phrase that would begin before its
    document never looks like one at the end of the document before.
    """
    return 2 if largest < _LARGEST_SHORT else 4


def lengths_of(lengths: Array) -> tuple[Array, int]:
    """The length byte of each of `lengths` and their sum."""
    return length_bytes(lengths), int(lengths.sum())


def _cumulative(parts: list[Array]) -> Array:
    """Where each of so many things starts, uint32, one more than there are."""
    counts = np.concatenate(parts) if parts else np.empty(0, np.int64)
    return starts_of(counts).astype("<u4")
