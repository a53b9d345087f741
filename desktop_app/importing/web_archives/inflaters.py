"""Compressed members of an archive file, unpacked a bounded piece at a time."""

from __future__ import annotations

import zlib
from typing import Protocol

import zstandard

from desktop_app.importing.web_archives.damage import Damaged
from desktop_app.messages import message

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
_MOST = 1 << 18  # bytes unpacked at a time
# zstd has no limit of its own, and one block of four bytes may stand for 128 KiB.
_ZSTD_STEP = 1 << 10
_ZSTD_WINDOW = 1 << 27  # bytes a frame may ask for; what `zstd --ultra --long` needs


class Inflater(Protocol):
    """Unpacks one member."""

    ended: bool

    def unpack(self, data: bytes) -> tuple[bytes, bytes]:
        """Some of what `data` holds, and the part of `data` not used; raises `Damaged`."""

    def copied(self) -> Inflater | None:
        """The same at the same point, to go on from later; None where that cannot be."""


class Plain:
    """Bytes that are not compressed."""

    ended = False

    def unpack(self, data: bytes) -> tuple[bytes, bytes]:
        """All of `data`."""
        return data, b""

    def copied(self) -> None:
        """Not needed: plain bytes are found by their offset."""


class Zlib:
    """A gzip member, or deflated bytes as ZIP has them (`window` -15)."""

    def __init__(self, window: int = 31) -> None:
        """Begin; `window` as zlib has it."""
        self._inflate = zlib.decompressobj(window)
        self.ended = False

    def unpack(self, data: bytes) -> tuple[bytes, bytes]:
        """At most 256 KiB of what `data` holds."""
        try:
            unpacked = self._inflate.decompress(data, _MOST)
        except zlib.error as error:
            raise Damaged(message("its compressed content is damaged")) from error
        self.ended = self._inflate.eof
        return unpacked, self._inflate.unused_data if self.ended else self._inflate.unconsumed_tail

    def copied(self) -> Zlib:
        """A copy takes some 40 KB."""
        copy = Zlib.__new__(Zlib)
        copy._inflate, copy.ended = self._inflate.copy(), self.ended
        return copy


class Zstd:
    """A zstd frame."""

    def __init__(self, dictionary: zstandard.ZstdCompressionDict | None) -> None:
        """Begin a frame that needs `dictionary`, where there is one; raises `Damaged`."""
        try:
            unpacker = zstandard.ZstdDecompressor(dictionary, max_window_size=_ZSTD_WINDOW)
            self._frame = unpacker.decompressobj()
        except zstandard.ZstdError as error:  # the tables of the dictionary are wrong
            raise Damaged(message("its compression dictionary is damaged")) from error
        self.ended = False

    def unpack(self, data: bytes) -> tuple[bytes, bytes]:
        """What the next kilobyte of `data` holds, at most some 32 MB."""
        piece, rest = data[:_ZSTD_STEP], data[_ZSTD_STEP:]
        try:
            unpacked = self._frame.decompress(piece) if piece else b""
        except zstandard.ZstdError as error:
            raise Damaged(message("its compressed content is damaged")) from error
        self.ended = self._frame.eof
        return unpacked, self._frame.unused_data + rest if self.ended else rest

    def copied(self) -> None:
        """The library cannot."""
