"""What a server sent: the head of its response, and its body as it was meant.

Archives keep responses as they came over the wire, or say so and have unpacked them: a
transfer or content encoding that is named need not be there, and the reverse.
Sources: RFC 9112, sections 4, 5 and 7.1; RFC 9110, section 8.4.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import brotli
import zstandard

from desktop_app.importing.web_archives.inflaters import GZIP, ZSTD
from desktop_app.importing.web_archives.record import read_fields

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b[^\r\n]*\r?\n")
_END = re.compile(rb"\r?\n\r?\n|\A\r?\n")
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_MAX_ENCODINGS = 3  # one within the other
_BROTLI_STEP = 1 << 14


@dataclass(frozen=True, slots=True)
class Response:
    """A response: `status` is 200 where nothing says otherwise; `body` is as it was sent."""

    status: int
    fields: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def type(self) -> str:
        """The media type in small letters, without parameters."""
        return self.fields.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The encoding the type names, or ""."""
        match = _CHARSET.search(self.fields.get("content-type", ""))
        return match[1] if match else ""

    @property
    def packed(self) -> bool:
        """Whether the body is said to be sent in chunks or compressed."""
        return bool(self.fields.get("transfer-encoding") or self.fields.get("content-encoding"))


def read_response(block: bytes) -> Response | None:
    """The response that `block`, or its beginning, holds; None where it has no status."""
    status = _STATUS.match(block)
    if status is None:
        return None
    end = _END.search(block, status.end() - 2)
    if end is None:
        return Response(int(status[1]), read_fields(block[status.end() :].split(b"\n")))
    lines = block[status.end() : max(status.end(), end.start())].split(b"\n")
    return Response(int(status[1]), read_fields(lines), block[end.end() :])


def unpacked(response: Response, limit: int) -> bytes:
    """The body without its encodings, at most `limit` + 1 bytes.

    What is compressed and cut off gives what there is; what is not as it says stays.
    """
    body = response.body
    if (joined := _joined(body)) is not None:
        body = joined
    named = response.fields.get("content-encoding", "").lower()
    encodings = [each.strip() for each in named.split(",") if each.strip()][-_MAX_ENCODINGS:]
    for encoding in reversed(encodings):
        body = _decompressed(body, encoding, limit)
    if body.startswith(GZIP + b"\x08"):  # compressed once more, or without a word
        body = _inflated(body, 31, limit) or body
    return body[: limit + 1]


def _joined(body: bytes) -> bytes | None:
    """The chunks of `body` put together; None where it is not sent in chunks.

    It is where its first line is a size and a line's end stands after so many bytes.
    Where that stops being so the rest is taken as it is.
    """
    chunks = list(_chunks(body))
    if not chunks:
        return None
    return b"".join(chunks)


def _chunks(body: bytes) -> Iterator[bytes]:
    at = 0
    while match := _CHUNK.match(body, at):
        size, begin = int(match[1], 16), match.end()
        after = body[begin + size : begin + size + 2]
        if size and begin + size < len(body) and not after.startswith((b"\r", b"\n")):
            break
        if size and begin + size > len(body) and at == 0 and not _is_text_or_packed(body, begin):
            return
        yield body[begin : begin + size]
        at = begin + size + (2 if after == b"\r\n" else 1)
        if not size or at >= len(body):
            return
    if at:
        yield body[at:]


def _is_text_or_packed(body: bytes, begin: int) -> bool:
    """Whether a first chunk that is cut off begins like the body of a page."""
    return body[begin : begin + 64].lstrip().startswith((b"<", GZIP, ZSTD))


def _decompressed(body: bytes, encoding: str, limit: int) -> bytes:
    """`body` without `encoding`; as it is where that is not its encoding."""
    if encoding in ("gzip", "x-gzip"):
        return _inflated(body, 31, limit) or body
    if encoding == "deflate":  # some servers send it without the header of zlib
        if body.lstrip()[:1] == b"<":
            return body
        return _inflated(body, 15, limit) or _inflated(body, -15, limit) or body
    if encoding == "br":
        return _brotli(body, limit) or body
    if encoding == "zstd" and body.startswith(ZSTD):
        return _zstd(body, limit) or body
    return body


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    try:
        return zlib.decompressobj(window).decompress(body, limit + 1)
    except zlib.error:
        return _inflated_until(body, window, limit)


def _inflated_until(body: bytes, window: int, limit: int) -> bytes:
    """What comes before a wrong byte or a wrong checksum."""
    inflate = zlib.decompressobj(window)
    found: list[bytes] = []
    left = limit + 1
    step, at = 512, 0
    while at < len(body) and left > 0:
        before = inflate.copy()
        try:
            found.append(inflate.decompress(body[at : at + step], left))
        except zlib.error:
            if step == 1:
                break
            inflate, step = before, 1  # byte by byte up to the wrong one
            continue
        left -= len(found[-1])
        at += step
    return b"".join(found)


def _brotli(body: bytes, limit: int) -> bytes:
    decoder = brotli.Decompressor()
    found: list[bytes] = []
    size = 0
    try:
        data = body
        while size <= limit and not decoder.is_finished():
            piece = decoder.process(data, output_buffer_limit=_BROTLI_STEP)
            data = b""
            if not piece and decoder.can_accept_more_data():
                break
            found.append(piece)
            size += len(piece)
    except brotli.error:
        return b"" if not _reads_as_text(found) else b"".join(found)
    return b"".join(found)


def _reads_as_text(pieces: list[bytes]) -> bool:
    return bool(pieces) and pieces[0].lstrip().startswith(b"<")


def _zstd(body: bytes, limit: int) -> bytes:
    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(body) as reader:
            return reader.read(limit + 1)
    except zstandard.ZstdError:
        return b""
