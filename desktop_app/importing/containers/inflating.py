"""gzip, bzip2, xz and Zstandard streams in chunks, each of them bounded in memory.

What comes out of one read is at most a few megabytes, however small the read, so that
whoever counts can stop in time.
"""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import zstandard

from desktop_app.importing.containers.unpacking import CHUNK, DAMAGE

_XZ_MEMORY = 512 * 1024 * 1024  # bytes: xz -9 needs 65 MiB
_ZSTD_WINDOW = 2**28  # bytes: zstd --ultra -22 uses 2**27
_READ = 64 * 1024
_SMALL = 512  # bytes: what a Zstandard block of repeats makes 128 KiB of is four


class Readable(Protocol):
    """What can be read."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes."""


@dataclass(frozen=True, slots=True)
class Compression:
    """One way to compress a stream, known by its `magic`, usual with `suffixes`."""

    magic: bytes
    suffixes: tuple[str, ...]
    make: Callable[[], Any]
    feed: Callable[[Any, bytes], Iterator[bytes]]


def _zlib(engine: Any, data: bytes) -> Iterator[bytes]:  # noqa: ANN401 (zlib names no type)
    while data and not engine.eof:
        yield engine.decompress(data, CHUNK)
        data = engine.unconsumed_tail


def _asking(engine: Any, data: bytes) -> Iterator[bytes]:  # noqa: ANN401
    """bz2 and lzma, which keep what they were given and say when they need more."""
    yield engine.decompress(data, CHUNK)
    while not engine.eof and not engine.needs_input:
        yield engine.decompress(b"", CHUNK)


def _zstd(engine: Any, data: bytes) -> Iterator[bytes]:  # noqa: ANN401
    """Zstandard has no limit to what one call gives, so it gets little at a time."""
    for place in range(0, len(data), _SMALL):
        if engine.eof:
            engine.rest = data[place:]
            return
        yield engine.decompress(data[place : place + _SMALL])


class _Zstd:
    """A Zstandard frame as the others' streams are."""

    def __init__(self) -> None:
        self._engine = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        self.rest = b""

    @property
    def eof(self) -> bool:
        return self._engine.eof

    @property
    def unused_data(self) -> bytes:
        return self._engine.unused_data + self.rest

    def decompress(self, data: bytes) -> bytes:
        return self._engine.decompress(data)


COMPRESSIONS = (
    Compression(b"\x1f\x8b\x08", (".gz", ".gzip"), lambda: zlib.decompressobj(31), _zlib),
    Compression(b"BZh", (".bz2",), bz2.BZ2Decompressor, _asking),
    Compression(
        b"\xfd7zXZ\0",
        (".xz",),
        lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, _XZ_MEMORY),
        _asking,
    ),
    Compression(b"\x28\xb5\x2f\xfd", (".zst", ".zstd"), _Zstd, _zstd),
)


def compression_of(head: bytes) -> Compression | None:
    """How a file with these first bytes is compressed, if it is."""
    return next((each for each in COMPRESSIONS if head.startswith(each.magic)), None)


def inflated(compression: Compression, file: Readable) -> Iterator[bytes]:
    """What `file` holds, in chunks, streams that follow one another as one.

    Raises as `DAMAGE` has where it is wrong, `EOFError` where it is cut off.
    """
    data = file.read(_READ)
    while data:
        engine = compression.make()
        while not engine.eof:
            if not data:
                raise EOFError
            yield from compression.feed(engine, data)
            data = file.read(_READ) if not engine.eof else data
        data = engine.unused_data or file.read(_READ)
        while data and not data.strip(b"\0"):  # what tapes and gzip's users pad with
            data = file.read(_READ)
        if data and not data.lstrip(b"\0").startswith(compression.magic[:2]):
            return  # what follows is none of it; gzip itself passes over it
        data = data.lstrip(b"\0")


def first_bytes(compression: Compression, head: bytes, count: int) -> bytes:
    """The first `count` bytes inside a file that begins with `head`; fewer where it is cut."""
    first = b""
    try:
        for chunk in inflated(compression, io.BytesIO(head)):
            first += chunk
            if len(first) >= count:
                break
    except DAMAGE:
        pass  # the end of the head is not that of the file
    return first[:count]
