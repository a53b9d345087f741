"""JSONL, one item a line: Beilin's own, or anybody's, whose keys are read as a table's columns."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from desktop_app.importing.own_item import with_files_beside
from desktop_app.importing.own_record import WrongRecord, raw_item, raw_photo
from desktop_app.importing.raw import Failed, Found, ReportBytes, Skipped
from desktop_app.importing.tables.columns import ColumnMapping, field_named, fields_named
from desktop_app.importing.tables.items import TableItems
from desktop_app.importing.tables.json_row import json_row
from desktop_app.importing.tables.rows import Row
from desktop_app.messages import message

_OWN = frozenset(
    (
        *("id", "title", "date", "language", "source", "kind", "byline", "url", "paragraphs"),
        *("photos", "statements", "links", "alternates", "details", "languages"),
    )
)
# The first line of a WACZ file's pages.jsonl (WACZ 1.1.1, 5.2.2), unpacked into a folder.
_PAGE_LIST = re.compile(rb'\s*\{[^{}]{0,500}"format"\s*:\s*"json-pages-')
_BOM = b"\xef\xbb\xbf"
_MAX_LINE = 16 * 1024 * 1024  # bytes; a book of a million words has six
_LOOKED_AT = 64 * 1024  # bytes of a file's head, where it is longer


class Jsonl:
    """Files as `beilin export --format jsonl` writes them, and as crawlers and data sets do."""

    name = "jsonl"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By its name, or by what the objects in its first lines are."""
        if path.suffix.lower() in (".jsonl", ".ndjson"):
            return True
        return head.removeprefix(_BOM).lstrip()[:1] == b"{" and _holds_news(path, head)

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Yield each line's item; a line that is none fails alone."""
        done, number, rows = 0, 0, TableItems(path, ColumnMapping(()), "line ")
        with path.open("rb") as stream:
            while line := stream.readline(_MAX_LINE + 1):
                number, done = number + 1, done + len(line)
                report_bytes(done)
                if len(line) > _MAX_LINE:
                    done += _skip_line(stream)
                    yield Failed(f"line {number}", message("the line is longer than 16 MB"))
                elif number == 1 and _PAGE_LIST.match(line):
                    yield Skipped("", message("it is the list of pages of a web archive"))
                    return
                elif line.strip(b" \t\r\n\xef\xbb\xbf"):
                    yield _found(path, number, line, rows)


def _skip_line(stream: BinaryIO) -> int:
    """Pass over the rest of a line; returns its bytes."""
    size = 0
    while part := stream.readline(_MAX_LINE):
        size += len(part)
        if part.endswith(b"\n"):
            break
    return size


def _holds_news(path: Path, head: bytes) -> bool:
    """Whether the lines are objects with a title or a text, not those of a log.

    A single line must be as Beilin writes it: one object alone may be any kind of JSON.
    """
    if _PAGE_LIST.match(head):
        return True
    first, second = _two_lines(path, head)
    try:
        record = json.loads(first)
        if not isinstance(record, dict) or (second and not isinstance(json.loads(second), dict)):
            return False
    except (ValueError, RecursionError):
        return False
    if "paragraphs" in record and "title" in record:
        return True
    fields = fields_named(json_row(record)[0])
    return bool(second) and ("title" in fields or "text" in fields)


def _two_lines(path: Path, head: bytes) -> tuple[bytes, bytes]:
    """The first two lines that hold anything, looked for beyond `head` where they are long."""
    lines = [line for line in head.removeprefix(_BOM).splitlines() if line.strip()][:3]
    if len(lines) < 3 and len(head) >= _LOOKED_AT:
        with path.open("rb") as stream:
            read = (stream.readline(_MAX_LINE).removeprefix(_BOM) for _ in range(4))
            lines = [line for line in read if line.strip()]
    first, second, *_ = (*lines, b"", b"")
    return first, second


def _found(path: Path, number: int, line: bytes, rows: TableItems) -> Found:
    where = f"line {number}"
    try:
        record = json.loads(line.decode("utf-8-sig"))
        if isinstance(record, dict) and _is_anybodys(record):
            return _row(number, record, rows)
        return with_files_beside(path, raw_item(record, raw_photo))
    except UnicodeDecodeError:
        return Failed(where, message("it is not UTF-8; export the file again"))
    except (ValueError, RecursionError):
        return Failed(where, message("it is not valid JSON"))
    except WrongRecord as error:
        return Failed(where, error.reason)


def _is_anybodys(record: dict[str, object]) -> bool:
    """Whether a record is not as Beilin writes them, but has something by another name."""
    if "paragraphs" in record or record.keys() <= _OWN:
        return False
    return any(map(field_named, record))


def _row(number: int, record: dict[str, object], rows: TableItems) -> Found:
    """The item of a record whose keys say what they hold."""
    names, cells = json_row(record)
    mapping = ColumnMapping(tuple(fields_named(names)))
    item = replace(rows, mapping=mapping).item(Row(number, cells))
    return item or Failed(f"line {number}", message("it has neither title nor text"))
