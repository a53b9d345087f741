"""Where the members of a ZIP lie, also of one whose directory is lost.

Source: APPNOTE.TXT 6.3.10 (PKWARE), sections 4.3 and 4.4.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
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
_MOST = 1_000_000


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
            with zipfile.ZipFile(stream) as archive:
                listed = (_listed(path, stream, info) for info in archive.infolist())
                return [member for member in listed if not member.name.endswith("/")], True
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError):
            return list(_walked(path, stream)), False


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
