"""The first lines of a table with the mapping guessed, for a person to correct."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from desktop_app.errors import BeilinError, ImportFailure
from desktop_app.importing.detect import HEAD
from desktop_app.importing.formats.table import TableFile, sheets_of
from desktop_app.importing.tables.columns import FIELDS, ColumnMapping, signature, squeezed
from desktop_app.importing.tables.guess import LOOKED_AT, guessed
from desktop_app.importing.tables.rows import Row
from desktop_app.messages import message

SHOWN = 20  # rows
NOTHING = "none"  # how a person says that a column is left out


class ColumnProblem(BeilinError):
    """A correction that names no column, or no field."""


@dataclass(frozen=True, slots=True)
class TablePreview:
    """The first rows of a table, all as wide as `mapping`; `names` are the header's, or "".

    Of a workbook it is the first sheet that has rows.
    """

    path: Path
    sheet: str
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: ColumnMapping

    @property
    def signature(self) -> str:
        """By what a correction of the mapping is kept."""
        return signature(self.names, self.path.name)


def preview(path: Path, saved: Mapping[str, tuple[str, ...]]) -> TablePreview:
    """The preview of the table at `path`; raises `ImportFailure` where there is none."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if not TableFile().recognises(path, head):
        raise _no_table(path)
    for sheet in sheets_of(path, lambda _read: None):
        first = (row for row in islice(sheet.rows, LOOKED_AT) if isinstance(row, Row))
        rows = [row.cells for row in first if not row.is_blank]
        if rows:
            return _made(path, sheet.name, rows, guessed(rows, dict(saved), path.name))
    raise _no_table(path)


def corrected(table: TablePreview, changes: Iterable[tuple[str, str]]) -> ColumnMapping:
    """The mapping with each (field, column) of `changes`; raises `ColumnProblem`.

    A column is a number from 1 or a name of the header. A field that an item has once
    leaves the column that had it; the field "none" leaves a column out.
    """
    fields = list(table.mapping.fields)
    for field, column in changes:
        place = _place(table, column)
        if field not in (*FIELDS, NOTHING):
            known = ", ".join((*FIELDS, NOTHING))
            raise ColumnProblem(
                message("there is no field “{field}”; there are {known}", field=field, known=known)
            )
        if field in ("title", "date"):
            fields = ["" if each == field else each for each in fields]
        fields[place] = "" if field == NOTHING else field
    return replace(table.mapping, fields=tuple(fields), sure=True)


def _place(table: TablePreview, column: str) -> int:
    width = len(table.mapping.fields)
    if column.isascii() and column.isdecimal() and 1 <= int(column) <= width:
        return int(column) - 1
    wanted = squeezed(column)
    names = [squeezed(name) for name in table.names]
    if wanted and wanted in names:
        return names.index(wanted)
    raise ColumnProblem(
        message(
            "{path} has no column “{column}”; name one by its number, 1 to {count}",
            path=table.path,
            column=column,
            count=width,
        )
    )


def _made(
    path: Path, sheet: str, rows: Sequence[tuple[str, ...]], mapping: ColumnMapping
) -> TablePreview:
    width = len(mapping.fields)
    padded = [(*row, *[""] * (width - len(row))) for row in rows]
    names = padded[mapping.header - 1] if mapping.named else ("",) * width
    body = padded[mapping.header :] if mapping.named else padded
    return TablePreview(path, sheet, names, tuple(body[:SHOWN]), mapping)


def _no_table(path: Path) -> ImportFailure:
    return ImportFailure(
        message("{path} holds no table; name a CSV, TSV or Excel (.xlsx) file", path=path)
    )
