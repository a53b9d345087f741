"""Whether a file is one of records, by what it begins with."""

from __future__ import annotations

import io
import re
import zlib

import zstandard

from desktop_app.importing.web_archives.dictionary import DICTIONARY, DICTIONARY_FRAME
from desktop_app.importing.web_archives.inflaters import GZIP, ZSTD
from desktop_app.importing.web_archives.record import arc_fields

_BEGINS = re.compile(rb"\s*WARC/\d\.\d+[ \t]*\r?\n")
_WITHIN = re.compile(rb"WARC/\d\.\d+\r?\n(?:[A-Za-z-]+:[^\n]*\n){0,20}?WARC-", re.IGNORECASE)
_NAME = re.compile(r"\.w?arc(?:\.(?:gz|zst|bad|open))*$", re.IGNORECASE)
_OPENED = 4096  # bytes
_MOST = 100  # members looked into


def is_web_archive(name: str, head: bytes) -> bool:
    """Whether the file called `name` is one of records; by its name where its first is damaged."""
    return begins_records(head) or (is_archive_name(name) and holds_records(head))


def is_archive_name(name: str) -> bool:
    """Whether a file is called as those of records are."""
    return _NAME.search(name) is not None


def begins_records(head: bytes) -> bool:
    """Whether a file that begins with `head` is one of records."""
    if head.startswith(DICTIONARY_FRAME):
        return head[8:12] in (DICTIONARY, ZSTD)
    start = _opened(head)
    line = start[: start.find(b"\n") + 1]
    is_arc = line.startswith(b"filedesc:") and arc_fields(line) is not None
    return is_arc or _BEGINS.match(start) is not None


def holds_records(head: bytes) -> bool:
    """Whether a record begins anywhere in `head`, for files whose first is damaged."""
    if _WITHIN.search(head):
        return True
    at = head.find(GZIP)
    for _ in range(_MOST):
        if at < 0:
            return False
        if _WITHIN.search(_inflated(head[at:])):
            return True
        at = head.find(GZIP, at + 1)
    return False


def _opened(head: bytes) -> bytes:
    """The beginning of what `head` unpacks to."""
    if head.startswith(GZIP):
        return _inflated(head)
    if head.startswith(ZSTD):
        try:
            return zstandard.ZstdDecompressor().stream_reader(io.BytesIO(head)).read(_OPENED)
        except zstandard.ZstdError:
            return b""
    return head


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(data, _OPENED)
    except zlib.error:
        return b""
