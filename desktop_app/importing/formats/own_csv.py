"""Beilin's own CSV, as it was exported or as a spreadsheet saved it again."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from desktop_app.errors import ImportFailure
from desktop_app.exchange import COLUMNS, unguarded
from desktop_app.importing.own_item import item_of, with_files_beside
from desktop_app.importing.own_record import Record, WrongRecord
from desktop_app.importing.raw import Failed, Found, ReportBytes
from desktop_app.messages import message

_MAX_LINE = 16 * 1024 * 1024  # characters
_BOM = b"\xef\xbb\xbf"


class OwnCsv:
    """Tables with the columns that `beilin export --format csv` writes."""

    name = "own_csv"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the header, whatever sign a spreadsheet has put between the columns."""
        return _separator(head) is not None

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Yield each row's item; a row that is none fails alone."""
        csv.field_size_limit(_MAX_LINE)  # as large as the largest line that is read
        with path.open("rb") as source, TextIOWrapper(source, "utf-8-sig", newline="") as stream:
            separator = _separator(source.peek(1024)) or ","
            rows = csv.reader(_lines(path, stream), delimiter=separator)
            try:
                header = next(rows)
                for row in rows:
                    report_bytes(source.tell())
                    if row:
                        yield _found(path, rows.line_num, dict(zip(header, row, strict=False)))
            except UnicodeDecodeError as error:
                raise ImportFailure(
                    message("{path} is not UTF-8; save it as “CSV UTF-8”", path=path)
                ) from error
            except csv.Error as error:
                raise ImportFailure(
                    message("{path} is not a sound CSV file ({reason})", path=path, reason=error)
                ) from error


def _separator(head: bytes) -> str | None:
    """The sign between the columns, where they are Beilin's own."""
    line = head.removeprefix(_BOM).split(b"\n", 1)[0].strip().replace(b'"', b"")
    return next((s for s in ",;\t" if line == s.join(COLUMNS).encode()), None)


def _lines(path: Path, stream: TextIO) -> Iterator[str]:
    """The lines of a file; one too long for any item ends it."""
    while line := stream.readline(_MAX_LINE + 1):
        if len(line) > _MAX_LINE:
            raise ImportFailure(message("{path} has a line longer than 16 MB", path=path))
        yield line


def _found(path: Path, line: int, row: dict[str, str]) -> Found:
    cells: Record = {key: unguarded(cell) for key, cell in row.items()}
    try:
        texts = cells.pop("text", "").split("\n")
        more = json.loads(cells.pop("more", "") or "{}")
        data = {**cells, **(more if isinstance(more, dict) else {})}
        data["photos"] = _photos(data.get("photos"), cells.get("captions", ""))
        return with_files_beside(path, item_of(data, texts))
    except WrongRecord as error:
        return Failed(f"line {line}", error.reason)
    except (ValueError, RecursionError):
        return Failed(f"line {line}", message("its column “more” is not valid JSON"))


def _photos(photos: object, captions: str) -> object:
    """The photos with the captions of their own column, if each has its line there."""
    lines = captions.split("\n")
    if not isinstance(photos, list) or len(lines) != len(photos):
        return photos if isinstance(photos, list) else []
    return [
        {**photo, "caption": line} if isinstance(photo, dict) else photo
        for photo, line in zip(photos, lines, strict=True)
    ]
