"""Pictures that a source names by their address on the web, as they may lie beside it."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

_ENDS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".avif", ".heic")


def places_of(address: str) -> tuple[str, ...]:
    """Where the picture at `address` may lie beside the file that names it, best first.

    As named; in a folder of its site, as mirrors have it; by its path; by its name.
    """
    address = address.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ()
    path = parts.path.strip("/ ")
    name = path.rpartition("/")[2].strip()
    if not name or parts.scheme not in ("", "http", "https", "file"):
        return ()
    remote = parts.netloc and parts.scheme != "file"
    found = [address, f"{parts.netloc}/{path}"] if remote else [address]
    return tuple(dict.fromkeys((*found, path, name)))


def is_picture(address: str, kind: str = "") -> bool:
    """Whether a file of media type `kind` ("" where unknown) at `address` is a picture."""
    if kind:
        return kind.lower().startswith("image/")
    try:
        return unquote(urlsplit(address.strip()).path).lower().endswith(_ENDS)
    except ValueError:
        return False
