"""What a camera wrote of how a photo was taken (Exif 2.32, JEITA CP-3451): for people to read."""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from desktop_app.pictures.opening import opened

log = logging.getLogger(__name__)

_MAKE, _MODEL, _EXIF_PART, _GPS_PART, _ORIENTATION = 0x010F, 0x0110, 0x8769, 0x8825, 0x0112
_TIME, _APERTURE, _ISO, _FOCAL, _LENS = 0x829A, 0x829D, 0x8827, 0x920A, 0xA434
_LYING = (5, 6, 7, 8)  # orientations that exchange width and height


@dataclass(frozen=True, slots=True)
class Camera:
    """How a photo was taken, "" or None for what is not known.

    `exposure` is as photographers write it: ``1/250 s · f/8 · ISO 100 · 50 mm``. `latitude`
    and `longitude` are degrees, north and east positive. `width` and `height` are pixels, upright.
    """

    width: int
    height: int
    name: str = ""
    lens: str = ""
    exposure: str = ""
    latitude: float | None = None
    longitude: float | None = None

    @property
    def place(self) -> str:
        """Latitude and longitude: ``34.24670° N, 108.98390° E``, or ""."""
        if self.latitude is None or self.longitude is None:
            return ""
        north = "N" if self.latitude >= 0 else "S"
        east = "E" if self.longitude >= 0 else "W"
        return f"{abs(self.latitude):.5f}° {north}, {abs(self.longitude):.5f}° {east}"


def read_camera(path: Path) -> Camera:
    """What the photo at `path` says of its camera; pixels are not decoded.

    Raises `PictureError`, `FileNotFoundError`. Damaged tags are as good as none.
    """
    with opened(path) as image:
        try:
            return _camera(image)
        except Exception as error:  # Pillow raises nearly every kind over damaged tags
            log.info("no camera: %r", error)
            return Camera(*image.size)


def _camera(image: Image.Image) -> Camera:
    tags = image.getexif()
    part, gps = tags.get_ifd(_EXIF_PART), tags.get_ifd(_GPS_PART)
    lies = image.format != "TIFF" and tags.get(_ORIENTATION) in _LYING
    width, height = image.size[::-1] if lies else image.size
    latitude, longitude = _degrees(gps, 2, 90), _degrees(gps, 4, 180)
    known = latitude is not None and longitude is not None and (latitude, longitude) != (0, 0)
    return Camera(
        width=width,
        height=height,
        name=_name(_text(tags.get(_MAKE)), _text(tags.get(_MODEL))),
        lens=_text(part.get(_LENS)),
        exposure=" · ".join(_exposure(part)),
        latitude=latitude if known else None,
        longitude=longitude if known else None,
    )


def _name(make: str, model: str) -> str:
    """Both, but for a make that the model begins with: Canon EOS 7D, not Canon Canon EOS 7D."""
    first = make.partition(" ")[0]
    return (
        model
        if first and model.casefold().startswith(first.casefold())
        else f"{make} {model}".strip()
    )


def _exposure(part: Mapping[int, object]) -> list[str]:
    time, aperture = _number(part.get(_TIME)), _number(part.get(_APERTURE))
    speed, focal = part.get(_ISO), _number(part.get(_FOCAL))
    if isinstance(speed, tuple):
        speed = speed[0] if speed else None
    told = [
        _seconds(time) if time else "",
        f"f/{aperture:.3g}" if 0.5 <= aperture <= 1000 else "",  # some write nonsense
        f"ISO {speed}" if isinstance(speed, int) and speed > 0 else "",
        f"{focal:.3g} mm" if focal else "",
    ]
    return [each for each in told if each]


def _seconds(time: float) -> str:
    return f"{time:.3g} s" if time >= 0.3 else f"1/{round(1 / time)} s"


def _number(value: object) -> float:
    """A positive number as cameras write it; 0 for none (a rational may have nothing below)."""
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0
    return number if math.isfinite(number) and 1e-6 < number < 1e6 else 0.0


def _degrees(gps: Mapping[int, object], tag: int, most: int) -> float | None:
    """Degrees, minutes and seconds at `tag`, with the side in the tag before."""
    value, side = gps.get(tag), gps.get(tag - 1)
    if not isinstance(value, tuple) or len(value) != 3 or not isinstance(side, str):
        return None
    try:
        hours, minutes, seconds = map(float, value)
        degrees = hours + minutes / 60 + seconds / 3600
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    if not 0 <= degrees <= most:
        return None
    return -degrees if side.strip("\0 ").upper() in ("S", "W") else degrees


def _text(value: object) -> str:
    text = value.partition("\0")[0] if isinstance(value, str) else ""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
