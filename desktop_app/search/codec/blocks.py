"""Memory-mapped files whose blocks are checked when they are first touched."""

from __future__ import annotations

import mmap
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.search.codec.damage import damaged

# Checking 64 KiB takes some 10 microseconds, less than answering a query.
BLOCK = 1 << 16
_PENDING = b"\x01"

Array = npt.NDArray[Any]


class BlockSums:
    """The CRC-32 of each block of a file that is being written."""

    def __init__(self) -> None:
        self._whole: list[int] = []
        self._sum = 0
        self._filled = 0

    def add(self, content: memoryview) -> None:
        """Take `content` as the next bytes of the file."""
        while len(content):
            piece = content[: BLOCK - self._filled]
            self._sum = zlib.crc32(piece, self._sum)
            self._filled += len(piece)
            content = content[len(piece) :]
            if self._filled == BLOCK:
                self._whole.append(self._sum)
                self._sum = self._filled = 0

    def sums(self) -> Array:
        """One uint32 a block, the last one of what is left."""
        return np.array([*self._whole, *([self._sum] if self._filled else [])], "<u4")


def open_map(path: Path) -> mmap.mmap | bytes:
    """Map `path` for reading; an empty file, which cannot be mapped, gives no bytes."""
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, 2)
            return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
    except FileNotFoundError as error:
        raise damaged(path) from error


class CheckedFile:
    """A mapped file of `size` bytes with a checksum for each of its blocks."""

    def __init__(self, path: Path, size: int, sums: Array) -> None:
        """Map `path`; raises `IndexDamaged` where it is missing or of another size."""
        self._path = path
        self.content = open_map(path)
        if len(self.content) != size or len(sums) != -(-size // BLOCK):
            raise damaged(path)
        self._sums = sums
        self._unchecked = bytearray(_PENDING * len(sums))

    def touch(self, start: int, stop: int) -> None:
        """Make sure that the bytes from `start` to before `stop` are as written."""
        first, last = start // BLOCK, -(-stop // BLOCK)
        if self._unchecked.find(_PENDING, first, last) >= 0:
            for block in range(first, last):
                self._check(block)

    def _check(self, block: int) -> None:
        piece = memoryview(self.content)[block * BLOCK : (block + 1) * BLOCK]
        if self._unchecked[block] and zlib.crc32(piece) != self._sums[block]:
            raise damaged(self._path)
        self._unchecked[block] = 0
