"""What is known of a photo from its own file: words, day, camera, size, how it lies."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PIL import Image

from desktop_app.importing.photographs.exif import changed_on, read_exif
from desktop_app.importing.photographs.iim import Iim, read_iim
from desktop_app.importing.photographs.words import Words, words_of
from desktop_app.importing.photographs.xmp import read_xmp
from desktop_app.pictures.opening import opened

log = logging.getLogger(__name__)

Read = TypeVar("Read")

_ORIENTATION = 0x0112
_TEXTS = (
    "caption",
    "headline",
    "title",
    "byline",
    "credit",
    "source",
    "copyright",
    "usage",
    "place",
)


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """A photo's words, its stored size in pixels and its EXIF orientation (1 to 8)."""

    words: Words
    width: int
    height: int
    orientation: int

    @property
    def is_captioned(self) -> bool:
        """Whether the file knows anything of itself."""
        return self.words != Words()


def read_facts(path: Path) -> PhotoFacts:
    """What the photo at `path` says; its pixels are not decoded. Raises `PictureError`."""
    with opened(path) as image:
        orientation = _unless_damaged(_orientation, image, 1)
        return PhotoFacts(_words(image), *image.size, orientation)


def _orientation(image: Image.Image) -> int:
    found = image.getexif().get(_ORIENTATION)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _words(image: Image.Image) -> Words:
    """XMP before IIM, unless that is newer, before EXIF; the longer of a text and its beginning.

    IIM cuts most fields after 32 bytes. The day is EXIF's before the others', which editors
    may have entered; the day a file was written is the last resort.
    """
    exif = _unless_damaged(read_exif, image, Words())
    xmp = _unless_damaged(read_xmp, image, Words())
    iim = _unless_damaged(read_iim, image, Iim(Words(), newest=False))
    first = (iim.words, xmp) if iim.newest else (xmp, iim.words)
    ranked = (*first, exif, _chunks(image))
    best = {name: _best([getattr(words, name) for words in ranked]) for name in _TEXTS}
    keywords = next((words.keywords for words in ranked if words.keywords), ())
    taken = exif.taken or xmp.taken or iim.words.taken or _unless_damaged(changed_on, image, "")
    camera = exif.camera or xmp.camera
    return Words(**best, keywords=_each_once(keywords), taken=taken, camera=camera)


def _chunks(image: Image.Image) -> Words:
    """The text chunks of a PNG (PNG specification, third edition, section 11.3.3)."""
    if image.format != "PNG":
        return Words()
    said = {name: words_of(image.info.get(name)) for name in ("Description", "Title", "Author")}
    rights = words_of(image.info.get("Copyright"))
    return Words(said["Description"], "", said["Title"], said["Author"], copyright=rights)


def _unless_damaged(read: Callable[[Image.Image], Read], image: Image.Image, nothing: Read) -> Read:
    """What `read` finds; `nothing` where that part is damaged, for the others are not."""
    try:
        return read(image)
    except Exception as error:  # Pillow raises nearly every kind over damaged tags
        log.info("%s: %r", read.__name__, error)
        return nothing


def _best(values: Iterable[str]) -> str:
    """The first value that says something, or a later one that it is the beginning of."""
    said = [word for value in values if (word := words_of(value))]
    longer = (each for each in said if each.startswith(said[0]))
    return max(longer, key=len) if said else ""


def _each_once(keywords: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for each in keywords if (word := words_of(each))))
