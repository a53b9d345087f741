"""Writing a segment through Whoosh's own writer: ``index.writer(codec=ColumnCodec())``.

A document and a posting at a time, as Whoosh gives them: for schemas other than
Beilin's and for programs that know only Whoosh. Beilin itself writes whole batches.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec import base
from whoosh.columns import Column as WhooshColumn
from whoosh.columns import NumericColumn, RefBytesColumn
from whoosh.fields import FieldType
from whoosh.filedb.filestore import FileStorage, RamStorage

from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.columns import Column, Numbers, Opaque, coded, narrow
from desktop_app.search.codec.segment import ColumnSegment
from desktop_app.search.codec.segment_writer import (
    Postings,
    SegmentWriter,
    lengths_of,
    position_width,
)
from desktop_app.search.codec.stored import dumps
from desktop_app.search.codec.whoosh_codec import folder_of


class Draft:
    """A segment that Whoosh's writer is filling."""

    def __init__(self, folder: Path, segment: ColumnSegment) -> None:
        """Fill `segment`, whose files will be in `folder`."""
        self.folder, self.segment = folder, segment
        self.documents = DraftDocuments(segment)
        self.fields = DraftFields(self)

    @property
    def lengths(self) -> DraftLengths:
        """The lengths so far, as Whoosh's writer asks for them before it writes postings."""
        return DraftLengths(self.documents)


def draft_of(storage: FileStorage, segment: ColumnSegment) -> Draft:
    """The draft of `segment`, begun where there is none yet."""
    if segment.draft is None:
        segment.draft = Draft(Path(folder_of(storage)), segment)
    return segment.draft


class DraftDocuments(base.PerDocumentWriter):  # type: ignore[misc]
    """Implements Whoosh's `PerDocumentWriter`, in memory."""

    def __init__(self, segment: ColumnSegment) -> None:
        """Start with no documents."""
        self._segment = segment
        self.count = 0
        self.lengths: dict[str, dict[int, int]] = {}
        self.columns: dict[str, tuple[WhooshColumn, dict[int, Any]]] = {}
        self.stored: list[dict[str, Any]] = []
        self.is_closed = False

    def start_doc(self, docnum: int) -> None:
        """Begin a document."""
        if docnum != self.count:
            raise base.OutOfOrderError(f"document {docnum} after {self.count - 1}")
        self.stored.append({})

    def add_field(
        self, fieldname: str, fieldobj: FieldType, value: object, length: int | None
    ) -> None:
        """Keep the field's stored value and length."""
        if value is not None:
            self.stored[-1][fieldname] = value
        if length:
            self.lengths.setdefault(fieldname, {})[self.count] = length

    def add_column_value(self, fieldname: str, columnobj: WhooshColumn, value: Any) -> None:  # noqa: ANN401
        """Keep a column's value."""
        self.columns.setdefault(fieldname, (columnobj, {}))[1][self.count] = value

    def add_vector_items(self, fieldname: str, fieldobj: FieldType, items: object) -> None:
        """Refuse: columns keep no vectors."""
        raise NotImplementedError(f"{fieldname}: this index keeps no vectors")

    def finish_doc(self) -> None:
        """End the document."""
        self.count += 1

    def cancel_doc(self) -> None:
        """Forget the document that was begun."""
        self.stored.pop()
        for _column, values in self.columns.values():
            values.pop(self.count, None)
        for lengths in self.lengths.values():
            lengths.pop(self.count, None)

    def close(self) -> None:
        """Say how many there were."""
        self._segment.set_doc_count(self.count)
        self.is_closed = True

    def lengths_in(self, fieldname: str) -> Array:
        """Each document's length (int64)."""
        lengths = np.zeros(self.count, np.int64)
        for document, length in self.lengths.get(fieldname, {}).items():
            lengths[document] = length
        return lengths


class DraftLengths:
    """The part of Whoosh's `PerDocumentReader` that its writer needs while it writes."""

    def __init__(self, documents: DraftDocuments) -> None:
        """Read the lengths of `documents`."""
        self._lengths = documents.lengths

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """The document's length in this field."""
        return self._lengths.get(fieldname, {}).get(docnum, default)

    def close(self) -> None:
        """Nothing is open."""


class DraftFields(base.FieldWriter):  # type: ignore[misc]
    """Implements Whoosh's `FieldWriter`; writes the segment when it is closed."""

    def __init__(self, draft: Draft) -> None:
        """Write the segment of `draft`."""
        self._draft = draft
        self._fields: list[_DraftField] = []
        self.is_closed = False

    def start_field(self, fieldname: str, fieldobj: FieldType) -> None:
        """Begin a field."""
        self._fields.append(_DraftField(fieldname, fieldobj))

    def start_term(self, text: bytes) -> None:
        """Begin a word."""
        self._fields[-1].begin(text)

    def add(self, docnum: int, weight: float, vbytes: bytes, length: int | None) -> None:
        """Take a posting of the word."""
        self._fields[-1].add(docnum, weight, vbytes)

    def finish_term(self) -> None:
        """End the word."""

    def close(self) -> None:
        """Write the segment, where there is anything to write."""
        self.is_closed = True
        draft, self._draft.segment.draft = self._draft, None
        if not draft.documents.count:
            return
        name, count = draft.segment.segment_id(), draft.documents.count
        writer = SegmentWriter(draft.folder, name, count)
        for field in sorted(self._fields, key=lambda field: field.name):
            field.write(writer, draft.documents.lengths_in(field.name))
        for column, (kind, values) in draft.documents.columns.items():
            writer.add_column(column, _column(kind, values, count))
        _write_stored(writer, draft.documents.stored)
        writer.finish()


class _DraftField:
    """The postings of one field as they come."""

    def __init__(self, name: str, kind: FieldType) -> None:
        self.name = name
        self._words: list[bytes] = []
        self._each, self._positions_each = array("q"), array("q")
        self._documents, self._weights = array("q"), array("d")
        self._counts, self._positions = array("q"), array("q")
        format_ = kind.format
        self._decode: Callable[[bytes], list[int]] | None = None
        if format_.supports("positions"):
            self._decode = format_.decoder("positions")

    def begin(self, word: bytes) -> None:
        self._words.append(word)
        self._each.append(0)
        self._positions_each.append(0)

    def add(self, document: int, weight: float, value: bytes) -> None:
        self._each[-1] += 1
        self._documents.append(document)
        self._weights.append(weight)
        positions = self._decode(value) if self._decode else ()
        self._positions.extend(positions)
        self._positions_each[-1] += len(positions)
        self._counts.append(len(positions))

    def write(self, writer: SegmentWriter, lengths: Array) -> None:
        weights, counts = _array(self._weights), _array(self._counts)
        placed = self._decode is not None
        positions = _array(self._positions)
        largest = int(positions.max()) if len(positions) else 0
        boosted = placed and not (weights == counts).all()
        writer.begin_field(position_width(largest) if placed else 0)
        writer.add(
            Postings(
                words=self._words,
                documents_each=_array(self._each),
                documents=_array(self._documents),
                frequencies=counts if placed else weights,
                positions_each=_array(self._positions_each) if placed else None,
                positions=positions if placed else None,
            )
        )
        bytes_, total = lengths_of(lengths)
        kept = bytes_ if total else np.empty(0, "u1")
        writer.end_field(self.name, kept, total, weights if boosted else None)


def _array(values: array[Any]) -> Array:
    return np.array(values, np.float64 if values.typecode == "d" else np.int64)


def _column(kind: WhooshColumn, values: dict[int, Any], count: int) -> Column:
    """A column in Beilin's own form where it has one, else as Whoosh writes it."""
    default = kind.default_value()
    listed = [values.get(document, default) for document in range(count)]
    if isinstance(kind, RefBytesColumn):
        return coded(listed)
    whole = isinstance(kind, NumericColumn) and all(isinstance(value, int) for value in listed)
    if whole and min(listed) >= -(1 << 63) and max(listed) < 1 << 63:
        return Numbers(narrow(np.array(listed, np.int64)))
    return Opaque(np.frombuffer(_as_whoosh(kind, values, count), "u1"))


def _as_whoosh(kind: WhooshColumn, values: dict[int, Any], count: int) -> bytes:
    storage = RamStorage()
    with storage.create_file("column") as stream:
        writer = kind.writer(stream)
        for document in sorted(values):
            writer.add(document, values[document])
        writer.finish(count)
    with storage.open_file("column") as stream:
        return bytes(stream.read())


def _write_stored(writer: SegmentWriter, stored: list[dict[str, Any]]) -> None:
    if not any(stored):
        return
    written = [dumps(values) for values in stored]
    starts = np.cumsum([0, *map(len, written)])
    writer.add_stored(np.frombuffer(b"".join(written), "u1"), starts.astype("<u4"))
