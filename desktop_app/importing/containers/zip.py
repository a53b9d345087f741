""".zip files, also of foreign names, damaged, cut off or split; not the formats inside zips."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import ImportFailure
from desktop_app.importing.containers.counted_file import CountedFile
from desktop_app.importing.containers.name_encoding import name_decoder
from desktop_app.importing.containers.unpacking import CHUNK, DAMAGE, Unpacking, bounded
from desktop_app.importing.containers.zip_salvage import salvage
from desktop_app.importing.raw import Found, ReportBytes
from desktop_app.importing.room import Room

_LOCAL, _EMPTY, _SPLIT = b"PK\3\4", b"PK\5\6", b"PK\7\x08"
# Formats of their own that are zips: they say so in their first member, or by one they have.
_MIMETYPE = re.compile(rb"application/(?:epub\+zip|vnd\.oasis\.opendocument)")
_FORMAT_MEMBERS = frozenset(("[Content_Types].xml", "META-INF/container.xml"))
_WACZ_DESCRIPTION = re.compile(r"(?:[^/]+/)?datapackage\.json")  # tables have one as well
_WACZ_PART = re.compile(r"(?:^|/)(?:archive|indexes|pages)/[^/]+$")
_FORMAT_SUFFIXES = frozenset(
    (".wacz", ".epub", ".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp")
)
_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075  # extra field (APPNOTE.TXT 4.6.9)
_UNIX = 3  # the system whose modes the upper half of the attributes has


class Zip:
    """Zip files that are there to hold other files."""

    name = "zip"

    def recognises(self, path: Path, head: bytes) -> bool:
        """By the first bytes; not where the members tell a document or a web archive."""
        if not head.startswith((_LOCAL, _EMPTY, _SPLIT)):
            return False
        own = path.suffix.lower() in _FORMAT_SUFFIXES or _MIMETYPE.search(head[:200])
        return not own and not _is_format(_member_names(path))

    def unpack(
        self, path: Path, folder: Path, room: Room, report_bytes: ReportBytes
    ) -> Iterator[Found]:
        """Unpack each member; without a table of contents, those that are found whole."""
        unpacking = Unpacking(folder, room)
        with path.open("rb") as stream:
            file = CountedFile(stream, path, report_bytes)
            try:
                contents = zipfile.ZipFile(file)
            except DAMAGE:
                yield from bounded(salvage(file, path, unpacking))
                return
            with contents:
                yield from bounded(_members(contents, unpacking))


def _is_format(names: frozenset[str]) -> bool:
    """Whether members of these names make a document, a book or a web archive."""
    if _FORMAT_MEMBERS & names:
        return True
    described = any(map(_WACZ_DESCRIPTION.fullmatch, names))
    return described and any(map(_WACZ_PART.search, names))


def _members(contents: zipfile.ZipFile, unpacking: Unpacking) -> Iterator[Found]:
    members = contents.infolist()
    decoded = name_decoder((_raw_name(m) for m in members if not _is_utf8(m)), "cp437")
    for member in members:
        name = member.orig_filename if _is_utf8(member) else decoded(_raw_name(member))
        name = _unicode_path(member) or name
        if name.endswith(("/", "\\")) and not member.file_size:
            continue
        kind = stat.S_IFMT(member.external_attr >> 16) if member.create_system == _UNIX else 0
        if stat.S_ISLNK(kind):
            yield from unpacking.link(name)
        elif kind and not stat.S_ISREG(kind):
            yield from unpacking.device(name)
        elif member.flag_bits & 1:
            yield from unpacking.encrypted(name)
        else:
            yield from unpacking.file(name, _content(contents, member))


def _content(contents: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with contents.open(member) as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _is_utf8(member: zipfile.ZipInfo) -> bool:
    return bool(member.flag_bits & _UTF8_FLAG)


def _raw_name(member: zipfile.ZipInfo) -> bytes:
    """The name's bytes, which Python reads as CP437 where no flag says UTF-8."""
    return member.orig_filename.encode("cp437", "replace")


def _unicode_path(member: zipfile.ZipInfo) -> str:
    """The name in the extra field that Info-ZIP adds for it, where it is of this name."""
    extra = member.extra
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _UNICODE_PATH and len(field) > 5 and field[0] == 1:
            (checksum,) = struct.unpack_from("<L", field, 1)
            if checksum == zlib.crc32(_raw_name(member)):
                return field[5:].decode("utf-8", "replace")
    return ""


def _member_names(path: Path) -> frozenset[str]:
    """The names in the table of contents; none where it cannot be read."""
    try:
        with path.open("rb") as stream, zipfile.ZipFile(_quiet(stream, path)) as contents:
            return frozenset(contents.namelist())
    except (*DAMAGE, ImportFailure):
        return frozenset()


def _quiet(stream: BinaryIO, path: Path) -> CountedFile:
    return CountedFile(stream, path, lambda _read: None)
