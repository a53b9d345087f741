"""Files cut into numbered parts: ``news.7z.001``, and ``news.z01`` to ``news.zip``.

They are put together again beside what they hold, which is then read in its turn. A lone
part is left to what it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from desktop_app.importing.containers.counted_file import CountedFile
from desktop_app.importing.containers.unpacking import CHUNK, Unpacking, bounded
from desktop_app.importing.encoding import is_binary
from desktop_app.importing.raw import Found, ReportBytes, Skipped
from desktop_app.importing.room import Room
from desktop_app.messages import message

_NUMBERED = re.compile(r"\.(\d{3})$")
_OF_ZIP = re.compile(r"\.z(\d\d)$", re.IGNORECASE)
_LAST_OF_ZIP = re.compile(r"\.zip$", re.IGNORECASE)
_MAX_PARTS = 999
_LOOK = 4096  # bytes


class Split:
    """Parts as 7-Zip, WinZip and others number them."""

    name = "split"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By name, where the first part and another lie beside each other; texts are none."""
        parts = parts_of(path)
        if len(parts) < 2 or path not in parts:
            return False
        with parts[0].open("rb") as stream:
            return is_binary(stream.read(_LOOK))

    def unpack(
        self, path: Path, folder: Path, room: Room, report_bytes: ReportBytes
    ) -> Iterator[Found]:
        """Put the parts together at the one that leads; the others are skipped."""
        parts = parts_of(path)
        lead = _lead(parts)
        if path != lead:
            yield Skipped("", message("it is a part of {file} and read with it", file=lead.name))
            return
        name = _NUMBERED.sub("", lead.name)
        yield from bounded(Unpacking(folder, room).file(name, _joined(parts, report_bytes)))


def parts_of(path: Path) -> list[Path]:
    """The parts of the file that `path` is a part of, in order; none where it is none."""
    if match := _NUMBERED.search(path.name):
        return _numbered(path.name[: match.start()], path)
    if match := (_OF_ZIP.search(path.name) or _LAST_OF_ZIP.search(path.name)):
        return _of_zip(path.name[: match.start()], path)
    return []


def _numbered(stem: str, path: Path) -> list[Path]:
    return _existing(path.with_name(f"{stem}.{number:03d}") for number in count(1))


def _of_zip(stem: str, path: Path) -> list[Path]:
    """The last part is the one called ``.zip``."""
    ends = (".zip", ".ZIP", ".Zip")
    last = next((p for p in map(path.with_name, (stem + e for e in ends)) if p.is_file()), None)
    letter = "z" if path.with_name(f"{stem}.z01").is_file() else "Z"
    first = _existing(path.with_name(f"{stem}.{letter}{number:02d}") for number in count(1))
    return [*first, last] if first and last is not None else []


def _existing(names: Iterator[Path]) -> list[Path]:
    found: list[Path] = []
    for name in names:
        if len(found) >= _MAX_PARTS or not name.is_file():
            break
        found.append(name)
    return found


def _lead(parts: list[Path]) -> Path:
    """The part whose name tells the whole: the last of a zip, the first of others."""
    return parts[-1] if _LAST_OF_ZIP.search(parts[-1].name) else parts[0]


def _joined(parts: list[Path], report_bytes: ReportBytes) -> Iterator[bytes]:
    for part in parts:
        with part.open("rb") as stream:
            told = report_bytes if part == _lead(parts) else _nothing
            file = CountedFile(stream, part, told)
            while chunk := file.read(CHUNK):
                yield chunk


def _nothing(_read: int) -> None:
    """The parts beside the leading one are told of in their own turn."""
