"""The members of a 7z file, by py7zr; runs in a process of its own (`child`).

The format keeps its table of contents compressed, and its dictionaries may claim
gigabytes: a process can be held to a size, a library cannot.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

import py7zr
from py7zr.exceptions import PasswordRequired
from py7zr.io import Py7zIO, WriterFactory

from desktop_app.errors import ImportFailure
from desktop_app.importing.containers.counted_file import CountedFile
from desktop_app.importing.containers.member_names import MemberNames, Refused, shown_name
from desktop_app.importing.containers.unpacking import damaged, encrypted, not_written
from desktop_app.importing.raw import Failed, Found, Skipped
from desktop_app.importing.room import Full, Room
from desktop_app.messages import Message, message

_MAX_ROUNDS = 20  # after a damaged member the rest is tried again, as often


@dataclass(frozen=True, slots=True)
class News:
    """How far it is: bytes read, what was refused since, whether that is all."""

    read: int
    pieces: list[Found]
    room: Room
    finished: bool


class SevenZipReader:
    """One open file, unpacked into `folder` by a thread while it tells how far it is."""

    def __init__(self, path: Path, folder: Path, room: Room) -> None:
        """Open it and begin; raises `ImportFailure`."""
        self._stream = path.open("rb")
        self._read = 0
        self._pieces: list[Found] = []
        self._fault: BaseException | None = None
        self._members = _Members(folder, room)
        self._archive = _opened(self._stream, path, self._count)
        self._thread = threading.Thread(target=self._unpack, daemon=True)
        self._thread.start()

    def news(self, seconds: float) -> News:
        """Wait so long for the end, then tell how far it is; raises what the thread did."""
        self._thread.join(seconds)
        if self._fault is not None:
            raise self._fault
        finished = not self._thread.is_alive()
        count = len(self._pieces)
        told, self._pieces[:count] = self._pieces[:count], []
        return News(self._read, told, self._members.room, finished)

    def _count(self, read: int) -> None:
        self._read = max(self._read, read)

    def _unpack(self) -> None:
        try:
            for piece in _unpacked(self._archive, self._members):
                self._pieces.append(piece)
        except BaseException as error:  # told to who asks for news
            self._fault = error


@dataclass(slots=True)
class _Members(WriterFactory):
    """Where the members that may be written go; py7zr asks for each as it comes to it."""

    folder: Path
    room: Room
    waiting: dict[str, Path] = field(default_factory=dict)
    refused: list[Found] = field(default_factory=list)
    open: _Writer | None = None
    _names: MemberNames = field(default_factory=MemberNames)

    def admit(self, file: Any) -> Iterator[Found]:  # noqa: ANN401
        """Take a member up, or say why not; raises `Full`."""
        if file.is_directory:
            return
        self.room.take_member()
        where = shown_name(file.filename)
        if file.is_symlink or file.is_junction:
            yield Skipped(where, message("it is a link; links are not unpacked"))
        elif file.is_socket:
            yield Skipped(where, message("it is not a regular file (a pipe, a device)"))
        else:
            try:
                path = self._names.path(file.filename, self.folder)
            except Refused as error:
                yield Failed(where, error.text)
            else:
                self.waiting[PurePosixPath(file.filename).as_posix()] = path

    def create(self, filename: str) -> Py7zIO:
        """What py7zr writes the member to."""
        path = self.waiting.get(PurePosixPath(filename).as_posix())
        self.open = _Writer(self, filename, path)
        return self.open

    def drop(self, name: str, reason: Message) -> None:
        """Give up a member."""
        self.waiting.pop(name, None)
        self.refused.append(Failed(shown_name(name), reason))

    def told(self) -> Iterator[Found]:
        """What was refused since."""
        refused, self.refused = self.refused, []
        yield from refused


class _Writer(Py7zIO):
    """One member on its way to its file; `path` is None for what is passed over."""

    def __init__(self, members: _Members, name: str, path: Path | None) -> None:
        self.name = name
        self._members = members
        self._path = path
        self._size = 0
        self._stream: BinaryIO | None = None
        if path is not None:
            self._begin(path)

    def write(self, s: bytes | bytearray) -> int:
        """Raises `Full`."""
        if self._stream is not None:
            self._size += len(s)
            self._members.room.take(len(s), self._members.folder)
            if self._size > self._members.room.bounds.member:
                self.give_up(message("it is too large to unpack; unpack it by hand"))
            else:
                self._written(s)
        return len(s)

    def close(self) -> None:
        """The member is whole."""
        if self._stream is not None:
            self._stream.close()
            self._members.waiting.pop(self.name, None)
        self._members.open = None

    def give_up(self, reason: Message) -> None:
        """Remove what there is of the member."""
        if self._stream is not None and self._path is not None:
            self._stream.close()
            self._path.unlink(missing_ok=True)
            self._stream = None
        self._members.drop(self.name, reason)

    def read(self, size: int | None = None) -> bytes:
        """Not asked for."""
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:
        """Back to the start, where nothing more happens."""
        return 0

    def flush(self) -> None:
        """Nothing to do before the end."""

    def size(self) -> int:
        """Bytes so far."""
        return self._size

    def _begin(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._stream = path.open("xb")
        except (OSError, UnicodeEncodeError) as error:
            self._members.drop(self.name, not_written(error))

    def _written(self, content: bytes | bytearray) -> None:
        assert self._stream is not None
        try:
            self._stream.write(content)
        except OSError as error:
            self.give_up(not_written(error))


def _opened(stream: BinaryIO, path: Path, count: Any) -> py7zr.SevenZipFile:  # noqa: ANN401
    try:
        return py7zr.SevenZipFile(CountedFile(stream, path, count))  # type: ignore[arg-type]
    except PasswordRequired as error:
        raise ImportFailure(encrypted()) from error
    except MemoryError:
        raise
    except Exception as error:  # of whatever kind: the header is a stranger's
        reason = str(damaged(error)) if not isinstance(error, ImportFailure) else str(error)
        raise ImportFailure(
            message("{path} is a damaged 7z file: {reason}", path=path, reason=reason)
        ) from error


def _unpacked(archive: py7zr.SevenZipFile, members: _Members) -> Iterator[Found]:
    """Unpack, and yield what is refused."""
    try:
        for file in archive.files:
            yield from members.admit(file)
        for _round in range(_MAX_ROUNDS):
            if not members.waiting:
                return
            yield from _one_round(archive, members)
        for name in tuple(members.waiting):
            members.drop(name, message("what comes before it is too damaged"))
        yield from members.told()
    except Full as full:
        if members.open is not None:
            members.open.give_up(full.text)
            members.refused.clear()
        yield Failed("", full.text)


def _one_round(archive: py7zr.SevenZipFile, members: _Members) -> Iterator[Found]:
    """Unpack what waits; where a member is damaged, give it up. Raises `Full`."""
    members.open = None
    try:
        archive.reset()
        archive.extract(targets=list(members.waiting), factory=members)
    except (Full, MemoryError):
        raise
    except Exception as error:  # of whatever kind: the content is a stranger's
        reason = encrypted() if isinstance(error, PasswordRequired) else damaged(error)
        blamed = members.open.name if members.open is not None else next(iter(members.waiting))
        if members.open is not None and blamed in members.waiting:
            members.open.give_up(reason)
        else:
            members.drop(blamed, reason)
        _drop_same_block(archive, members, blamed, reason)
    else:
        for name in tuple(members.waiting):
            members.drop(name, message("it cannot be found in the file"))
    yield from members.told()


def _drop_same_block(
    archive: py7zr.SevenZipFile, members: _Members, name: str, reason: Message
) -> None:
    """Give up what is compressed in one block with a damaged member, and comes after it."""
    files = list(archive.files)
    own = next((file for file in files if file.filename == name), None)
    if own is None or own.folder is None:
        return
    for file in files[files.index(own) + 1 :]:
        if file.folder is own.folder and file.filename in members.waiting:
            members.drop(file.filename, reason)
