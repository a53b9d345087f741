"""Beilin's own JSONL: one item a line, photos beside the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from desktop_app.importing.own_item import with_files_beside
from desktop_app.importing.own_record import WrongRecord, raw_item, raw_photo
from desktop_app.importing.raw import Failed, Found, ReportBytes
from desktop_app.messages import message

_MAX_LINE = 16 * 1024 * 1024  # bytes; a book of a million words has six


class Jsonl:
    """Files as `beilin export --format jsonl` writes them."""

    name = "jsonl"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By its name."""
        return path.suffix.lower() in (".jsonl", ".ndjson")

    def read(self, path: Path, report_bytes: ReportBytes) -> Iterator[Found]:
        """Yield each line's item; a line that is none fails alone."""
        done, number = 0, 0
        with path.open("rb") as stream:
            while line := stream.readline(_MAX_LINE + 1):
                number, done = number + 1, done + len(line)
                report_bytes(done)
                if len(line) > _MAX_LINE:
                    done += _skip_line(stream)
                    yield Failed(f"line {number}", message("the line is longer than 16 MB"))
                elif line.strip(b" \t\r\n\xef\xbb\xbf"):
                    yield _found(path, number, line)


def _skip_line(stream: BinaryIO) -> int:
    """Pass over the rest of a line; returns its bytes."""
    size = 0
    while part := stream.readline(_MAX_LINE):
        size += len(part)
        if part.endswith(b"\n"):
            break
    return size


def _found(path: Path, number: int, line: bytes) -> Found:
    where = f"line {number}"
    try:
        record = json.loads(line.decode("utf-8-sig"))
        return with_files_beside(path, raw_item(record, raw_photo))
    except UnicodeDecodeError:
        return Failed(where, message("it is not UTF-8; export the file again"))
    except (ValueError, RecursionError):
        return Failed(where, message("it is not valid JSON"))
    except WrongRecord as error:
        return Failed(where, error.reason)
