"""The members of a zip whose table of contents is lost, as of a download cut short.

Each member has a header of its own before it (APPNOTE.TXT 4.3.7), so what is whole is
found by going from one to the next. Of members whose size is written after them only
deflated ones are found, since their stream tells its own end.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import ImportFailure
from desktop_app.importing.containers.counted_file import CountedFile
from desktop_app.importing.containers.name_encoding import name_decoder
from desktop_app.importing.containers.unpacking import CHUNK, Unpacking
from desktop_app.importing.raw import Failed, Found
from desktop_app.messages import message

_HEADER = struct.Struct("<4sHHHHHLLLHH")
_LOCAL, _SPLIT, _CONTENTS, _END = b"PK\3\4", b"PK\7\x08", b"PK\1\2", b"PK\5\6"
_ENCRYPTED, _SIZE_AFTER = 1, 8  # bits of the flags
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_ZIP64 = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Member:
    """One header: where the content starts, its stored size (-1: not told), its checksum."""

    name: str
    flags: int
    method: int
    start: int
    size: int
    checksum: int


def salvage(file: CountedFile, path: Path, unpacking: Unpacking) -> Iterator[Found]:
    """Unpack what is whole, then say what is wrong; raises `ImportFailure` for no zip."""
    file.seek(0)
    if file.read(4) != _SPLIT:
        file.seek(0)
    found = 0
    while (member := _member(file)) is not None:
        found += 1
        yield from _unpacked(file, member, unpacking)
        if not _at_next(file, member):
            break
    if not found:
        raise ImportFailure(
            message("{path} is a damaged zip file; nothing in it can be read", path=path)
        )
    if not _is_all(file):
        yield Failed(
            "",
            message(
                "its table of contents is missing: the file was cut off, or is one part of "
                "several; what is whole in it was read"
            ),
        )


def _is_all(file: CountedFile) -> bool:
    """Whether the table of contents begins where the members end, so that none is missing."""
    return file.read(4) in (_CONTENTS, _END)


def _unpacked(file: CountedFile, member: _Member, unpacking: Unpacking) -> Iterator[Found]:
    if member.name.endswith(("/", "\\")) and member.size == 0:
        return
    if member.flags & _ENCRYPTED:
        yield from unpacking.encrypted(member.name)
    else:
        yield from unpacking.file(member.name, _content(file, member))


def _member(file: CountedFile) -> _Member | None:
    """The member whose header is next, if one is."""
    header = file.read(_HEADER.size)
    if len(header) < _HEADER.size or not header.startswith(_LOCAL):
        file.seek(file.tell() - len(header))
        return None
    fields = _HEADER.unpack(header)
    flags, method, checksum, size, name_length, extra_length = (
        fields[i] for i in (2, 3, 6, 7, 9, 10)
    )
    raw, extra = file.read(name_length), file.read(extra_length)
    name = raw.decode("utf-8", "replace") if flags & _UTF8 else name_decoder([raw], "cp437")(raw)
    if flags & _SIZE_AFTER:
        size = -1
    elif size == _ZIP64:
        size = _zip64_size(extra)
    return _Member(name, flags, method, file.tell(), size, checksum)


def _zip64_size(extra: bytes) -> int:
    """The stored size in the extra field for large members (4.5.3), or -1."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        if kind == 1 and length >= 16 and len(extra) >= 20:
            return int(struct.unpack_from("<Q", extra, 12)[0])
        extra = extra[4 + length :]
    return -1


def _content(file: CountedFile, member: _Member) -> Iterator[bytes]:
    """The content in chunks; afterwards the file stands behind it. Raises as `DAMAGE` has."""
    if member.method == _STORED and member.size >= 0:
        chunks = _stored(file, member.size)
    elif member.method == _DEFLATED:
        chunks = _deflated(file, member.start)
    else:
        raise NotImplementedError(f"method {member.method}")
    checksum = 0
    for chunk in chunks:
        checksum = zlib.crc32(chunk, checksum)
        yield chunk
    if not member.flags & _SIZE_AFTER and checksum != member.checksum:
        raise ValueError("wrong checksum")


def _stored(file: CountedFile, size: int) -> Iterator[bytes]:
    while size:
        chunk = file.read(min(size, CHUNK))
        if not chunk:
            raise EOFError
        size -= len(chunk)
        yield chunk


def _deflated(file: CountedFile, start: int) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    used = 0
    while not inflater.eof:
        data = inflater.unconsumed_tail or file.read(64 * 1024)
        if not data:
            raise EOFError
        yield inflater.decompress(data, CHUNK)
        used = file.tell() - len(inflater.unused_data)
    file.seek(max(start, used))


def _at_next(file: CountedFile, member: _Member) -> bool:
    """Go to the next member's header, if where that is can be told."""
    if member.size >= 0:
        file.seek(member.start + member.size)
        return True
    descriptor = file.read(24)  # with or without a signature, with sizes of 4 or 8 bytes
    for length in (16, 12, 24, 20):
        if descriptor[length : length + 4] in (_LOCAL, _CONTENTS, _END) or (
            len(descriptor) == length
        ):
            file.seek(file.tell() - len(descriptor) + length)
            return True
    tail = descriptor + file.read(4)
    for length in (24, 20):
        if tail[length : length + 2] == b"PK":
            file.seek(file.tell() - len(tail) + length)
            return True
    return False
