"""From files to pieces: each file read by its format, slow pieces by workers, in order."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from desktop_app.errors import ArchiveError, BeilinError, Cancelled
from desktop_app.importing.bytes_read import BytesRead
from desktop_app.importing.detect import containers, detect, formats, walk
from desktop_app.importing.photographs.shown_pictures import (
    ShownPictures,
    is_picture,
    pictures_last,
)
from desktop_app.importing.photos import found_photos
from desktop_app.importing.raw import (
    Container,
    Failed,
    Format,
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
class _Pause:
    """All pieces before must have come: the pictures after need to know what shows them."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A piece on its way, and the pictures it will need."""

    file: SourceFile
    piece: Future[Sequence[Found]] | Found | End | _Unneeded
    pictures: Pictures


_Piece = Found | Later | End | _Unneeded | _Pause


class SourceReader:
    """Reads files into pieces. A file that cannot be read is a `Failed` piece."""

    def __init__(
        self,
        workers: Workers,
        scratch: Path,
        report_bytes: Callable[[SourceFile, int], None] = lambda _file, _read: None,
        columns: Mapping[str, tuple[str, ...]] | None = None,
        recognised: Callable[[SourceFile, str], None] = lambda _file, _format: None,
    ) -> None:
        """Let `workers` read slow pieces; unpack containers in the folder `scratch`.

        `columns` are the corrected mappings of tables. `recognised` is told the name of
        each file's format.

        It is made when needed; whoever chose it removes it.
        """
        self._workers = workers
        self._scratch = scratch
        self._bytes = BytesRead(report_bytes)
        self._formats = formats(columns)
        self._containers = containers()
        self._recognised = recognised
        self._shown = ShownPictures()

    def read(
        self, files: Iterable[SourceFile], others: Iterable[SourceFile] = ()
    ) -> Iterator[tuple[SourceFile, Found | End]]:
        """Yield the pieces of `files` in order, pictures last, after each file's an `End`.

        Pictures that one of the `others` names, which were read before, come in with it.
        """
        waiting: deque[_Waiting] = deque()
        files = list(files)
        if any(map(is_picture, files)):
            self._shown.expect(files)
            for other in others:
                self._note_names(other)
        for inner, piece in self._outermost(pictures_last(files)):
            ahead = 0 if isinstance(piece, _Pause) else self._workers.ahead
            if not isinstance(piece, _Pause):
                waiting.append(self._started(inner, piece))
            while len(waiting) > ahead:
                yield from self._ready(waiting.popleft())
        while waiting:
            yield from self._ready(waiting.popleft())

    def _started(self, file: SourceFile, piece: Found | Later | End | _Unneeded) -> _Waiting:
        if isinstance(piece, Later):
            return _Waiting(file, self._workers.submit(_done, piece.work), piece.pictures)
        return _Waiting(file, piece, NoPictures())

    def _ready(self, waiting: _Waiting) -> Iterator[tuple[SourceFile, Found | End]]:
        for file, piece in _ready(waiting):
            if isinstance(piece, RawItem):
                self._shown.note_item(file, piece)
            yield file, piece

    def _outermost(self, files: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, _Piece]]:
        """What the files hold, each with room of its own for what it unpacks to."""
        yield from self._all(files, 0, lambda file: Room(file.size()))

    def _all(
        self, files: Sequence[SourceFile], depth: int, room_of: Callable[[SourceFile], Room]
    ) -> Iterator[tuple[SourceFile, _Piece]]:
        """What the files of one folder hold, the pictures when the others are done."""
        self._shown.expect(files)
        paused = False
        for file in files:
            if is_picture(file) and not paused:
                paused = True
                yield file, _Pause()
            yield from self._pieces(file, depth, room_of(file))

    def _pieces(
        self, file: SourceFile, depth: int, room: Room
    ) -> Iterator[tuple[SourceFile, _Piece]]:
        """What `file` holds, unpacked within `room`; whatever goes wrong, the next is read."""
        try:
            self._bytes.read(file, 0)
            kind = self._kind(file)
            if isinstance(kind, Skipped):
                yield file, kind
            elif not isinstance(kind, Container):
                self._recognised(file, kind.name)
                pieces = kind.read(file.path, partial(self._bytes.read, file))
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

    def _kind(self, file: SourceFile) -> Format | Container | Skipped:
        """What `file` is; a picture that another file shows is none of its own."""
        page = self._shown.page_of(file) if is_picture(file) else ""
        if page:
            return Skipped("", message("it is a picture; it comes in with {page}", page=page))
        kind = detect(file.path, self._formats, self._containers, file.named)
        self._shown.note_names(file, kind)
        return kind

    def _note_names(self, file: SourceFile) -> None:
        """Take down the pictures that a file names which is not read now."""
        try:
            if not is_picture(file):
                kind = detect(file.path, self._formats, self._containers, file.named)
                self._shown.note_names(file, kind)
        except OSError as error:  # it was read when it could be
            log.info("%s: %r", file.name, error)

    def _inside(
        self, file: SourceFile, container: Container, depth: int, room: Room
    ) -> Iterator[tuple[SourceFile, _Piece]]:
        """The pieces of the files in a container, which lie unpacked until all have come."""
        self._scratch.mkdir(exist_ok=True)
        unpacked = Path(tempfile.mkdtemp(dir=self._scratch))
        folder = unpacked / file.path.name  # formats may look at the name of their folder
        folder.mkdir()
        told = partial(self._bytes.unpacked, file)
        try:
            refused = False
            for piece in container.unpack(file.path, folder, room, told):
                refused = True
                yield file, piece
            inside = pictures_last(file.inside(folder, path) for path in walk(folder))
            if file.named and len(inside) == 1:  # news.dat.gz
                inside = [replace(inside[0], named=True)]
            if not inside and not refused:
                yield file, Skipped("", message("it is empty"))
            self._bytes.expect(file, inside)
            yield from self._all(inside, depth + 1, lambda _file: room)
            self._bytes.done(file, inside)
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
