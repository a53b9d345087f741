"""Writing the members of a container into its folder, each refused or kept whole."""

from __future__ import annotations

import errno
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import zstandard

from desktop_app.importing.containers.member_names import MemberNames, Refused, shown_name
from desktop_app.importing.raw import Failed, Found, Skipped
from desktop_app.importing.room import Full, Room, no_room
from desktop_app.messages import Message, message

CHUNK = 1024 * 1024  # bytes read at a time
# What the readers of containers raise for bytes that are not as they should be.
DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    zstandard.ZstdError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
    RuntimeError,  # NotImplementedError and RecursionError among them
)


@dataclass(slots=True)
class Unpacking:
    """One container being unpacked into `folder`, taking from `room`."""

    folder: Path
    room: Room
    _names: MemberNames = field(default_factory=MemberNames)

    def file(self, name: str, chunks: Iterable[bytes], partly: bool = False) -> Iterator[Found]:
        """Write a member and yield why it is refused, if it is; raises `Full`.

        What cannot be read to its end is removed again, unless `partly` a part is of use.
        """
        self.room.take_member()
        try:
            path = self._names.path(name, self.folder)
            path.parent.mkdir(parents=True, exist_ok=True)
            yield from self._write(path, name, chunks, partly)
        except Refused as error:
            yield Failed(shown_name(name), error.text)
        except (OSError, UnicodeEncodeError) as error:
            yield Failed(shown_name(name), not_written(error))

    def link(self, name: str) -> Iterator[Found]:
        """Say that a link is not followed."""
        self.room.take_member()
        yield Skipped(shown_name(name), message("it is a link; links are not unpacked"))

    def device(self, name: str) -> Iterator[Found]:
        """Say that what is no file is not made."""
        self.room.take_member()
        yield Skipped(shown_name(name), message("it is not a regular file (a pipe, a device)"))

    def encrypted(self, name: str) -> Iterator[Found]:
        """Say that a member needs a password."""
        self.room.take_member()
        yield Failed(shown_name(name), encrypted())

    def _write(
        self, path: Path, name: str, chunks: Iterable[bytes], partly: bool
    ) -> Iterator[Found]:
        """Raises `OSError` where writing fails, not reading."""
        fault: Message | None = None
        out = path.open("xb")  # before the rest, whose failure removes the file
        try:
            with out:
                for chunk in _read(chunks):
                    if isinstance(chunk, Message):
                        fault = chunk
                        break
                    self._take(len(chunk), out.tell())
                    out.write(chunk)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        if fault is not None:
            if not partly:
                path.unlink()
            yield Failed(shown_name(name), fault)

    def _take(self, count: int, before: int) -> None:
        if before + count > self.room.bounds.member:
            raise Refused(message("it is too large to unpack; unpack it by hand"))
        self.room.take(count, self.folder)


def encrypted() -> Message:
    """What is said of what needs a password."""
    return message("it is encrypted; unpack it with its password and import the folder instead")


def damaged(error: Exception) -> Message:
    """What is said of bytes that cannot be unpacked."""
    if isinstance(error, EOFError):
        return message("it ends too early: the file was cut off; what came before was read")
    if isinstance(error, NotImplementedError):
        return message(
            "it is compressed in a way Beilin cannot read; unpack it by hand ({reason})",
            reason=error,
        )
    return message("it is damaged: {reason}", reason=_one_line(error))


def not_written(error: Exception) -> Message:
    """What is said where a member cannot be written; raises `Full` where nothing can."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        raise no_room() from error
    reason = error.strerror if isinstance(error, OSError) else None
    return message("it cannot be unpacked: {reason}", reason=reason or _one_line(error))


def bounded(pieces: Iterable[Found]) -> Iterator[Found]:
    """The pieces of a container; where a bound is hit, that is the last of them."""
    try:
        yield from pieces
    except Full as full:
        yield Failed("", full.text)


def _read(chunks: Iterable[bytes]) -> Iterator[bytes | Message]:
    """The chunks; the fault instead of those that cannot be read."""
    try:
        yield from chunks
    except DAMAGE as error:
        yield damaged(error)


def _one_line(error: Exception) -> str:
    words = " ".join(str(error).split())
    return words[:200] or type(error).__name__
