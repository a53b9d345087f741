"""Whether two pictures show the same: a difference hash, which scaling and saving again keep.

The hash is the gradient of a picture nine pixels wide and eight high (N. Krawetz, "Kind of Like
That", 2013): one bit for each pixel that is brighter than its right neighbour.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from desktop_app.pictures.opening import opened

BITS = 64
SAME = 6  # bits that may differ between a picture and itself, scaled and saved again
_WIDTH, _HEIGHT = 9, 8
_MAX_PIXELS = 50_000_000  # of pictures that are looked at: the largest sensors' and no more


def likeness(path: Path) -> int | None:
    """64 bits that tell the picture; None where it is too large, or shows nothing but one tone.

    Raises `PictureError`.
    """
    with opened(path) as image:
        if image.width * image.height > _MAX_PIXELS:
            return None
        image.draft("L", (_WIDTH * 16, _HEIGHT * 16))  # a JPEG is decoded no larger than needed
        small = image.convert("L").resize((_WIDTH, _HEIGHT), Image.Resampling.BOX)
        pixels = small.tobytes()
    found = 0
    for row in range(_HEIGHT):
        for column in range(_WIDTH - 1):
            place = row * _WIDTH + column
            found = found << 1 | (pixels[place] > pixels[place + 1])
    return found if 4 <= found.bit_count() <= BITS - 4 else None


def is_alike(one: int, other: int) -> bool:
    """Whether two hashes are of the same picture."""
    return (one ^ other).bit_count() <= SAME
