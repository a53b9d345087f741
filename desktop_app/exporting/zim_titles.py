"""The list of all entries by title in a ZIM file, which libzim has ceased to write.

Readers and checkers before libzim 9 look for it where the header points, and take a
file without one for damaged (openZIM wiki, "ZIM file format", header and "Title Pointer
List").
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from hashlib import md5
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO

_HEADER = struct.Struct("<IHH16sIIQQQQIIQ")
_NO_LIST = 2**64 - 1
_TITLES_AT, _CHECKSUM_AT = 40, 72  # places in the header, in bytes
_REDIRECT = 0xFFFF  # in place of the number of a media type
_CHUNK = 1024 * 1024


def add_title_list(file: Path) -> None:
    """Add the list to the ZIM `file` where it has none, and renew the checksum."""
    with file.open("r+b") as stream:
        header = _HEADER.unpack(stream.read(_HEADER.size))
        entries, paths_at, titles_at, end = header[4], header[6], header[7], header[12]
        if titles_at != _NO_LIST:
            return
        with mmap(stream.fileno(), 0, access=ACCESS_READ) as content:
            keys = list(_keys(content, entries, paths_at))
        order = array("I", sorted(range(entries), key=keys.__getitem__))
        stream.seek(end)  # in place of the checksum, which is last
        stream.write(struct.pack(f"<{entries}I", *order))
        _put(stream, _TITLES_AT, end)
        _put(stream, _CHECKSUM_AT, end + 4 * entries)
        checksum = _checksum(stream)
        stream.write(checksum)


def _keys(content: mmap, entries: int, paths_at: int) -> Iterator[bytes]:
    """Name space and title of each entry, in the order of their paths."""
    for number in range(entries):
        (at,) = struct.unpack_from("<Q", content, paths_at + 8 * number)
        (kind,) = struct.unpack_from("<H", content, at)
        path_at = at + (12 if kind == _REDIRECT else 16)
        path_end = content.find(b"\0", path_at)
        title_end = content.find(b"\0", path_end + 1)
        title = content[path_end + 1 : title_end] or content[path_at:path_end]
        yield content[at + 3 : at + 4] + title


def _put(stream: BinaryIO, at: int, value: int) -> None:
    stream.seek(at)
    stream.write(struct.pack("<Q", value))


def _checksum(stream: BinaryIO) -> bytes:
    """The MD5 of the whole file, which the stream then stands at the end of."""
    stream.seek(0)
    found = md5(usedforsecurity=False)
    while chunk := stream.read(_CHUNK):
        found.update(chunk)
    return found.digest()
