"""Decodes the pictures that the window's own decoders do not know, upright and in sRGB.

HEIC, AVIF and TIFF. May run on any thread.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PIL import Image, ImageCms, ImageOps

from desktop_app.pictures.faults import too_large
from desktop_app.pictures.opening import opened

# These cannot be decoded smaller, so that the whole is held: four bytes a pixel.
_MAX_PIXELS_WHOLE = 100_000_000
_LYING = (5, 6, 7, 8)  # EXIF orientations that exchange width and height
_ORIENTATION = 0x0112
_DEEP = ("I", "F", "I;16", "I;16B", "I;16L", "I;16N")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Pixels in sRGB, row after row, four bytes each: red, green, blue, alpha.

    Colours are not multiplied by alpha; `opaque` says that all alphas are 255.
    """

    width: int
    height: int
    content: bytes
    opaque: bool


def upright_size(path: Path) -> tuple[int, int]:
    """Width and height in pixels of a picture turned as its EXIF data says.

    Raises `PictureError`.
    """
    with opened(path) as image:
        return _upright(image)


def decode(
    path: Path,
    box: tuple[int, int] | None = None,
    region: tuple[int, int, int, int] | None = None,
) -> Decoded:
    """The picture, or the `region` (left, top, right, bottom) of the upright one.

    With `box` it is scaled to fit in so many pixels, never enlarged. Raises
    `PictureError`, also for more pixels than memory is given to.
    """
    with opened(path) as image:
        if image.width * image.height > _MAX_PIXELS_WHOLE:
            raise too_large(path, image.size)
        profile = image.info.get("icc_profile")
        if box is not None and region is None:
            lying = _upright(image) != image.size
            image.thumbnail(box[::-1] if lying else box, Image.Resampling.LANCZOS, 2.0)
        turned = ImageOps.exif_transpose(image)
        if region is not None:
            turned = turned.crop(region)
            if box is not None:
                turned.thumbnail(box, Image.Resampling.LANCZOS, 2.0)
        return _decoded(_in_srgb(_eight_bits(turned), profile))


def _decoded(image: Image.Image) -> Decoded:
    opaque = image.mode != "RGBA"
    return Decoded(image.width, image.height, image.convert("RGBA").tobytes(), opaque)


def _upright(image: Image.Image) -> tuple[int, int]:
    width, height = image.size
    # Pillow turns TIFF itself, and gives its size upright from the beginning.
    lying = image.format != "TIFF" and image.getexif().get(_ORIENTATION) in _LYING
    return (height, width) if lying else (width, height)


def _eight_bits(image: Image.Image) -> Image.Image:
    """`image` with eight bits a channel: scans have sixteen, and figures real numbers."""
    if image.mode not in _DEEP:
        return image
    deep = image.convert("F")
    low, high = cast(tuple[float, float], deep.getextrema())
    if image.mode.startswith("I;16"):
        low, high = 0.0, 65535.0
    scale = 255.0 / (high - low) if high > low else 0.0
    return deep.point(lambda value: value * scale - low * scale).convert("L")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """`image` as RGB or RGBA in sRGB, by its own colour profile where that is sound."""
    alpha = _alpha(image)
    if image.mode in ("P", "PA", "LA", "1", "RGBA", "RGBX", "La", "RGBa", "YCbCr", "HSV"):
        image = image.convert("RGB")
    colours = _by_profile(image, profile) or _without_profile(image)
    if alpha is not None:
        colours.putalpha(alpha)
    return colours


def _alpha(image: Image.Image) -> Image.Image | None:
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        return image.convert("RGBA").getchannel("A")
    return None


def _by_profile(image: Image.Image, profile: bytes | None) -> Image.Image | None:
    """The colours by an ICC profile; None where there is none that fits."""
    if not profile and image.mode != "LAB":
        return None
    try:
        own = io.BytesIO(profile) if profile else ImageCms.createProfile("LAB")
        source = ImageCms.ImageCmsProfile(own)
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None  # a damaged profile, or one of another kind of picture: plain colours


def _without_profile(image: Image.Image) -> Image.Image:
    return image if image.mode == "RGB" else image.convert("RGB")
