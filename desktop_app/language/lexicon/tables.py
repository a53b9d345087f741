"""Sorted lists in a mapped file: found by halving, read without loading the rest."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from mmap import mmap

MAGIC = b"beilinLX"
VERSION = 1
BLOCK = 32  # entries to a block
WEIGHT_BITS = 8  # of a number in which a word's is packed with its weight
ZIPF_STEPS = 25  # to one of Zipf's, in the byte that says how common a word is
HIGHEST = (1 << WEIGHT_BITS) - 1
_HEAD = struct.Struct("<8sIIQ")  # magic, version, number of sections, length of the file
_SECTION = struct.Struct("<16sQQ")  # name, start, length
_NUMBER = struct.Struct("<I")
Bytes = mmap | bytes


class Malformed(ValueError):
    """The file is not what this program wrote."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the mapped file."""

    source: Bytes
    start: int
    length: int

    def number(self, place: int) -> int:
        """The 32-bit number at `place`, counted in numbers."""
        found: int = _NUMBER.unpack_from(self.source, self.start + 4 * place)[0]
        return found

    def numbers(self, first: int, last: int) -> tuple[int, ...]:
        """The numbers from place `first` to before `last`."""
        return struct.unpack_from(f"<{last - first}I", self.source, self.start + 4 * first)

    def cut(self, first: int, last: int) -> bytes:
        """The bytes from `first` to before `last`."""
        return self.source[self.start + first : self.start + last]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Stretches of bytes one after the other, by number."""

    ends: Section
    data: Section

    def __len__(self) -> int:
        return self.ends.length // 4 - 1

    def __getitem__(self, number: int) -> bytes:
        return self.data.cut(self.ends.number(number), self.ends.number(number + 1))

    def place(self, wanted: bytes) -> int:
        """How many pieces, which must ascend, come before `wanted`."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, wanted: bytes) -> int:
        """The number of the piece that is `wanted`; -1 where none is."""
        place = self.place(wanted)
        return place if place < len(self) and self[place] == wanted else -1


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of 32-bit numbers, by number."""

    ends: Section
    values: Section

    def __getitem__(self, number: int) -> tuple[int, ...]:
        return self.values.numbers(self.ends.number(number), self.ends.number(number + 1))


def sections(source: Bytes) -> Mapping[str, Section]:
    """The sections of a file; raises `Malformed` for another file, or one cut short."""
    try:
        magic, version, count, length = _HEAD.unpack_from(source, 0)
        if magic != MAGIC or version != VERSION or length != len(source):
            raise Malformed
        found = [
            _SECTION.unpack_from(source, _HEAD.size + _SECTION.size * place)
            for place in range(count)
        ]
    except struct.error as error:
        raise Malformed from error
    return {
        name.rstrip(b"\0").decode(): Section(source, start, size) for name, start, size in found
    }


def pieces(found: Mapping[str, Section], name: str) -> Pieces:
    """The pieces written as `name`."""
    return Pieces(found[f"{name}.ends"], found[name])


def lists(found: Mapping[str, Section], name: str) -> Lists:
    """The lists written as `name`."""
    return Lists(found[f"{name}.ends"], found[name])


def packed_pieces(name: str, parts: Sequence[bytes]) -> dict[str, bytes]:
    """The sections of pieces called `name`."""
    return {f"{name}.ends": _packed(_ends(map(len, parts))), name: b"".join(parts)}


def packed_lists(name: str, rows: Sequence[Sequence[int]]) -> dict[str, bytes]:
    """The sections of lists called `name`."""
    values = [value for row in rows for value in row]
    return {f"{name}.ends": _packed(_ends(map(len, rows))), name: _packed(values)}


def packed_file(parts: Mapping[str, bytes]) -> bytes:
    """The whole file with these sections, each on a boundary of eight bytes."""
    start = _HEAD.size + _SECTION.size * len(parts)
    heads, bodies = [], []
    for name, part in parts.items():
        body = part + bytes(-len(part) % 8)
        heads.append(_SECTION.pack(name.encode(), start, len(part)))
        bodies.append(body)
        start += len(body)
    return b"".join([_HEAD.pack(MAGIC, VERSION, len(parts), start), *heads, *bodies])


def deflated(block: Iterable[str]) -> bytes:
    """Lines as a block."""
    return zlib.compress("\n".join(block).encode(), 9)


def inflated(block: bytes) -> list[str]:
    """The lines of a block."""
    return zlib.decompress(block).decode().split("\n")


def _ends(lengths: Iterable[int]) -> list[int]:
    ends = [0]
    for length in lengths:
        ends.append(ends[-1] + length)
    return ends


def _packed(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)
