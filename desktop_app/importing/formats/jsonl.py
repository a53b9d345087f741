"""Beilin's own JSONL: one item a line, photos beside the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from desktop_app.importing.page import tidy, tidy_all
from desktop_app.importing.pictures import confined
from desktop_app.importing.raw import Failed, Found, RawItem, RawPhoto, ReportBytes
from desktop_app.items import KINDS, Alternate, Link
from desktop_app.language.detect import detect_language
from desktop_app.messages import Message, message

_MAX_LINE = 16 * 1024 * 1024  # bytes; a book of a million words has six


class _Wrong(Exception):
    """A line that is no item."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


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
        return _item(path, record)
    except UnicodeDecodeError:
        return Failed(where, message("it is not UTF-8; export the file again"))
    except (ValueError, RecursionError):
        return Failed(where, message("it is not valid JSON"))
    except _Wrong as error:
        return Failed(where, error.reason)


def _item(path: Path, record: object) -> RawItem:
    if not isinstance(record, dict):
        raise _Wrong(message("it is not a JSON object"))
    title = tidy(_text(record, "title"))
    paragraphs = tidy_all(_texts(record, "paragraphs"))
    if not title and not paragraphs:
        raise _Wrong(message("it has neither title nor paragraphs"))
    kind = _text(record, "kind") or "news"
    if kind not in KINDS:
        raise _Wrong(message("“kind” is none of {kinds}", kinds=", ".join(KINDS)))
    own = tidy(_text(record, "id"))
    return RawItem(
        title=title,
        paragraphs=paragraphs,
        language=tidy(_text(record, "language"))
        or detect_language("\n".join((title, *paragraphs))),
        source=tidy(_text(record, "source")),
        kind=kind,
        date=_day(record),
        byline=tidy(_text(record, "byline")),
        url=tidy(_text(record, "url")),
        photos=tuple(_photo(path, photo) for photo in _records(record, "photos")),
        identity=f"beilin:{own}" if own else "",
        part="" if own else f"{title}\n{record.get('date')}",
        links=tuple(_link(link) for link in _records(record, "links")),
        alternates=tuple(
            Alternate(tidy(_text(each, "language")), tidy(_text(each, "address")))
            for each in _records(record, "alternates")
        ),
        details=_details(record),
    )


def _photo(path: Path, record: dict[str, object]) -> RawPhoto:
    """A photo; one whose file is gone or outside the file's folder keeps its caption."""
    file = _text(record, "file")
    return RawPhoto(
        path=confined(path.parent, file) if file else None,
        caption=tidy(_text(record, "caption")),
        credit=tidy(_text(record, "credit")),
        taken=tidy(_text(record, "taken")),
        after=_count(record, "after"),
    )


def _link(record: dict[str, object]) -> Link:
    return Link(_count(record, "start"), _count(record, "end"), tidy(_text(record, "address")))


def _details(record: dict[str, object]) -> tuple[tuple[str, str], ...]:
    pairs = record.get("details") or []
    if not isinstance(pairs, list) or not all(map(_is_pair, pairs)):
        raise _Wrong(message("“{key}” is not a list of pairs of texts", key="details"))
    return tuple((tidy(name), tidy(value)) for name, value in pairs)


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and [type(each) for each in value] == [str, str]


def _count(record: dict[str, object], key: str) -> int:
    value = record.get(key, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise _Wrong(message("“{key}” is not a count", key=key))
    return value


def _text(record: dict[str, object], key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _Wrong(message("“{key}” is not text", key=key))
    return value


def _texts(record: dict[str, object], key: str) -> list[str]:
    value = record.get(key) or []
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise _Wrong(message("“{key}” is not a list of texts", key=key))
    return value


def _records(record: dict[str, object], key: str) -> list[dict[str, object]]:
    value = record.get(key) or []
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise _Wrong(message("“{key}” is not a list of objects", key=key))
    return value


def _day(record: dict[str, object]) -> date | None:
    text = _text(record, "date")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise _Wrong(message("“{key}” is not a day such as 2021-08-31", key="date")) from None
