"""XMP in a JPEG file: an APP1 segment among its first; all else is copied to the byte.

Segments: ITU-T T.81, annex B.1. XMP in them: XMP specification part 3, section 1.1.3.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import BinaryIO

NAME = b"http://ns.adobe.com/xap/1.0/\0"
LONGEST = 0xFFFF - 2 - len(NAME)  # bytes of a packet that fit into one segment
_SOI, _EOI, _SOS, _APP0, _APP1 = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1
_EXIF = b"Exif\0"
_MOST = 10_000  # segments before the picture; a sound file has some dozens

Segment = tuple[int, bytes]
"""A marker's second byte and what follows its length."""


class BrokenJpeg(ValueError):
    """The file is cut short or no row of segments."""


def packet_in(source: BinaryIO) -> bytes:
    """The XMP packet of the JPEG file `source`, which is at its start; empty for none."""
    found = (body for marker, body in _segments(source) if _is_xmp(marker, body))
    return next((body[len(NAME) :] for body in found), b"")


def write_with(packet: bytes, source: BinaryIO, out: BinaryIO) -> None:
    """Copy `source`, which is at its start, to `out` with `packet` in place of its own XMP.

    The segment stands behind JFIF's and Exif's, which must be first. Raises `BrokenJpeg`.
    """
    if len(packet) > LONGEST:
        raise ValueError("the packet does not fit into a segment")
    waiting: bytes | None = _segment(_APP1, NAME + packet)
    out.write(b"\xff\xd8")
    for marker, body in _segments(source):
        if waiting is not None and not _is_first(marker, body):
            out.write(waiting)
            waiting = None
        if not _is_xmp(marker, body):
            out.write(_segment(marker, body))
    if waiting is not None:
        out.write(waiting)
    shutil.copyfileobj(source, out, 1 << 20)


def _segments(source: BinaryIO) -> Iterator[Segment]:
    """Yield the segments before the picture; `source` then stands at its marker."""
    if source.read(2) != b"\xff\xd8":
        raise BrokenJpeg("no start of image")
    for _number in range(_MOST):
        start = source.tell()
        marker = _marker(source)
        if marker in (_SOS, _EOI):
            source.seek(start)
            return
        if marker == 0x01 or 0xD0 <= marker <= 0xD7:  # these stand alone
            raise BrokenJpeg("a marker that has no place here")
        length = int.from_bytes(source.read(2), "big")
        body = source.read(length - 2) if length >= 2 else b""
        if length < 2 or len(body) != length - 2:
            raise BrokenJpeg("a segment is cut short")
        yield marker, body
    raise BrokenJpeg("too many segments")


def _marker(source: BinaryIO) -> int:
    """The second byte of the next marker; any number of 0xFF may fill the room before it."""
    if source.read(1) != b"\xff":
        raise BrokenJpeg("no marker where one must be")
    code = b"\xff"
    while code == b"\xff":
        code = source.read(1)
    if not code:
        raise BrokenJpeg("the file is cut short")
    return code[0]


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def _is_first(marker: int, body: bytes) -> bool:
    return marker == _APP0 or (marker == _APP1 and body.startswith(_EXIF))


def _is_xmp(marker: int, body: bytes) -> bool:
    return marker == _APP1 and body.startswith(NAME)
