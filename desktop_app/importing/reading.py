"""From files to pieces: each file read by its format, slow pieces by workers, in order."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desktop_app.errors import ArchiveError, BeilinError, Cancelled
from desktop_app.importing.detect import containers, detect, formats, walk
from desktop_app.importing.photos import found_photos
from desktop_app.importing.raw import (
    Container,
    Failed,
    Found,
    Later,
    NoPictures,
    Pictures,
    RawItem,
    Skipped,
)
from desktop_app.importing.room import Room
from desktop_app.importing.source_file import SourceFile
from desktop_app.messages import Message, message
from desktop_app.workers import Workers, result_of

MAX_DEPTH = 4  # containers within containers

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class End:
    """All pieces of a file have come."""


@dataclass(frozen=True, slots=True)
class _Unneeded:
    """An unpacked folder whose pieces have all come."""

    folder: Path


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A piece on its way, and the pictures it will need."""

    file: SourceFile
    piece: Future[Sequence[Found]] | Found | End | _Unneeded
    pictures: Pictures


_Piece = Found | Later | End | _Unneeded


class SourceReader:
    """Reads files into pieces. A file that cannot be read is a `Failed` piece."""

    def __init__(
        self,
        workers: Workers,
        scratch: Path,
        report_bytes: Callable[[SourceFile, int], None] = lambda _file, _read: None,
    ) -> None:
        """Let `workers` read slow pieces; unpack containers in the folder `scratch`.

        It is made when needed; whoever chose it removes it.
        """
        self._workers = workers
        self._scratch = scratch
        self._report_bytes = report_bytes
        self._formats = formats()
        self._containers = containers()

    def read(self, files: Iterable[SourceFile]) -> Iterator[tuple[SourceFile, Found | End]]:
        """Yield the pieces of `files` in order, after each file's an `End`."""
        waiting: deque[_Waiting] = deque()
        for file in files:
            for inner, piece in self._pieces(file, 0, Room(file.size())):
                waiting.append(self._started(inner, piece))
                while len(waiting) > self._workers.ahead:
                    yield from _ready(waiting.popleft())
        while waiting:
            yield from _ready(waiting.popleft())

    def _started(self, file: SourceFile, piece: _Piece) -> _Waiting:
        if isinstance(piece, Later):
            return _Waiting(file, self._workers.submit(_done, piece.work), piece.pictures)
        return _Waiting(file, piece, NoPictures())

    def _pieces(
        self, file: SourceFile, depth: int, room: Room
    ) -> Iterator[tuple[SourceFile, _Piece]]:
        """What `file` holds, unpacked within `room`; whatever goes wrong, the next is read."""
        try:
            self._report_bytes(file, 0)
            kind = detect(file.path, self._formats, self._containers)
            if isinstance(kind, Skipped):
                yield file, kind
            elif not isinstance(kind, Container):
                pieces = kind.read(file.path, lambda read: self._report_bytes(file, read))
                yield from ((file, piece) for piece in pieces)
            elif depth < MAX_DEPTH:
                yield from self._inside(file, kind, depth, room)
            else:
                reason = message("it lies in too many containers; unpack it by hand")
                yield file, Failed("", reason)
        except (Cancelled, ArchiveError):  # not the file's fault
            raise
        except Exception as error:
            yield file, Failed("", file.told(reason_of(error, file.name)))
        yield file, End()

    def _inside(
        self, file: SourceFile, container: Container, depth: int, room: Room
    ) -> Iterator[tuple[SourceFile, _Piece]]:
        """The pieces of the files in a container, which lie unpacked until all have come."""
        self._scratch.mkdir(exist_ok=True)
        unpacked = Path(tempfile.mkdtemp(dir=self._scratch))
        folder = unpacked / file.path.name  # formats may look at the name of their folder
        folder.mkdir()
        told = partial(self._report_bytes, file)
        try:
            for piece in container.unpack(file.path, folder, room, told):
                yield file, piece
            for path in walk(folder):
                yield from self._pieces(file.inside(folder, path), depth + 1, room)
        except Exception:
            yield file, _Unneeded(unpacked)
            raise
        yield file, _Unneeded(unpacked)


def reason_of(error: Exception, name: str) -> Message:
    """Why a file called `name` gave nothing, for the report."""
    if isinstance(error, BeilinError):
        return error.text
    if isinstance(error, OSError):
        return message("it cannot be read: {reason}", reason=error.strerror or error)
    # A parser met something its authors did not think of: the file is at fault or the
    # parser is, and the other files are neither.
    log.error("import of %s", name, exc_info=error)
    return message("it cannot be understood: {reason}", reason=repr(error))


def _done(work: Callable[[], Sequence[Found]]) -> Sequence[Found]:
    """What a worker runs."""
    return work()


def _ready(waiting: _Waiting) -> Iterator[tuple[SourceFile, Found | End]]:
    """The pieces a piece on its way has become, their photos found."""
    file, piece = waiting.file, waiting.piece
    if isinstance(piece, _Unneeded):
        shutil.rmtree(piece.folder, ignore_errors=True)
        return
    if not isinstance(piece, Future):
        yield file, piece
        return
    try:
        pieces = result_of(piece)
    except Exception as error:
        yield file, Failed("", file.told(reason_of(error, file.name)))
        return
    for each in pieces:
        yield file, _with_photos(each, waiting.pictures)


def _with_photos(piece: Found, pictures: Pictures) -> Found:
    if isinstance(piece, RawItem):
        return replace(piece, photos=found_photos(piece.photos, pictures))
    return piece
