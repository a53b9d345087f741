"""A lone file that is compressed: ``news.jsonl.gz``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.importing.containers.counted_file import CountedFile
from desktop_app.importing.containers.inflating import compression_of, inflated
from desktop_app.importing.containers.unpacking import Unpacking, bounded
from desktop_app.importing.raw import Found, ReportBytes
from desktop_app.importing.room import Room
from desktop_app.importing.web_archives.recognition import is_web_archive


class Compressed:
    """gzip, bzip2, xz or Zstandard around one file; tar files are `Tar`'s."""

    name = "compressed"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the first bytes; web archives are compressed a record at a time and are not it."""
        return compression_of(head) is not None and not is_web_archive(path.name, head)

    def unpack(
        self, path: Path, folder: Path, room: Room, report_bytes: ReportBytes
    ) -> Iterator[Found]:
        """Unpack the one file; of one that is cut off, what there is."""
        with path.open("rb") as stream:
            compression = compression_of(stream.read(8))
            file = CountedFile(stream, path, report_bytes)
            if compression is not None:
                chunks = inflated(compression, file)
                name = _inner_name(path, compression.suffixes)
                yield from bounded(Unpacking(folder, room).file(name, chunks, partly=True))


def _inner_name(path: Path, suffixes: tuple[str, ...]) -> str:
    """The name without the compression's suffix."""
    return path.stem if path.suffix.lower() in suffixes and path.stem else path.name
