"""Addresses as keys: one picture is named in several ways."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from urllib.parse import quote, unquote_to_bytes, urljoin, urlsplit

MAX_ADDRESS = 8192
_SAFE = "/:@!$&'()*+,;=-._~"


def key_of(*parts: str | bytes) -> int:
    """64 bits that stand for `parts`; two of ten million differ but once in 400,000 times."""
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "little") + data)
    return int.from_bytes(digest.digest(), "little")


def normal(address: str) -> str:
    """An address without scheme and fragment, its escapes written one way.

    The same for http and https: pages are moved from one to the other, their links not.
    """
    try:
        parts = urlsplit(address.strip()[:MAX_ADDRESS])
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return address.strip()[:MAX_ADDRESS]
    place = f"{host}:{port}" if port not in (None, 80, 443) else host
    path = _escaped(parts.path) or "/"
    return f"//{place}{path}?{_escaped(parts.query)}" if parts.query else f"//{place}{path}"


def without_query(address: str) -> str:
    """A normal address up to its query."""
    return address.partition("?")[0]


def joined(base: str, reference: str) -> str:
    """`reference` as a page at `base` means it; "" where it means nothing."""
    try:
        return urljoin(base, reference.strip()[:MAX_ADDRESS])
    except ValueError:
        return ""


def candidates(base: str, reference: str) -> Iterator[str]:
    """The normal addresses that a picture may be kept under, the likeliest first."""
    address = joined(base, reference)
    if not address or address.lower().startswith(("data:", "javascript:", "about:", "blob:")):
        return
    yield normal(address)
    if "?" in address:
        yield without_query(normal(address))


def _escaped(text: str) -> str:
    return quote(unquote_to_bytes(text.encode("utf-8", "surrogatepass")), safe=_SAFE)
