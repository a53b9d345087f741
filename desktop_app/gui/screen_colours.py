"""Pictures as the window draws them: in sRGB, in a format that is painted as it is."""

from __future__ import annotations

from PySide6.QtGui import QColorSpace, QImage

_Format = QImage.Format


def for_screen(image: QImage) -> QImage:
    """`image` in sRGB by its own colour profile; CMYK as RGB. May run on any thread."""
    # The two kinds the raster engine draws without converting at each paint.
    alpha = image.hasAlphaChannel()
    kind = _Format.Format_ARGB32_Premultiplied if alpha else _Format.Format_RGB32
    own, srgb = image.colorSpace(), QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if own.isValid() and own != srgb:
        converted = image.convertedToColorSpace(srgb, kind)
        if not converted.isNull():  # a profile that is for output only
            return converted
    return image.convertToFormat(kind)
