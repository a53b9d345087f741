"""XMP in a PNG file: an iTXt chunk behind the header; all other chunks are copied to the byte.

Chunks: PNG specification, third edition, sections 5.3 and 11.3.3.4. XMP in them: XMP
specification part 3, section 1.1.5.
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Iterator
from typing import BinaryIO

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"XML:com.adobe.xmp\0"
_LEAD = _KEYWORD + b"\0\0\0\0"  # not compressed, method 0, no language, no translated keyword
_LARGEST_TEXT = 16 * 1024 * 1024  # bytes of a chunk that is looked into
_MOST = 100_000  # chunks; a sound file has some hundreds


class BrokenPng(ValueError):
    """The file is cut short or no row of chunks."""


def packet_in(source: BinaryIO) -> bytes:
    """The XMP packet of the PNG file `source`, which is at its start; empty for none.

    One that is compressed is not read: writers are told not to.
    """
    for kind, length in _chunks(source):
        if kind == b"iTXt" and length <= _LARGEST_TEXT:
            body = source.read(length)
            source.seek(-len(body), 1)
            if body.startswith(_LEAD):
                return body[len(_LEAD) :]
    return b""


def write_with(packet: bytes, source: BinaryIO, out: BinaryIO) -> None:
    """Copy `source`, which is at its start, to `out` with `packet` in place of its own XMP.

    Raises `BrokenPng`.
    """
    out.write(_SIGNATURE)
    for kind, length in _chunks(source):
        if kind == b"iTXt" and _is_xmp(source):
            continue
        out.write(length.to_bytes(4, "big") + kind)
        _copy(source, out, length + 4)  # with its check sum
        source.seek(-(length + 4), 1)
        if kind == b"IHDR":
            out.write(_chunk(b"iTXt", _LEAD + packet))
    shutil.copyfileobj(source, out, 1 << 20)


def _chunks(source: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield kind and length of each chunk, `source` standing at its body, up to the end's.

    `source` must stand there again when the next is asked for.
    """
    if source.read(8) != _SIGNATURE:
        raise BrokenPng("no signature")
    for _number in range(_MOST):
        head = source.read(8)
        if len(head) < 8:
            raise BrokenPng("the file is cut short")
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        yield kind, length
        source.seek(length + 4, 1)
        if kind == b"IEND":
            return
    raise BrokenPng("too many chunks")


def _is_xmp(source: BinaryIO) -> bool:
    """Whether the chunk at whose body `source` stands, and stays, is XMP's."""
    lead = source.read(len(_KEYWORD))
    source.seek(-len(lead), 1)
    return lead == _KEYWORD


def _copy(source: BinaryIO, out: BinaryIO, count: int) -> None:
    while count:
        part = source.read(min(count, 1 << 20))
        if not part:
            raise BrokenPng("a chunk is cut short")
        out.write(part)
        count -= len(part)


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body).to_bytes(4, "big")
    return len(body).to_bytes(4, "big") + kind + body + check
