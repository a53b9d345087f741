"""Tables: CSV, TSV and Excel workbooks, one item a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from desktop_app.importing.encoding import is_binary
from desktop_app.importing.raw import Failed, Found, ReportBytes, Skipped
from desktop_app.importing.tables.cell_values import is_day_first
from desktop_app.importing.tables.columns import ColumnMapping
from desktop_app.importing.tables.csv_rows import csv_sheet
from desktop_app.importing.tables.guess import LOOKED_AT, guessed
from desktop_app.importing.tables.items import TableItems
from desktop_app.importing.tables.recognition import holds_table
from desktop_app.importing.tables.rows import BadRow, Row, Sheet
from desktop_app.importing.tables.xlsx_rows import is_workbook, xlsx_sheets
from desktop_app.messages import message

_SUFFIXES = (".csv", ".tsv", ".tab")
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?<(?:!doctype|html|\?xml)\b", re.IGNORECASE)
_ZIP = b"PK\x03\x04"


class TableFile:
    """Tables whose columns a person has named, or whose names or cells tell."""

    name = "table"

    def __init__(self, columns: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Use corrected mappings, by their header's `signature`."""
        self._columns = dict(columns or {})

    def recognises(self, path: Path, head: bytes) -> bool:
        """A workbook by its parts, a text by its name or by its columns."""
        if head.startswith(_ZIP):
            return is_workbook(path)
        if path.suffix.lower() in _SUFFIXES:
            return not (is_binary(head) or _MARKUP.match(head))
        return holds_table(path, head, self._columns)

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Yield each row's item. A table without a text or titles is skipped whole."""
        for sheet in sheets_of(path, report_bytes):
            yield from self._read_sheet(path, sheet)

    def _read_sheet(self, path: Path, sheet: Sheet) -> Iterator[Found]:
        head = list(islice(sheet.rows, LOOKED_AT))
        whole = [row for row in head if isinstance(row, Row) and not row.is_blank]
        mapping = guessed([row.cells for row in whole], self._columns, path.name)
        where = f"{sheet.name} " if sheet.name else ""
        if not whole and not any(isinstance(row, BadRow) for row in head):
            yield Skipped(sheet.name, message("it is empty"))
            return
        if whole and not mapping.is_readable:
            yield Skipped(
                sheet.name,
                message("no column looks like a text; tell which is which: beilin columns"),
            )
            return
        passed = {row.number for row in whole[: mapping.header]}
        items = TableItems(path, mapping, where, day_first(whole, mapping))
        for row in chain(head, sheet.rows):
            if isinstance(row, BadRow):
                yield Failed(f"{where}row {row.number}", row.reason)
            elif row.number not in passed and not row.is_blank:
                yield items.item(row) or Skipped(
                    f"{where}row {row.number}", message("it has neither title nor text")
                )


def sheets_of(path: Path, report_bytes: ReportBytes) -> Iterator[Sheet]:
    """The tables in the file at `path`. Raises `ImportFailure`."""
    with path.open("rb") as stream:
        is_zip = stream.read(4) == _ZIP
    if is_zip:
        yield from xlsx_sheets(path, report_bytes)
    else:
        yield csv_sheet(path, report_bytes)
        report_bytes(path.stat().st_size)


def day_first(rows: list[Row], mapping: ColumnMapping) -> bool:
    """Whether some day of the first rows can only be day, month and year in that order."""
    columns = mapping.columns("date")
    return any(
        is_day_first(row.cells[column])
        for row in rows
        for column in columns
        if column < len(row.cells)
    )
