"""The table of a segment: one checked file of named arrays under a JSON header.

    8 bytes   magic
    4 bytes   length of the header, little-endian
    4 bytes   CRC-32 of the header
    header    JSON: whatever the segment says of itself, and "sections":
              name -> [dtype, offset, count, CRC-32]
    sections  each at a multiple of 8 bytes after the header; offsets count from there

A section is checked when it is first read.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.search.codec.blocks import Array, open_map
from desktop_app.search.codec.damage import damaged, reading, whole

_MAGIC = b"BEILINC1"
_PREFIX = struct.Struct("<8sII")
_ALIGNED = 8
_KINDS = frozenset(("|u1", "|i1", "<u2", "<i2", "<u4", "<i4", "<u8", "<i8", "<f4", "<f8"))


def write_table(path: Path, header: Mapping[str, Any], arrays: Mapping[str, Array]) -> None:
    """Write `arrays` under `header` to `path`."""
    sections, offset = {}, 0
    contents = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
    for name, array in contents.items():
        crc = zlib.crc32(array.data)
        sections[name] = [array.dtype.str, offset, len(array), crc]
        offset += _padded(array.nbytes)
    said = json.dumps({**header, "sections": sections}, ensure_ascii=False).encode()
    with path.open("wb") as stream:
        stream.write(_PREFIX.pack(_MAGIC, len(said), zlib.crc32(said)))
        stream.write(said.ljust(_padded(len(said)), b"\0"))
        for array in contents.values():
            stream.write(array.data)
            stream.write(bytes(_padded(array.nbytes) - array.nbytes))


def _padded(length: int) -> int:
    return -(-length // _ALIGNED) * _ALIGNED


class Table:
    """A table open for reading."""

    def __init__(self, path: Path) -> None:
        """Map `path` and read its header; raises `IndexDamaged`."""
        self._path = path
        self._content = open_map(path)
        if len(self._content) < _PREFIX.size:
            raise damaged(path)
        magic, length, crc = _PREFIX.unpack_from(self._content)
        said = self._content[_PREFIX.size : _PREFIX.size + length]
        if magic != _MAGIC or len(said) != length or zlib.crc32(said) != crc:
            raise damaged(path)
        self._start = _PREFIX.size + _padded(length)
        with reading(path):
            self.header: dict[str, Any] = json.loads(said)
            self._sections = {str(name): _section(each)
                              for name, each in self.header["sections"].items()}  # fmt: skip
        if len(self._content) != self._start + self._length():
            raise damaged(path)

    def __contains__(self, name: str) -> bool:
        """Whether there is a section called `name`."""
        return name in self._sections

    def read(self, name: str) -> Array:
        """The section `name`, checked; raises `IndexDamaged`."""
        with reading(self._path):
            kind, offset, count, crc = self._sections[name]
        if not count:
            return np.empty(0, kind)
        array = np.frombuffer(self._content, kind, count, self._start + offset)
        if zlib.crc32(array.data) != crc:
            raise damaged(self._path)
        return array

    def read_all(self) -> None:
        """Check every section; raises `IndexDamaged`."""
        for name in self._sections:
            self.read(name)

    def _length(self) -> int:
        ends = (offset + _padded(kind.itemsize * count)
                for kind, offset, count, _crc in self._sections.values())  # fmt: skip
        return max(ends, default=0)


def _section(said: Any) -> tuple[np.dtype[Any], int, int, int]:  # noqa: ANN401 (whatever JSON holds)
    """A section's type, offset, count and checksum; raises `ValueError`."""
    kind, offset, count, crc = said
    if kind not in _KINDS:
        raise ValueError(f"no kind of number: {kind}")
    return np.dtype(kind), whole(offset), whole(count), whole(crc)
