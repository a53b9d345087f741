"""Rows of Excel workbooks (ECMA-376), streamed; formulas as the values they had."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import ImportFailure
from desktop_app.importing.tables.rows import MAX_COLUMNS, MAX_ROW, BadRow, Row, Sheet
from desktop_app.messages import message

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

# openpyxl says on standard error, in English, what it finds odd in a stranger's file.
warnings.filterwarnings("ignore", module=r"openpyxl\.")

WORKBOOK = "xl/workbook.xml"
# Bytes a part may have unpacked. The texts of all cells are one part, which is held whole.
_MAX_TEXTS = 256 * 1024 * 1024
_MAX_PART = 2 * 1024 * 1024 * 1024
_MAX_EMPTY = 100_000  # rows in succession without anything: a format was set to the end


def is_workbook(path: Path) -> bool:
    """Whether the file at `path`, a ZIP, is a workbook of Excel's."""
    try:
        with zipfile.ZipFile(path) as archive:
            return WORKBOOK in archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def xlsx_sheets(path: Path, report_bytes: Callable[[int], None]) -> Iterator[Sheet]:
    """The visible sheets of the workbook at `path`, in order. Raises `ImportFailure`."""
    from openpyxl import load_workbook  # noqa: PLC0415 (takes long to load)

    _check_parts(path)
    with path.open("rb") as stream:  # given a path, openpyxl refuses what is not called .xlsx
        try:
            book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # openpyxl raises nearly every kind over damaged parts
            raise _damaged(path) from error
        try:
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            for sheet in shown:
                name = sheet.title if len(shown) > 1 else ""
                yield Sheet(name, _rows(path, sheet))
            report_bytes(path.stat().st_size)
        finally:
            book.close()


def _check_parts(path: Path) -> None:
    """Refuse what would unpack to more than memory or time allow."""
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = {part.filename: part.file_size for part in archive.infolist()}
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _damaged(path) from error
    for name, size in sizes.items():
        limit = _MAX_PART if name.startswith("xl/worksheets/") else _MAX_TEXTS
        if size > limit:
            raise ImportFailure(
                message(
                    "{path} unpacks to more than {megabytes} MB; save it as several workbooks",
                    path=path,
                    megabytes=limit // (1024 * 1024),
                )
            )


def _rows(path: Path, sheet: ReadOnlyWorksheet) -> Iterator[Row | BadRow]:
    """The rows that hold anything. What is stated of the sheet's size is not believed."""
    sheet.reset_dimensions()
    empty = 0
    try:
        for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
            cells = tuple(map(_text, values[:MAX_COLUMNS]))
            if not any(cells):
                empty += 1
                if empty > _MAX_EMPTY:
                    return
                continue
            empty = 0
            if sum(map(len, cells)) > MAX_ROW:
                yield BadRow(number, message("the row is longer than 16 MB"))
            else:
                yield Row(number, cells)
    except Exception as error:
        raise _damaged(path) from error


def _text(value: object) -> str:
    """A cell as a person reads it; days in ISO form."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")


def _damaged(path: Path) -> ImportFailure:
    return ImportFailure(
        message("{path} is a damaged workbook; open it in Excel and save it again", path=path)
    )
