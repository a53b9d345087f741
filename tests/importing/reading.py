"""What the tests of the formats share: read a file with one, and make a small page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop_app.importing.photos import found_photos
from desktop_app.importing.raw import (
    Failed,
    Format,
    Found,
    Later,
    NoPictures,
    Pictures,
    RawItem,
    Skipped,
)

# The smallest PNG there is: one pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


def read(format_: Format, path: Path) -> list[Found]:
    """All that `format_` finds in the file at `path`, slow pieces read and photos found."""
    return [
        replace(each, photos=found_photos(each.photos, pictures))
        if isinstance(each, RawItem)
        else each
        for piece in format_.read(path, lambda _done: None)
        for each, pictures in _read(piece)
    ]


def _read(piece: Found | Later) -> list[tuple[Found, Pictures]]:
    if isinstance(piece, Later):
        return [(each, piece.pictures) for each in piece.work()]
    return [(piece, NoPictures())]


def read_items(format_: Format, path: Path) -> list[RawItem]:
    """The items; fails where the file holds anything else."""
    found = read(format_, path)
    assert not [piece for piece in found if isinstance(piece, (Skipped, Failed))]
    return [piece for piece in found if isinstance(piece, RawItem)]


def read_one(format_: Format, path: Path) -> RawItem:
    """The one item of a file."""
    (item,) = read_items(format_, path)
    return item
