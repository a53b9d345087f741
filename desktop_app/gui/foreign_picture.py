"""Pictures in formats Qt has no decoder for everywhere: HEIC, AVIF and TIFF.

May run on any thread. Their decoder is loaded with the first such picture: the window
opens without it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from desktop_app.pictures.decoding import Decoded


_Format = QImage.Format


def foreign_size(path: Path) -> QSize:
    """The size of the picture upright, in pixels. Raises `PictureError`."""
    from desktop_app.pictures.decoding import upright_size  # noqa: PLC0415 (see above)

    return QSize(*upright_size(path))


def foreign_image(path: Path, box: QSize | None = None, region: QRect | None = None) -> QImage:
    """The picture, or `region` of it, upright, in sRGB, scaled to fit in `box` (pixels).

    Raises `PictureError`.
    """
    from desktop_app.pictures.decoding import decode  # noqa: PLC0415 (see above)

    return _image(
        decode(
            path,
            None if box is None else (box.width(), box.height()),
            None if region is None else _edges(region),
        )
    )


def _edges(region: QRect) -> tuple[int, int, int, int]:
    left, top = region.x(), region.y()
    return left, top, left + region.width(), top + region.height()


def _image(decoded: Decoded) -> QImage:
    kind = _Format.Format_RGBX8888 if decoded.opaque else _Format.Format_RGBA8888
    width, height = decoded.width, decoded.height
    own = QImage(decoded.content, width, height, 4 * width, kind)
    # Converting copies: the bytes are Python's and would be gone.
    drawn = _Format.Format_RGB32 if decoded.opaque else _Format.Format_ARGB32_Premultiplied
    return own.convertToFormat(drawn)
