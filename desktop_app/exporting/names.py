"""File names that every system takes, from ids of items."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from desktop_app.items import Item

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
# Names that Windows keeps for devices, whatever their suffix.
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")

_MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".heic": "image/heic",
    ".heif": "image/heif",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".bmp": "image/bmp",
}


def file_name(item_id: str) -> str:
    """A name without suffix, another for each id also where capitals do not count."""
    if _PLAIN.fullmatch(item_id) and not _DEVICES.fullmatch(item_id):
        return item_id
    digest = hashlib.sha256(item_id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    readable = re.sub(r"[^a-z0-9_-]+", "-", item_id.lower()).strip("-_")[:40]
    return f"{readable or 'item'}.{digest}"


def year_name(item: Item) -> str:
    """The folder of an item: its year, or ``undated``."""
    return f"{item.date.year:04d}" if item.date else "undated"


def media_type(file: str) -> str:
    """The media type of a photo file, by its suffix."""
    return _MEDIA_TYPES.get(Path(file).suffix.lower(), "application/octet-stream")
