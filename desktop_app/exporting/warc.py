"""WARC 1.1 records of what an export holds: files that nobody got from a server."""

from __future__ import annotations

import gzip
import uuid
from base64 import b32encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies in its file, in bytes, and the digest of its content."""

    offset: int
    length: int
    digest: str


class WarcFile:
    """Writes records, each a gzip member of its own so that it can be read alone."""

    def __init__(self, write: Callable[[bytes], object], made: datetime) -> None:
        """Write by `write`; all records are dated `made`, in UTC."""
        self._put = write
        self._made = made.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._offset = 0

    def info(self, name: str, software: str) -> Place:
        """Write the record that says what the file is."""
        fields = f"software: {software}\r\nformat: WARC File Format 1.1\r\n"
        kind = {"WARC-Type": "warcinfo", "WARC-Filename": name}
        return self._write(kind, "application/warc-fields", fields.encode())

    def resource(self, address: str, media_type: str, content: bytes) -> Place:
        """Write a ``resource`` record (WARC 1.1, section 6.6)."""
        kind = {"WARC-Type": "resource", "WARC-Target-URI": address}
        return self._write(kind, media_type, content)

    def _write(self, kind: dict[str, str], media_type: str, content: bytes) -> Place:
        digest = f"sha1:{b32encode(sha1(content, usedforsecurity=False).digest()).decode()}"
        head = {
            **kind,
            "WARC-Record-ID": f"<urn:uuid:{uuid.uuid4()}>",
            "WARC-Date": self._made,
            "WARC-Block-Digest": digest,
            "Content-Type": media_type,
            "Content-Length": str(len(content)),
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        record = f"WARC/1.1\r\n{lines}\r\n".encode() + content + b"\r\n\r\n"
        member = gzip.compress(record, 6, mtime=0)
        self._put(member)
        place = Place(self._offset, len(member), digest)
        self._offset += len(member)
        return place
