"""The parts of a MIME message, as saved pages (MHTML) are: RFC 2045, 2046 and 2557."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from itertools import islice

_MAX_HEAD = 64 * 1024  # bytes of the header of a part
_MAX_PARTS = 5000
_MAX_DEPTH = 8  # multipart within multipart; browsers write one level, mail programs three
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its header, and its content with the transfer encoding undone."""

    head: Message
    content: bytes

    @property
    def kind(self) -> str:
        """The media type in lower case, as ``text/html``."""
        return self.head.get_content_type()

    @property
    def charset(self) -> str:
        """The charset its header declares, or ""."""
        return str(self.head.get_param("charset") or "")

    @property
    def location(self) -> str:
        """Its Content-Location (RFC 2557), where folded lines are joined, or ""."""
        return re.sub(r"\s+", "", header(self.head, "Content-Location"))

    @property
    def content_id(self) -> str:
        """Its Content-ID without brackets, or ""."""
        return header(self.head, "Content-ID").strip("<> ")


def read_head(content: bytes) -> tuple[Message, bytes]:
    """The header at the start of `content`, and what follows it."""
    content = content.lstrip(b"\r\n")
    end = _HEAD_END.search(content, 0, _MAX_HEAD)
    head = content[: end.start()] if end else content[:_MAX_HEAD]
    return BytesHeaderParser().parsebytes(head), content[end.end() :] if end else b""


def read_parts(content: bytes) -> Iterator[Part]:
    """Yield the parts of the message `content` that are no multiparts, in order.

    A closing boundary that is missing is that of a file cut short: its last part goes on
    to the end.
    """
    yield from islice(_parts(content, 0), _MAX_PARTS)


def header(head: Message, name: str) -> str:
    """A header as text, its encoded words (RFC 2047) read; "" where there is none."""
    value = head.get(name)
    if value is None:
        return ""
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return str(value)


def header_time(head: Message) -> str:
    """The Date of a message as ISO time in UTC, or ""."""
    try:
        found = parsedate_to_datetime(str(head.get("Date", "")))
        return _utc(found).isoformat(timespec="seconds")
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""


def _utc(found: datetime) -> datetime:
    return (found if found.tzinfo else found.replace(tzinfo=timezone.utc)).astimezone(timezone.utc)


def _parts(content: bytes, depth: int) -> Iterator[Part]:
    head, body = read_head(content)
    boundary = str(head.get_param("boundary") or "")
    if head.get_content_maintype() != "multipart" or not boundary:
        yield Part(head, _decoded(body, str(head.get("Content-Transfer-Encoding", ""))))
    elif depth < _MAX_DEPTH:
        for section in _sections(body, boundary):
            yield from _parts(section, depth + 1)


def _sections(body: bytes, boundary: str) -> Iterator[bytes]:
    """What stands between the boundary lines; the preamble is for old mail programs."""
    mark = re.escape(boundary.encode("utf-8", "surrogateescape"))
    line = re.compile(rb"(?:^|\r?\n)--" + mark + rb"(--)?[ \t]*(?=\r?\n|$)")
    start = None
    for match in line.finditer(body):
        if start is not None:
            yield body[start : match.start()]
        start = match.end()
        if match[1]:
            return
    if start is not None:
        yield body[start:]


def _decoded(body: bytes, encoding: str) -> bytes:
    """`body` with its transfer encoding (RFC 2045, section 6) undone, as far as it is sound."""
    encoding = encoding.strip().lower()
    if encoding == "quoted-printable":
        return quopri.decodestring(body)
    if encoding != "base64":
        return body
    letters = _NOT_BASE64.sub(b"", body)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    try:
        return base64.b64decode(letters + b"=" * (-len(letters) % 4))
    except (binascii.Error, ValueError):
        return b""
