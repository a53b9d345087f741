"""What kind of picture a file is, by its first bytes."""

from __future__ import annotations

from pathlib import Path

HEAD = 64  # bytes that are enough to tell
_FOREIGN = (".heic", ".avif", ".tif")

_SIGNATURES = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"II+\0", ".tif"),  # BigTIFF
    (b"MM\0+", ".tif"),
)
# The brands of ISO/IEC 23008-12 (HEIF, annex B and E) and of the AVIF specification, section 8.
_AVIF = frozenset((b"avif", b"avis"))
_HEIF = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")
)


def suffix_of(head: bytes) -> str | None:
    """The file suffix that fits the first bytes of a picture, or None for other files."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return ".webp"
    if head[4:8] == b"ftyp":
        return _of_brands(head)
    return next((end for start, end in _SIGNATURES if head.startswith(start)), None)


def is_foreign(path: Path) -> bool:
    """Whether the picture at `path` is of a kind the window's own decoders do not know."""
    try:
        with path.open("rb") as stream:
            return suffix_of(stream.read(HEAD)) in _FOREIGN
    except OSError:
        return False


def _of_brands(head: bytes) -> str | None:
    """By the major brand, or for the general ones by the compatible brands after it."""
    end = min(int.from_bytes(head[:4], "big"), len(head), HEAD)
    brands = [head[8:12], *(head[place : place + 4] for place in range(16, end - 3, 4))]
    if brands[0] not in _AVIF | _HEIF:
        return None
    return ".avif" if _AVIF.intersection(brands) else ".heic"
