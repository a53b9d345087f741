""".tar files, plain or compressed, read as a stream from front to back."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.importing.containers.counted_file import MAX_READ, CountedFile
from desktop_app.importing.containers.inflating import compression_of, first_bytes, inflated
from desktop_app.importing.containers.name_encoding import name_decoder
from desktop_app.importing.containers.unpacking import (
    CHUNK,
    DAMAGE,
    Unpacking,
    bounded,
    damaged,
)
from desktop_app.importing.raw import Failed, Found, ReportBytes
from desktop_app.importing.room import Room
from desktop_app.messages import message

_BLOCK = 512


class Tar:
    """Tape archives as tar writes them, in any of its dialects."""

    name = "tar"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the checksum of the first header, inside the compression if there is one."""
        compression = compression_of(head)
        if compression is not None:
            head = first_bytes(compression, head, _BLOCK)
        return is_tar(head)

    def unpack(
        self, path: Path, folder: Path, room: Room, report_bytes: ReportBytes
    ) -> Iterator[Found]:
        """Unpack each member as it comes; where the file is cut off, those before."""
        with path.open("rb") as stream:
            file = CountedFile(stream, path, report_bytes)
            compression = compression_of(stream.read(8))
            stream.seek(0)
            plain = _Forward(inflated(compression, file)) if compression else file
            yield from bounded(_members(plain, Unpacking(folder, room)))


def is_tar(head: bytes) -> bool:
    """Whether a file that begins with `head` is one."""
    try:
        tarfile.TarInfo.frombuf(head[:_BLOCK], "utf-8", "surrogateescape")
    except (tarfile.TarError, ValueError):
        return False
    return True


def _members(file: io.RawIOBase, unpacking: Unpacking) -> Iterator[Found]:
    try:
        archive = tarfile.open(fileobj=file, mode="r:", errors="surrogateescape")  # noqa: SIM115 (closed with its file)
        while (member := archive.next()) is not None:
            yield from _member(archive, member, unpacking)
            archive.members.clear()  # type: ignore[attr-defined]  # which else grow with the file
    except DAMAGE as error:
        yield Failed("", damaged(error))


def _member(
    archive: tarfile.TarFile, member: tarfile.TarInfo, unpacking: Unpacking
) -> Iterator[Found]:
    name = _name(member.name)
    if member.issym() or member.islnk():
        yield from unpacking.link(name)
    elif member.isdev():
        yield from unpacking.device(name)
    elif member.isreg():
        yield from unpacking.file(name, _content(archive, member))
    elif not member.isdir():
        unpacking.room.take_member()
        yield Failed(name, message("it is of a kind that Beilin does not unpack"))


def _name(name: str) -> str:
    """A name that was not UTF-8, by its own encoding."""
    raw = name.encode("utf-8", "surrogateescape")
    return name_decoder([raw], "cp1252")(raw)


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Iterator[bytes]:
    stream = archive.extractfile(member)
    left = member.size
    while stream is not None and left > 0:
        chunk = stream.read(min(CHUNK, left))
        if not chunk:
            raise EOFError
        left -= len(chunk)
        yield chunk


class _Forward(io.RawIOBase):
    """A stream of chunks as a file that is read, and sought, forwards only."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        super().__init__()
        self._chunks = iter(chunks)
        self._waiting = b""
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        """Raises `ValueError` where a header claims to be larger than any is."""
        if size is None or size < 0 or size > MAX_READ:
            raise ValueError("header too large")
        parts: list[bytes] = []
        while size > 0 and (self._waiting or self._fill()):
            part, self._waiting = self._waiting[:size], self._waiting[size:]
            parts.append(part)
            size -= len(part)
            self._place += len(part)
        return b"".join(parts)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET or offset < self._place:
            raise OSError("the stream goes forwards only")
        while self._place < offset:
            if not self.read(min(CHUNK, offset - self._place)):
                break
        return self._place

    def tell(self) -> int:
        return self._place

    def _fill(self) -> bool:
        self._waiting = next((chunk for chunk in self._chunks if chunk), b"")
        return bool(self._waiting)
