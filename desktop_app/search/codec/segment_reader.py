"""A segment open for reading: its table, its postings, its columns."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from pathlib import Path

from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.columns import Coded, Column, Numbers, Opaque
from desktop_app.search.codec.damage import damaged, reading
from desktop_app.search.codec.field import Field
from desktop_app.search.codec.segment import ColumnSegment
from desktop_app.search.codec.segment_files import FieldRecord, SegmentFiles


class SegmentColumns:
    """Reads one segment. Safe to use from several threads at once."""

    def __init__(self, folder: Path, record: ColumnSegment) -> None:
        """Open the segment in `folder` that `record` tells of; raises `IndexDamaged`."""
        self.files = SegmentFiles(folder, record.segment_id())
        header, path = self.files.table.header, self.files.path
        with reading(path):
            self._records = {name: FieldRecord(**said) for name, said in header["fields"].items()}
            self._kinds: dict[str, str] = dict(header["columns"])
        self.count = self.files.count
        within = all(map(self.files.hold, self._records.values()))
        if self.count != record.doc_count_all() or not within:
            raise damaged(path)
        self._fields: dict[str, Field] = {}
        self._columns: dict[str, Column] = {}

    @cached_property
    def field_names(self) -> tuple[str, ...]:
        """The indexed fields, sorted."""
        return tuple(sorted(self._records))

    @cached_property
    def column_names(self) -> tuple[str, ...]:
        """The columns, in no order."""
        return tuple(self._kinds)

    def field(self, name: str) -> Field | None:
        """The field called `name`, or None where nothing of it is in this segment."""
        field = self._fields.get(name)
        if field is None and name in self._records:
            field = self._fields[name] = Field(name, self._records[name], self.files)
        return field

    def column(self, name: str) -> Column | None:
        """The column called `name`, or None where this segment has none."""
        column = self._columns.get(name)
        if column is None and name in self._kinds:
            column = self._columns[name] = self._read_column(name)
        return column

    def numbers(self, name: str) -> Array:
        """The values of the column `name`, which must hold numbers."""
        column = self.column(name)
        if not isinstance(column, Numbers):
            raise TypeError(f"no column of numbers: {name}")
        return column.values

    def coded(self, name: str) -> Coded:
        """The column `name`, which must hold one of a few values a document."""
        column = self.column(name)
        if not isinstance(column, Coded):
            raise TypeError(f"no column of coded values: {name}")
        return column

    def stored(self) -> tuple[Array, Array] | None:
        """The stored fields: JSON end to end (uint8) and where each starts, or None."""
        table = self.files.table
        return (table.read("stored"), table.read("stored starts")) if "stored" in table else None

    def _read_column(self, name: str) -> Column:
        read, kind = self.files.table.read, self._kinds[name]
        column = read(f"column {name}")
        if kind == "opaque":
            return Opaque(column)
        values = self._values(name) if kind == "coded" else ()
        coded_past = kind == "coded" and column.size and column.max() >= len(values)
        if len(column) != self.count or column.dtype.kind not in "iu" or coded_past:
            raise damaged(self.files.path)
        return Coded(column, values) if kind == "coded" else Numbers(column)

    def _values(self, name: str) -> tuple[bytes, ...]:
        read = self.files.table.read
        ends, text = read(f"value starts {name}").tolist(), read(f"values {name}").tobytes()
        return tuple(text[a:b] for a, b in pairwise(ends))
