"""Saves a copy of a photo that carries its caption; of the picture not a bit is changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from desktop_app.files import made_beside
from desktop_app.pictures.captioned import jpeg, png
from desktop_app.pictures.captioned.packet import Caption, packet
from desktop_app.pictures.signatures import HEAD, suffix_of


def save_captioned(photo: Path, out: Path, caption: Caption) -> Path | None:
    """Copy the file `photo` to `out`, with `caption` in it, if that says anything.

    JPEG and PNG hold it as XMP. Others, and files too broken to take it, are copied as they
    are, and it stands in a file of the same name that ends in ``.xmp``, which is returned:
    the programs of the trade look for it there. Raises `OSError`.
    """
    with photo.open("rb") as source:
        suffix = suffix_of(source.read(HEAD))
        source.seek(0)
        if caption != Caption() and _embedded(suffix, source, out, caption):
            return None
    with photo.open("rb") as source, made_beside(out) as stream:
        shutil.copyfileobj(source, stream, 1 << 20)
    if caption == Caption():
        return None
    beside = out.with_suffix(".xmp")
    with made_beside(beside) as stream:
        stream.write(packet(caption))
    return beside


def _embedded(suffix: str | None, source: BinaryIO, out: Path, caption: Caption) -> bool:
    """Whether the copy could be made with the caption inside."""
    try:
        if suffix == ".jpg":
            said = _fitting(caption, jpeg.packet_in(source))
            return said is not None and _write(jpeg.write_with, said, source, out)
        if suffix == ".png":
            said = packet(caption, png.packet_in(source))
            return _write(png.write_with, said, source, out)
    except (jpeg.BrokenJpeg, png.BrokenPng):
        pass
    return False


def _fitting(caption: Caption, before: bytes) -> bytes | None:
    """A packet that fits into a segment: without what the file said before, if it must be."""
    made = (packet(caption, before), packet(caption))
    return next((each for each in made if len(each) <= jpeg.LONGEST), None)


def _write(
    write: Callable[[bytes, BinaryIO, BinaryIO], None], said: bytes, source: BinaryIO, out: Path
) -> bool:
    source.seek(0)
    with made_beside(out) as stream:
        write(said, source, stream)
    return True
