"""Beilin's segments as Whoosh knows them: a codec, so that any Whoosh query runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from whoosh.codec import base
from whoosh.columns import Column as WhooshColumn
from whoosh.columns import ColumnReader
from whoosh.fields import FieldType
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.reading import TermInfo, TermNotFound

from desktop_app.search.codec.columns import Coded, Numbers, Opaque
from desktop_app.search.codec.field import Field
from desktop_app.search.codec.lengths import LENGTHS
from desktop_app.search.codec.segment import ColumnSegment
from desktop_app.search.codec.segment_reader import SegmentColumns
from desktop_app.search.codec.stored import loads
from desktop_app.search.codec.whoosh_matcher import ColumnMatcher, least_length


class ColumnCodec(base.Codec):  # type: ignore[misc]
    """Postings in columns; see the package's docstring for the format."""

    def per_document_writer(self, storage: FileStorage, segment: ColumnSegment) -> Any:  # noqa: ANN401
        """Collects what Whoosh's own writer says of each document."""
        from desktop_app.search.codec.whoosh_writing import draft_of  # noqa: PLC0415 (cycle)

        return draft_of(storage, segment).documents

    def field_writer(self, storage: FileStorage, segment: ColumnSegment) -> Any:  # noqa: ANN401
        """Collects the postings of Whoosh's own writer and writes the segment."""
        from desktop_app.search.codec.whoosh_writing import draft_of  # noqa: PLC0415 (cycle)

        return draft_of(storage, segment).fields

    def per_document_reader(self, storage: FileStorage, segment: ColumnSegment) -> Any:  # noqa: ANN401
        """Lengths, columns and stored fields."""
        if segment.draft is not None:
            return segment.draft.lengths
        return DocumentReader(_open(storage, segment), segment)

    def terms_reader(self, storage: FileStorage, segment: ColumnSegment) -> TermsReader:
        """Words and postings."""
        return TermsReader(_open(storage, segment))

    def new_segment(self, _storage: FileStorage, indexname: str) -> ColumnSegment:
        """An empty segment."""
        return ColumnSegment(indexname)


def _open(storage: FileStorage, segment: ColumnSegment) -> SegmentColumns:
    return SegmentColumns(Path(folder_of(storage)), segment)


def folder_of(storage: FileStorage) -> str:
    """The folder of `storage`; raises `TypeError` for one that is not on disk."""
    folder = getattr(storage, "folder", None)
    if folder is None:
        raise TypeError("columns are mapped from files: the index must be in a folder")
    return str(folder)


class TermsReader(base.TermsReader):  # type: ignore[misc]
    """Implements Whoosh's `TermsReader`."""

    def __init__(self, segment: SegmentColumns) -> None:
        """Read the words of `segment`."""
        self._segment = segment

    def _find(self, name: str, word: bytes) -> tuple[Field, int]:
        """The field and the word's number; raises `TermNotFound`."""
        field = self._segment.field(name)
        number = -1 if field is None else field.find(word)
        if field is None or number < 0:
            raise TermNotFound(f"No term {name}:{word!r}")
        return field, number

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        """Whether the word is in the field."""
        field = self._segment.field(term[0])
        return field is not None and field.find(term[1]) >= 0

    def indexed_field_names(self) -> tuple[str, ...]:
        """The fields."""
        return self._segment.field_names

    def cursor(self, fieldname: str, fieldobj: FieldType) -> base.FieldCursor:
        """A cursor over the words of a field."""
        field = self._segment.field(fieldname)
        return base.EmptyCursor() if field is None else WordCursor(field, fieldobj)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield all (field, word)."""
        for name in self._segment.field_names:
            yield from self._terms_in(name, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield (field, word) from `prefix` on, then those of the fields that come later."""
        yield from self._terms_in(fieldname, prefix)
        for name in self._segment.field_names:
            if name > fieldname:
                yield from self._terms_in(name, b"")

    def _terms_in(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        field = self._segment.field(fieldname)
        if field is None:
            return
        step, number = 256, field.words.place(prefix)
        while number < len(field.words):
            stop = min(number + step, len(field.words))
            yield from ((fieldname, word) for word in field.words.listed(number, stop))
            number = stop

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Yield all words and what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(
        self, fieldname: str, prefix: bytes
    ) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Yield the words from `prefix` on and what is known of them."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """What is known of a word; raises `TermNotFound`."""
        field, number = self._find(fieldname, text)
        return _info(field, number)

    def frequency(self, fieldname: str, text: bytes) -> float:
        """The sum of the word's weights; 0 for a word that is not there."""
        if (fieldname, text) not in self:
            return 0.0
        field, number = self._find(fieldname, text)
        return float(field.weights(*field.span(number)).sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """How many documents hold the word; 0 for one that is not there."""
        if (fieldname, text) not in self:
            return 0
        field, number = self._find(fieldname, text)
        start, stop = field.span(number)
        return stop - start

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: object = None) -> Any:  # noqa: ANN401
        """The word's postings."""
        field, number = self._find(fieldname, text)
        return ColumnMatcher(field, number, format_, scorer, text)


class WordCursor(base.FieldCursor):  # type: ignore[misc]
    """Implements Whoosh's `FieldCursor`: a place among the words of a field."""

    def __init__(self, field: Field, fieldobj: FieldType) -> None:
        """Stand at the first word."""
        self._field, self._type, self._number = field, fieldobj, 0

    def first(self) -> Any:  # noqa: ANN401
        """Go to the first word and return it."""
        self._number = 0
        return self.text()

    def find(self, term: Any) -> Any:  # noqa: ANN401
        """Go to the first word that is not less than `term` and return it."""
        raw = term if isinstance(term, bytes) else self._type.to_bytes(term)
        self._number = self._field.words.place(raw)
        return self.text()

    def next(self) -> Any:  # noqa: ANN401
        """Go to the next word and return it."""
        self._number += 1
        return self.text()

    def text(self) -> Any:  # noqa: ANN401
        """The word, or None after the last."""
        return self._type.from_bytes(self._field.words[self._number]) if self.is_valid() else None

    def term_info(self) -> TermInfo | None:
        """What is known of the word."""
        return _info(self._field, self._number) if self.is_valid() else None

    def is_valid(self) -> bool:
        """Whether there is a word here."""
        return self._number < len(self._field.words)


def _info(field: Field, number: int) -> TermInfo:
    start, stop = field.span(number)
    documents, weights = field.documents(start, stop), field.weights(start, stop)
    length = least_length(field, start, stop)
    longest = LENGTHS[field.length_bytes[documents].max()] if length is not None else 0
    return TermInfo(
        weight=float(weights.sum()),
        df=stop - start,
        minlength=length or 0,  # of several segments Whoosh takes the least
        maxlength=int(longest),
        maxweight=float(weights.max()),
        minid=int(documents[0]),
        maxid=int(documents[-1]),
    )


class DocumentReader(base.PerDocumentReader):  # type: ignore[misc]
    """Implements Whoosh's `PerDocumentReader`."""

    def __init__(self, segment: SegmentColumns, record: ColumnSegment) -> None:
        """Read the documents of `segment`, less those `record` says are deleted."""
        self._segment, self._record = segment, record

    def doc_count(self) -> int:
        """How many documents live."""
        return int(self._record.doc_count())

    def doc_count_all(self) -> int:
        """How many documents there are."""
        return self._segment.count

    def has_deletions(self) -> bool:
        """Whether any are deleted."""
        return bool(self._record.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether this one is."""
        return self._record.is_deleted(docnum)

    def deleted_docs(self) -> Iterator[int]:
        """The deleted ones."""
        return self._record.deleted_docs()

    def supports_columns(self) -> bool:
        """There are columns."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Whether there is this one."""
        return fieldname in self._segment.column_names

    def list_columns(self) -> tuple[str, ...]:
        """All of them."""
        return self._segment.column_names

    def column_reader(self, fieldname: str, column: WhooshColumn) -> ColumnReader:
        """The column, read as Whoosh reads its own."""
        held = self._segment.column(fieldname)
        if isinstance(held, Opaque):
            content = BufferFile(held.content.data)
            return column.reader(content, 0, len(held.content), self._segment.count)
        if held is None:
            raise KeyError(fieldname)
        return ArrayColumnReader(held)

    def _lengths(self, fieldname: str) -> Field | None:
        field = self._segment.field(fieldname)
        return field if field is not None and len(field.length_bytes) else None

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """The document's length in this field, to Whoosh's 256 steps."""
        field = self._lengths(fieldname)
        return default if field is None else int(LENGTHS[field.length_bytes[docnum]])

    def doc_field_length_reader(self, fieldname: str, default: int = 0) -> Callable[[int], int]:
        """A function from document to length."""
        field = self._lengths(fieldname)
        if field is None:
            return lambda _docnum: default
        lengths: list[int] = LENGTHS[field.length_bytes].tolist()
        return lengths.__getitem__

    def field_length(self, fieldname: str) -> int:
        """The tokens of the field in all documents."""
        field = self._segment.field(fieldname)
        return 0 if field is None else field.record.length

    def min_field_length(self, fieldname: str) -> int:
        """The least length of a document in this field."""
        field = self._lengths(fieldname)
        return 0 if field is None else int(LENGTHS[field.length_bytes.min()])

    def max_field_length(self, fieldname: str) -> int:
        """The greatest."""
        field = self._lengths(fieldname)
        return 0 if field is None else int(LENGTHS[field.length_bytes.max()])

    @cached_property
    def _stored(self) -> tuple[bytes, list[int]] | None:
        stored = self._segment.stored()
        return None if stored is None else (stored[0].tobytes(), stored[1].tolist())

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """What is stored with the document."""
        if self._stored is None:
            return {}
        blob, starts = self._stored
        return loads(blob[starts[docnum] : starts[docnum + 1]])


class ArrayColumnReader(ColumnReader):  # type: ignore[misc]
    """Implements Whoosh's `ColumnReader` over an array."""

    def __init__(self, column: Numbers | Coded) -> None:
        """Read `column`."""
        self._column, self._reverse = column, False
        self._values = column.values if isinstance(column, Numbers) else column.codes

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._values)

    def __getitem__(self, docnum: int) -> Any:  # noqa: ANN401
        """The value of a document."""
        value = self._values[docnum].item()
        return self._column.values[value] if isinstance(self._column, Coded) else value

    def sort_key(self, docnum: int) -> Any:  # noqa: ANN401
        """What to sort the document by."""
        value = self[docnum]
        return 0 - value if self._reverse and isinstance(self._column, Numbers) else value

    def __iter__(self) -> Iterator[Any]:
        """Yield the value of each document."""
        values = self._values.tolist()
        if isinstance(self._column, Coded):
            return map(self._column.values.__getitem__, values)
        return iter(values)

    def load(self) -> list[Any]:
        """All values."""
        return list(self)

    def set_reverse(self) -> None:
        """Sort the other way round."""
        self._reverse = True
