"""Where the members of a ZIP lie, also of one whose directory is lost.

Source: APPNOTE.TXT 6.3.10 (PKWARE), sections 4.3 and 4.4.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_app.importing.web_archives.region import Region
from desktop_app.messages import Message, message

LOCAL = b"PK\x03\x04"
_LOCAL_HEAD = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZES_FOLLOW = 1, 8  # flags
_UNKNOWN = 0xFFFFFFFF  # a size that stands in the extra field
_MOST = 100_000  # members told one after the other
_MAX_DIRECTORY = 64 << 20  # bytes: a million members; each takes ten times that in memory
_END = struct.Struct("<4s4H2L")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_TAIL = 1 << 17  # bytes that the end of the directory stands in, with its comment


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a ZIP; where it cannot be read, `region` is None and `fault` says why."""

    name: str
    region: Region | None
    fault: Message | None = None


def zip_members(path: Path) -> tuple[list[Member], bool]:
    """The members of the ZIP at `path`, and whether its directory is whole; raises `OSError`."""
    with path.open("rb") as stream:
        try:
            infos = _directory(stream)
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError):
            return list(_walked(path, stream)), False
        members = (_listed(path, stream, info) for info in infos)
        named = (member for member in members if not member.name.endswith("/"))
        return list(_apart(named)), True


def member_names(path: Path, head: bytes) -> list[str]:
    """The names of the members, or of those in `head` where the directory is lost."""
    try:
        with path.open("rb") as stream:
            return [info.filename for info in _directory(stream)]
    except (zipfile.BadZipFile, struct.error, OSError, ValueError, NotImplementedError):
        return list(local_names(head))


def _directory(stream: BinaryIO) -> list[zipfile.ZipInfo]:
    """What the directory lists; raises `BadZipFile` where there is none of a sane size."""
    stream.seek(0, io.SEEK_END)
    stream.seek(max(0, stream.tell() - _TAIL))
    tail = stream.read(_TAIL)
    at, at_64 = tail.rfind(b"PK\5\6"), tail.rfind(b"PK\6\6")
    if at < 0 or len(tail) - at < _END.size:
        raise zipfile.BadZipFile
    size = _END.unpack_from(tail, at)[5]
    if size == _UNKNOWN and 0 <= at_64 <= len(tail) - _END_64.size:
        size = _END_64.unpack_from(tail, at_64)[8]
    if size > _MAX_DIRECTORY:
        raise zipfile.BadZipFile
    with zipfile.ZipFile(stream) as archive:
        return archive.infolist()


def _apart(members: Iterable[Member]) -> Iterator[Member]:
    """The members, but of those that lie one within the other only the first.

    So are bombs made: a thousand members of the same bytes.
    """
    ends = 0
    fault = message("it lies within another file of the ZIP")
    for member in sorted(members, key=lambda each: each.region.start if each.region else 0):
        if member.region is not None and member.region.start < ends:
            yield Member(member.name, None, fault)
            continue
        ends = member.region.start + member.region.size if member.region else ends
        yield member


def local_names(head: bytes) -> Iterator[str]:
    """The names that stand before the members in the first bytes of a ZIP."""
    at = head.find(LOCAL)
    while at >= 0 and at + _LOCAL_HEAD.size <= len(head):
        *_, length, _extra = _LOCAL_HEAD.unpack_from(head, at)
        begin = at + _LOCAL_HEAD.size
        yield head[begin : begin + length].decode("utf-8", "replace")
        at = head.find(LOCAL, at + 4)


def _listed(path: Path, stream: BinaryIO, info: zipfile.ZipInfo) -> Member:
    """A member as the directory has it."""
    stream.seek(max(0, info.header_offset))
    head = stream.read(_LOCAL_HEAD.size)
    if len(head) < _LOCAL_HEAD.size or not head.startswith(LOCAL) or info.header_offset < 0:
        fault = message("it does not lie where the directory of the ZIP says")
        return Member(info.filename, None, fault)
    if info.compress_type not in (_STORED, _DEFLATED) or info.flag_bits & _ENCRYPTED:
        return Member(info.filename, None, _strange())
    *_, name, extra = _LOCAL_HEAD.unpack(head)
    start = info.header_offset + _LOCAL_HEAD.size + name + extra
    deflated = info.compress_type == _DEFLATED
    return Member(info.filename, Region(path, start, info.compress_size, deflated, info.filename))


def _strange() -> Message:
    return message("it is encrypted, or compressed in a way that Beilin does not read")


def _walked(path: Path, stream: BinaryIO) -> Iterator[Member]:
    """The members one after the other, as far as their sizes stand before them."""
    end = path.stat().st_size
    at = 0
    for _ in range(_MOST):
        stream.seek(at)
        head = stream.read(_LOCAL_HEAD.size)
        if len(head) < _LOCAL_HEAD.size or not head.startswith(LOCAL):
            return
        _, _, flags, method, _, _, _, packed, size, length, extra = _LOCAL_HEAD.unpack(head)
        name = stream.read(length).decode("utf-8", "replace")
        start = at + _LOCAL_HEAD.size + length + extra
        unknown = _UNKNOWN in (packed, size) or (flags & _SIZES_FOLLOW and not packed)
        packed = end - start if unknown else min(packed, end - start)
        readable = method in (_STORED, _DEFLATED) and not flags & _ENCRYPTED and packed >= 0
        region = Region(path, start, packed, method == _DEFLATED, name) if readable else None
        if not name.endswith("/"):
            yield Member(name, region, None if readable else _strange())
        if unknown:  # what follows cannot be told from it
            return
        at = start + packed
