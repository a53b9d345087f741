"""The contents of an index: which segments it has, and what it covers.

The file is Whoosh's own table of contents, so that ``whoosh.index.open_dir`` opens the
index, followed by a trailer that Whoosh does not read:

    JSON      {"covered": change number, "layout": version of fields and analysis,
               "segments": [{"id", "documents", "deleted": bitmap in Base64}]}
    4 bytes   length of the JSON, little-endian
    4 bytes   CRC-32 of everything before

Whoosh's part holds pickles, which run what they say when they are read, and archives
come from strangers: Beilin reads the trailer alone.
"""

from __future__ import annotations

import base64
import json
import os
import re
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whoosh.fields import Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import _DEF_INDEX_NAME, TOC

from desktop_app.files import write_atomically
from desktop_app.search.codec.damage import reading, whole
from desktop_app.search.codec.segment import ColumnSegment

INDEX_NAME: str = _DEF_INDEX_NAME
_FILE = re.compile(rf"_{INDEX_NAME}_([0-9]{{1,18}})\.toc")
_SEGMENT_FILE = re.compile(rf"({INDEX_NAME}_[0-9a-z]+)\.[A-Za-z0-9_.]+")
# What `write_atomically` leaves where it is killed.
_HALF_WRITTEN = re.compile(rf"\._{INDEX_NAME}_[0-9]+\.toc\.[0-9]+\.part")
_TRAILER = struct.Struct("<II")


@dataclass(frozen=True, slots=True)
class Contents:
    """One state of an index. `generation` grows with each commit."""

    segments: tuple[ColumnSegment, ...] = ()
    generation: int = 0
    covered: int = 0
    layout: int = 0


def contents_file(folder: Path) -> Path | None:
    """The newest contents file in `folder`, or None."""
    found = [(int(match[1]), name) for name in _names(folder) if (match := _FILE.fullmatch(name))]
    return folder / max(found)[1] if found else None


def read_contents(folder: Path) -> Contents | None:
    """The newest contents in `folder`; None where there are none.

    Raises `IndexDamaged` where they are not as Beilin wrote them.
    """
    while (path := contents_file(folder)) is not None:
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            continue  # a writer has just put newer ones in their place
        with reading(path):
            return _parse(content, int(path.stem.rpartition("_")[2]))
    return None


def write_contents(folder: Path, contents: Contents, schema: Schema) -> None:
    """Write `contents` in one step, then drop what only older ones referred to."""
    storage = RamStorage()
    TOC(schema, list(contents.segments), contents.generation).write(storage, INDEX_NAME)
    name = TOC._filename(INDEX_NAME, contents.generation)
    with storage.open_file(name) as stream:
        whoosh_part = stream.read()
    segments = [_to_plain(segment) for segment in contents.segments]
    plain = {"covered": contents.covered, "layout": contents.layout, "segments": segments}
    said = json.dumps(plain).encode()
    body = whoosh_part + said + struct.pack("<I", len(said))
    write_atomically(folder / name, body + struct.pack("<I", zlib.crc32(body)))
    sync_folder(folder)
    _clean(folder, contents, name)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


def _clean(folder: Path, contents: Contents, name: str) -> None:
    """Remove older contents, what a killed writer left, and segments no longer in the index.

    On Windows a file that a reader has mapped stays until a later commit.
    """
    living = {segment.segment_id() for segment in contents.segments}
    for other in _names(folder):
        match = _SEGMENT_FILE.fullmatch(other)
        older = _FILE.fullmatch(other) and other != name
        if (match and match[1] not in living) or older or _HALF_WRITTEN.fullmatch(other):
            try:
                (folder / other).unlink()
            except PermissionError:
                continue


def _parse(content: bytes, generation: int) -> Contents:
    if len(content) < _TRAILER.size:
        raise ValueError("cut short")
    length, crc = _TRAILER.unpack(content[-_TRAILER.size :])
    if zlib.crc32(content[:-4]) != crc or length + _TRAILER.size > len(content):
        raise ValueError("checksum")
    said = json.loads(content[-_TRAILER.size - length : -_TRAILER.size])
    segments = tuple(_from_plain(segment) for segment in said["segments"])
    if len({segment.segid for segment in segments}) < len(segments):
        raise ValueError("a segment twice")
    return Contents(
        segments=segments,
        generation=generation,
        covered=whole(said["covered"]),
        layout=whole(said["layout"]),
    )


def _to_plain(segment: ColumnSegment) -> dict[str, Any]:
    deleted = base64.b64encode(segment.deleted).decode()
    return {"id": segment.segid, "documents": segment.doc_count_all(), "deleted": deleted}


def _from_plain(said: Any) -> ColumnSegment:  # noqa: ANN401 (whatever JSON holds)
    deleted = base64.b64decode(said["deleted"], validate=True)
    return ColumnSegment(INDEX_NAME, said["id"], whole(said["documents"]), deleted)
