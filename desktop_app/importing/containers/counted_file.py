"""Reading a file while telling how far, and never too much at once."""

from __future__ import annotations

import io
from typing import BinaryIO

from desktop_app.errors import ImportFailure
from desktop_app.importing.raw import ReportBytes
from desktop_app.messages import message

# More than any table of contents or header of 300,000 members: libraries read those in one.
MAX_READ = 64 * 1024 * 1024
_REPORT_EVERY = 1024 * 1024  # bytes


class CountedFile(io.RawIOBase):
    """A file of `size` bytes whose reads are counted for `report_bytes`."""

    def __init__(self, stream: BinaryIO, name: object, report_bytes: ReportBytes) -> None:
        """Read `stream`, which stays the caller's to close; `name` is for messages."""
        super().__init__()
        self._stream = stream
        self._name = name
        self._size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        self._report_bytes = report_bytes
        self._done = 0
        self._told = 0

    def read(self, size: int | None = -1) -> bytes:
        """Up to `size` bytes; raises `ImportFailure` where that is more than any file needs."""
        wanted = MAX_READ + 1 if size is None or size < 0 else size
        if wanted > MAX_READ and self._size - self._stream.tell() > MAX_READ:
            raise ImportFailure(
                message(
                    "the table of contents of {path} is too large; unpack it by hand",
                    path=self._name,
                )
            )
        content = self._stream.read(wanted)
        self._count(len(content))
        return content

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As a file does."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """As a file does."""
        return self._stream.tell()

    def _count(self, count: int) -> None:
        self._done += count
        if self._done - self._told >= _REPORT_EVERY:
            self._told = self._done
            self._report_bytes(min(self._done, self._size))
