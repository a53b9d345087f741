"""Small web archives, made as the standards say, or not quite so."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import uuid
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import zstandard

from desktop_app.importing.detect import containers, detect, formats
from desktop_app.importing.formats.wacz import Wacz
from desktop_app.importing.formats.web_archive import WebArchive
from desktop_app.importing.raw import Failed, Found, RawItem, Skipped
from tests.importing.reading import read

TIME = "2021-08-31T02:00:00Z"
SENTENCES = (
    "The two universities signed an agreement on Tuesday, and their presidents spoke at length.",
    "Students of both will spend a year at the other, beginning with the next autumn term.",
    "The agreement follows ten years of work by the departments of engineering in both places.",
    "Officials said that a laboratory would be built before the end of the year in the new campus.",
)

COMPACT = "it is compressed as a whole, not record by record; what it holds was read all the same"


def page(title: str, middle: str = "", head: str = "") -> bytes:
    """An article of four paragraphs, `middle` in the midst of it."""
    first, second, third, fourth = SENTENCES
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article>"
        f"<h1>{title}</h1><p>{first}</p><p>{second}</p>{middle}<p>{third}</p><p>{fourth}</p>"
        "</article></body></html>"
    ).encode()


def http(
    body: bytes, type_: str = "text/html; charset=utf-8", status: str = "200 OK", **more: str
) -> bytes:
    """A response as a server sends it; ``content_encoding="br"`` and the like add fields."""
    fields = {"Content-Type": type_, **{k.replace("_", "-"): v for k, v in more.items()}}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def warc(
    address: str,
    block: bytes,
    kind: str = "response",
    time: str = TIME,
    length: int | None = None,
    fields: Mapping[str, str] | None = None,
) -> bytes:
    """One WARC record; its `length` may be a wrong one."""
    content = (
        "application/http; msgtype=response" if kind in ("response", "revisit") else "text/html"
    )
    own = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid.UUID(hashlib.md5(address.encode()).hexdigest())}>",
        "WARC-Target-URI": address,
        "WARC-Date": time,
        "Content-Type": content,
        **(fields or {}),
        "Content-Length": str(len(block) if length is None else length),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in own.items() if value)
    return f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def arc(address: str, block: bytes, second: bool = False) -> bytes:
    """One ARC record, of version 2 with `second`."""
    fields = "text/html 200 ABCD - 0 file.arc" if second else "text/html"
    return f"{address} 127.0.0.1 20210831020000 {fields} {len(block)}\n".encode() + block + b"\n"


def arc_begin() -> bytes:
    """The record that every ARC file begins with."""
    block = b"1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n"
    return (
        f"filedesc://a.arc 0.0.0.0 20210831020000 text/plain {len(block)}\n".encode()
        + block
        + b"\n"
    )


def gzipped(records: Iterable[bytes]) -> bytes:
    """A member a record."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def zstd(records: Sequence[bytes], trained: bool = False) -> bytes:
    """A frame a record; with `trained` compressed with a dictionary that stands first."""
    if not trained:
        return b"".join(zstandard.ZstdCompressor().compress(record) for record in records)
    samples = [record[at : at + 400] for record in records for at in range(0, len(record), 100)]
    dictionary = zstandard.train_dictionary(8192, samples * 20)
    compressor = zstandard.ZstdCompressor(dict_data=dictionary)
    packed = zstandard.ZstdCompressor().compress(dictionary.as_bytes())
    frame = b"\x5d\x2a\x4d\x18" + len(packed).to_bytes(4, "little") + packed
    return frame + b"".join(compressor.compress(record) for record in records)


def chunked(body: bytes, size: int = 100) -> bytes:
    """A body as it is sent in chunks."""
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def wacz(
    path: Path,
    files: Mapping[str, bytes],
    described: Mapping[str, bytes] | None = None,
    compression: int = zipfile.ZIP_STORED,
) -> Path:
    """A package of `files`, whose description is that of the files `described`."""
    resources = [
        {"path": name, "bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
        for name, data in (files if described is None else described).items()
    ]
    description = json.dumps({"profile": "data-package", "resources": resources}).encode()
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in {**files, "datapackage.json": description}.items():
            archive.writestr(name, data)
    return path


def pages_jsonl(*pages: Mapping[str, str]) -> bytes:
    """A list of pages."""
    lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}, *pages]
    return "\n".join(json.dumps(line) for line in lines).encode()


def found_in(path: Path, content: bytes | None = None) -> list[Found]:
    """All that the file at `path`, made of `content` where that is given, holds."""
    if content is not None:
        path.write_bytes(content)
    kind = detect(path, formats(), containers())
    assert isinstance(kind, (WebArchive, Wacz))
    return read(kind, path)


def items_of(found: Iterable[Found]) -> list[RawItem]:
    """The items."""
    return [each for each in found if isinstance(each, RawItem)]


def failures_of(found: Iterable[Found]) -> list[tuple[str, str]]:
    """Where and why something failed, but that the file is compressed as a whole."""
    failed = ((each.where, str(each.reason)) for each in found if isinstance(each, Failed))
    return [each for each in failed if each != ("", COMPACT)]


def skips_of(found: Iterable[Found]) -> list[tuple[str, str]]:
    """Where and why a named piece was passed over."""
    return [(e.where, str(e.reason)) for e in found if isinstance(e, Skipped) and e.where]


def whole_gzip(records: Iterable[bytes]) -> bytes:
    """All records in one member."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as stream:
        stream.writelines(records)
    return buffer.getvalue()
