"""A part of a file that is a file of its own: a WARC in a folder, or one inside a ZIP."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from desktop_app.importing.web_archives.damage import Damaged
from desktop_app.importing.web_archives.inflaters import Zlib
from desktop_app.importing.web_archives.marks import Mark, Marks
from desktop_app.messages import message

_CHUNK = 1 << 16
_MOST_TIMES = 200  # as much more than it takes in the ZIP as a member may unpack to
_FREE = 1 << 27  # bytes unpacked before that counts


@dataclass(frozen=True, slots=True)
class Region:
    """`size` bytes of the file at `path` from `start` on.

    `name` is what reports call it, "" for a whole file, which they name anyway.
    With `deflated` they are those of a compressed member of a ZIP. `marks` are the points
    from which its unpacking may go on, `member_marks` those in the members it has itself.
    """

    path: Path
    start: int
    size: int
    deflated: bool = False
    name: str = ""
    marks: Marks = field(default_factory=Marks, compare=False)
    member_marks: Marks = field(default_factory=Marks, compare=False)

    @classmethod
    def of(cls, path: Path) -> Region:
        """The whole file; raises `OSError`."""
        return cls(path, 0, path.stat().st_size)

    def alone(self) -> Region:
        """The same without its marks: picklable."""
        return replace(self, marks=Marks(), member_marks=Marks())

    def open(self) -> Window:
        """Its bytes, unpacked from the ZIP; raises `OSError`."""
        file = self.path.open("rb")
        return Inflated(file, self) if self.deflated else Window(file, self)


class Window:
    """The bytes of a region: what a stream of records asks of a file."""

    def __init__(self, file: BinaryIO, region: Region) -> None:
        """Read `region` from `file`, which this closes."""
        self._file = file
        self._region = region
        self._at = 0
        self.size = region.size  # bytes, 0 where that is not known

    def tell(self) -> int:
        """How many bytes of the region stand before the next."""
        return self._at

    def seek(self, offset: int) -> None:
        """Go to `offset` in the region."""
        self._at = offset

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, fewer at the end; raises `OSError`."""
        self._file.seek(self._region.start + self._at)
        data = self._file.read(max(0, min(size, self._region.size - self._at)))
        self._at += len(data)
        return data

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class Inflated(Window):
    """A deflated member of a ZIP as if it were not.

    Going back begins at the last mark before; raises `Damaged` where it is broken.
    """

    def __init__(self, file: BinaryIO, region: Region) -> None:
        """Begin at its first byte."""
        super().__init__(file, region)
        self.size = 0
        self._inflater = Zlib(-15)
        self._pending = b""
        self._taken = 0  # packed bytes read from the file
        self._ready = b""
        self._read = self._made = 0  # bytes, packed and unpacked, some of them again
        self._ready_at = 0  # where in the unpacked bytes `_ready` begins

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, fewer at the end or between two pieces."""
        if not self._ready_at <= self._at <= self._ready_at + len(self._ready):
            self._go_near()
        while self._at >= self._ready_at + len(self._ready):
            if not self._next():
                return b""
        begin = self._at - self._ready_at
        data = self._ready[begin : begin + size]
        self._at += len(data)
        return data

    def _next(self) -> bool:
        """Unpack the next piece; False at the end."""
        self._ready_at += len(self._ready)
        self._ready = b""
        while not self._ready and not self._inflater.ended:
            self._pending = self._pending or self._packed()
            at_end = not self._pending
            self._ready, self._pending = self._inflater.unpack(self._pending)
            if at_end and not self._ready:
                break
        after = self._ready_at + len(self._ready)
        self._made += len(self._ready)
        if self._made > max(_FREE, _MOST_TIMES * self._read):
            raise Damaged(message("it unpacks to far more than any compressed file does"))
        self._region.marks.note(0, after, self._taken - len(self._pending), self._inflater)
        return bool(self._ready)

    def _packed(self) -> bytes:
        self._file.seek(self._region.start + self._taken)
        data = self._file.read(min(_CHUNK, self._region.size - self._taken))
        self._taken += len(data)
        self._read += len(data)
        return data

    def _go_near(self) -> None:
        """Begin anew at the last mark before the place to read."""
        mark = self._region.marks.before(0, self._at) or Mark(0, 0, 0, Zlib(-15))
        if self._at < self._ready_at or mark.unpacked > self._ready_at:
            self._pending = self._ready = b""
            self._inflater, self._ready_at, self._taken = mark.inflater, mark.unpacked, mark.packed
