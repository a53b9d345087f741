"""Opens picture files with Pillow, within bounds: nothing is decoded yet.

Each kind is opened by its own class and no other: of the some forty formats Pillow
knows, several start other programs, and none of those is a photograph.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from PIL import Image
from PIL.AvifImagePlugin import AvifImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile
from pillow_heif import HeifImageFile

from desktop_app.errors import BeilinError
from desktop_app.pictures.faults import MAX_BYTES, too_heavy, too_large, unreadable
from desktop_app.pictures.signatures import HEAD, suffix_of

# Pillow says on standard error, in English, what it finds odd in a stranger's file.
warnings.filterwarnings("ignore", module=r"PIL\.")

# The largest sensors have 200 megapixels; what claims far more is a bomb or a map.
MAX_PIXELS = 300_000_000
_CLASSES = {
    ".jpg": JpegImageFile,
    ".png": PngImageFile,
    ".gif": GifImageFile,
    ".webp": WebPImageFile,
    ".tif": TiffImageFile,
    ".heic": HeifImageFile,
    ".avif": AvifImageFile,
}


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """The picture at `path` with its header read, closed at the end.

    Raises `PictureError` here and for whatever goes wrong inside the block: decoders
    raise nearly every kind of exception over a stranger's file.
    """
    try:
        with path.open("rb") as stream, _header_read(path, stream) as image:
            _check_size(path, image.size)
            yield image
    except (BeilinError, FileNotFoundError):
        raise
    except Exception as error:
        raise unreadable(path) from error


def _header_read(path: Path, stream: BinaryIO) -> Image.Image:
    head = stream.read(HEAD)
    suffix = suffix_of(head)
    if suffix is None:
        raise unreadable(path)
    if path.stat().st_size > MAX_BYTES:
        raise too_heavy(path)
    if suffix == ".webp":
        _check_size(path, _webp_size(head))  # its decoder takes the memory when opened
    stream.seek(0)
    return _CLASSES[suffix](stream)


def _webp_size(head: bytes) -> tuple[int, int]:
    """Width and height in the first chunk of a WebP file (RFC 9649, section 2)."""
    kind, body = head[12:16], head[20:]
    if kind == b"VP8X":
        return (
            1 + int.from_bytes(body[4:7], "little"),
            1 + int.from_bytes(body[7:10], "little"),
        )
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return (
        int.from_bytes(body[6:8], "little") & 0x3FFF,
        int.from_bytes(body[8:10], "little") & 0x3FFF,
    )


def _check_size(path: Path, size: tuple[int, int]) -> None:
    if size[0] * size[1] > MAX_PIXELS:
        raise too_large(path, size)
