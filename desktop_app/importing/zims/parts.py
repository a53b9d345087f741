"""The files one ZIM file is: itself, or ``x.zimaa``, ``x.zimab`` and so on; their checksum."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.importing.raw import ReportBytes

_PART = re.compile(r"\.zim([a-z]{2})$", re.IGNORECASE)
_CHUNK = 1024 * 1024
_HEADER = 80  # bytes; the place of the checksum (MD5) is the last eight
_MD5 = 16


def part_of(path: Path) -> str:
    """Which part of a split file `path` is (``aa``, ``ab``); "" where it is none."""
    match = _PART.search(path.name)
    return match[1].lower() if match else ""


def first_part(path: Path) -> Path:
    """The first part of the file that `path` is a part of."""
    match = _PART.search(path.name)
    assert match
    first = "AA" if match[1].isupper() else "aa"
    return path.with_name(f"{path.name[: -len(first)]}{first}")


def parts(path: Path) -> list[Path]:
    """All parts, in order, of the file whose first is `path`."""
    if not part_of(path):
        return [path]
    letters = "abcdefghijklmnopqrstuvwxyz"
    stem = path.name[:-2]
    found = []
    for end in (a + b for a in letters for b in letters):
        part = path.with_name(stem + (end.upper() if path.name[-2:].isupper() else end))
        if not part.is_file():
            break
        found.append(part)
    return found


def has_right_checksum(path: Path, report_bytes: ReportBytes) -> bool:
    """Whether all bytes are as they were written; also where the file holds no checksum."""
    with path.open("rb") as stream:
        header = stream.read(_HEADER)
    place = int.from_bytes(header[_HEADER - 8 :], "little")
    if place == 0:
        return True
    digest = hashlib.md5(usedforsecurity=False)
    stated, done = b"", 0
    for chunk in _content(path):
        digest.update(chunk[: max(0, place - done)])
        stated += chunk[max(0, place - done) :][: _MD5 - len(stated)]
        done += len(chunk)
        report_bytes(done)
        if len(stated) == _MD5:
            break
    return digest.digest() == stated


def _content(path: Path) -> Iterator[bytes]:
    for part in parts(path):
        with part.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
