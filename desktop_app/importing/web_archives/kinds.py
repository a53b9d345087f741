"""What a record is to a reader of news: a page, a picture, or neither."""

from __future__ import annotations

import re
from enum import Enum, auto
from urllib.parse import urlsplit

from desktop_app.importing.web_archives.http import Response, read_response, unpacked
from desktop_app.importing.web_archives.inflaters import GZIP
from desktop_app.importing.web_archives.record import Record


class Kind(Enum):
    """`UNKNOWN` is a revisit that does not say what it is a revisit of."""

    PAGE = auto()
    PICTURE = auto()
    PDF = auto()
    UNKNOWN = auto()
    OTHER = auto()


_HTML = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml")
# What servers and crawlers say where they do not know.
_VAGUE = frozenset(
    (
        *("", "text/plain", "text/xml", "application/xml", "application/octet-stream"),
        *("binary/octet-stream", "application/unknown", "unknown", "unk", "no-type", "none"),
    )
)
_NO_WEB = frozenset(("dns", "metadata", "urn", "whois", "filedesc", "warcinfo", "screenshot"))
_SNIFFED = 4096  # bytes
_PAGE_START = re.compile(
    rb"\A\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,1500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PICTURE_START = re.compile(
    rb"\A(?:\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|RIFF....WEBP|BM....\0\0\0\0|II\*\0|MM\0\*|"
    rb"\0\0\0.ftyp(?:avif|avis|heic|heix|mif1))",
    re.DOTALL,
)
_NO_PAGE_START = re.compile(rb"\A\s*(?:[{\[]\s*[\"{\[\]}]|%PDF-|PK\x03\x04|wOF[F2]|\0asm)")
# Not .jpg and the like: wikis call the page about a picture so.
_NO_PAGE_NAME = re.compile(r"(?:^|/)robots\.txt$|\.(?:ico|css|m?js|json|woff2?|ttf|map)$", re.I)
_PICTURE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|tiff?|avif|heic)$", re.I)


def response_of(record: Record, block: bytes) -> Response:
    """What the block of `record`, or its beginning, answers; its status 200 where it has none."""
    answers = record.kind in ("response", "revisit")
    if answers and (response := read_response(block)) is not None:
        return response
    fields = {"content-type": record.fields.get("content-type", "")}
    if fields["content-type"].lower().startswith("application/http"):
        fields["content-type"] = record.fields.get("warc-identified-payload-type", "")
    return Response(200, fields, block)


def kind_of(record: Record, head: bytes) -> Kind:
    """What `record` is, by its type, its address and the first bytes of its body."""
    scheme, path = _address(record.address)
    if record.kind not in ("response", "resource", "revisit") or scheme in _NO_WEB:
        return Kind.OTHER
    response = response_of(record, head)
    if record.kind == "revisit" and response.status == 304:
        return Kind.UNKNOWN
    if response.status not in (200, 203) or _NO_PAGE_NAME.search(path):
        return Kind.OTHER
    if record.kind == "revisit":
        return _named_kind(response.type, path) or Kind.UNKNOWN
    start = unpacked(response, _SNIFFED)
    return _kind_by_start(start) or _kind_of_body(start, response.type, path)


def _kind_by_start(start: bytes) -> Kind | None:
    """What the first bytes say, whatever they are said to be."""
    if _PICTURE_START.match(start):
        return Kind.PICTURE
    if start.startswith(b"%PDF-"):
        return Kind.PDF
    if b"<" not in start or _NO_PAGE_START.match(start) or start.startswith(GZIP):
        return Kind.OTHER
    return None


def _kind_of_body(start: bytes, type_: str, path: str) -> Kind:
    if type_ in _VAGUE:
        return Kind.PAGE if _PAGE_START.match(start) else Kind.OTHER
    return _named_kind(type_, path) or Kind.OTHER


def _named_kind(type_: str, path: str) -> Kind | None:
    """What a media type and a file's name say; None where they say nothing."""
    if type_ in _HTML:
        return Kind.PAGE
    if type_.startswith("image/") or (type_ in _VAGUE and _PICTURE_NAME.search(path)):
        return Kind.PICTURE
    if type_ == "application/pdf":
        return Kind.PDF
    return None if type_ in _VAGUE else Kind.OTHER


def _address(address: str) -> tuple[str, str]:
    """The scheme and the path of an address, both "" where it has none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return parts.scheme.lower(), parts.path
