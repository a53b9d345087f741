"""Reads a picture file at the size it is needed in, turned as its EXIF data says.

Everything here may run on any thread: it makes `QImage`s, never `QPixmap`s.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from desktop_app.gui.foreign_picture import foreign_image, foreign_size
from desktop_app.gui.screen_colours import for_screen
from desktop_app.messages import message
from desktop_app.pictures.faults import PictureError, too_large, unreadable
from desktop_app.pictures.signatures import is_foreign

# What Qt reads of what an archive keeps. Others it can read, such as SVG, are programs
# rather than photos, and none of a stranger's is run.
_FORMATS = frozenset({b"jpeg", b"png", b"gif", b"webp"})
# Above this a file is refused by its header alone. A progressive JPEG needs up to six
# bytes a pixel however small it is decoded, so this bounds one picture to 900 MB.
MAX_PIXELS = 150_000_000
# Formats that cannot be decoded smaller are held whole, at four bytes a pixel.
_MAX_PIXELS_WHOLE = 100_000_000
MAX_LEVEL = 6

_Turn = QImageIOHandler.Transformation


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, or `region` of it, halved `level` times.

    `full` is the size of the whole in pixels and `region` lies in it, both turned upright.
    """

    image: QImage
    full: QSize
    level: int
    region: QRect


def read_thumbnail(path: Path, box: QSize) -> QImage:
    """The whole picture scaled to fit in `box` (pixels), never enlarged.

    Raises `PictureError`.
    """
    if is_foreign(path):
        return foreign_image(path, box)
    reader, full = _opened(path)
    if full.width() > box.width() or full.height() > box.height():
        size = full.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        reader.setScaledSize(_stored(size, reader))
    return _read(reader, path)


def read_overview(path: Path, box: QSize, budget: int) -> Picture:
    """The whole picture at the coarsest level that still fills `box` (pixels).

    Where that has more than `budget` pixels, it is halved until it has not.
    Raises `PictureError`.
    """
    full = upright_size(path)
    zoom = min(box.width() / full.width(), box.height() / full.height())
    level = level_for(zoom)
    while level < MAX_LEVEL and pixels(full, level) > budget:
        level += 1
    return read_region(path, level, QRect())


def read_region(path: Path, level: int, region: QRect) -> Picture:
    """`region` of the picture (all of it where empty), halved `level` times.

    Raises `PictureError`.
    """
    full = upright_size(path)
    whole = QRect(0, 0, full.width(), full.height())
    wanted = whole if region.isEmpty() else whole.intersected(region)
    size = reduced(wanted.size(), level) if level else None
    if is_foreign(path):
        return Picture(
            foreign_image(path, size, None if wanted == whole else wanted), full, level, wanted
        )
    reader, full = _opened(path)
    if wanted != whole:
        reader.setClipRect(_stored_rect(wanted, full, reader.transformation()))
    if size is not None:
        reader.setScaledSize(_stored(size, reader))
    return Picture(_read(reader, path), full, level, wanted)


def upright_size(path: Path) -> QSize:
    """The size of a picture upright, in pixels. Raises `PictureError`."""
    if is_foreign(path):
        return foreign_size(path)
    _reader, full = _opened(path)
    return full


def level_for(zoom: float) -> int:
    """The coarsest level that has at least one pixel for each the screen shows.

    `zoom` is screen pixels a picture pixel. A picture drawn from its level is shrunk by
    less than two, which bilinear filtering does without flicker.
    """
    if zoom >= 1 or zoom <= 0:
        return 0 if zoom >= 1 else MAX_LEVEL
    return min(int(math.log2(1 / zoom) + 1e-9), MAX_LEVEL)


def reduced(size: QSize, level: int) -> QSize:
    """`size` halved `level` times, at least one pixel each way."""
    step = 1 << level
    return QSize(max(-(-size.width() // step), 1), max(-(-size.height() // step), 1))


def pixels(size: QSize, level: int) -> int:
    """How many pixels a picture of `size` has at `level`."""
    small = reduced(size, level)
    return small.width() * small.height()


def _opened(path: Path) -> tuple[QImageReader, QSize]:
    """A reader of `path` that has passed all checks, and the size upright."""
    if not path.is_file():
        text = message(
            "{path} is missing. Import its item again to bring the photo back.", path=str(path)
        )
        raise PictureError(text)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead() or bytes(reader.format().data()) not in _FORMATS or size.isEmpty():
        raise unreadable(path)
    _check_size(path, size, whole=bytes(reader.format().data()) != b"jpeg")
    return reader, _turned(size, reader)


def _check_size(path: Path, size: QSize, whole: bool) -> None:
    limit = _MAX_PIXELS_WHOLE if whole else MAX_PIXELS
    if size.width() * size.height() > limit:
        raise too_large(path, (size.width(), size.height()))


def _read(reader: QImageReader, path: Path) -> QImage:
    image = reader.read()
    if image.isNull():
        raise unreadable(path)
    return for_screen(image)


def _lies(reader: QImageReader) -> bool:
    """Whether the stored picture lies on its side."""
    return bool(reader.transformation().value & _Turn.TransformationRotate90.value)


def _turned(stored: QSize, reader: QImageReader) -> QSize:
    return stored.transposed() if _lies(reader) else QSize(stored)


_stored = _turned  # turning a size upright and back is the same exchange


def _stored_rect(region: QRect, full: QSize, turn: _Turn) -> QRect:
    """Where `region` of the upright picture lies in the stored one.

    Qt's bits of an EXIF orientation: mirror and flip the stored picture first, then turn
    it by 90° clockwise; undone here in the opposite order.
    """
    rect, size = QRect(region), QSize(full)
    if turn.value & _Turn.TransformationRotate90.value:
        rect = QRect(rect.y(), size.width() - rect.x() - rect.width(), rect.height(), rect.width())
        size.transpose()
    if turn.value & _Turn.TransformationMirror.value:
        rect.moveLeft(size.width() - rect.x() - rect.width())
    if turn.value & _Turn.TransformationFlip.value:
        rect.moveTop(size.height() - rect.y() - rect.height())
    return rect
