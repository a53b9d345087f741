"""Finding the pictures that photos refer to, once their page has been read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from desktop_app.importing.pictures import local_picture
from desktop_app.importing.raw import Pictures, RawPhoto

_MAX_PHOTOS = 300  # of one item


@dataclass(frozen=True, slots=True)
class LocalPictures:
    """Pictures in files beside a `page`; with `site`, in the folders of its site's source."""

    page: Path
    site: bool = False

    def find(self, reference: str) -> Path | bytes | None:
        """The file `reference` leads to, where the page may name it."""
        return local_picture(self.page, reference, self.site)


def found_photos(photos: Iterable[RawPhoto], pictures: Pictures) -> tuple[RawPhoto, ...]:
    """The photos with their pictures, each picture once.

    One that is not found keeps its caption; without any it is dropped. Photos that their
    format has found itself stay as they are.
    """
    photos = tuple(photos)
    if not any(photo.references or photo.content for photo in photos):
        return photos
    return tuple(islice(_once(_found(photo, pictures) for photo in photos), _MAX_PHOTOS))


def _found(photo: RawPhoto, pictures: Pictures) -> RawPhoto:
    if photo.path is not None or not (photo.references or photo.alt):
        return photo
    found = next((f for each in photo.references if (f := pictures.find(each))), None)
    path = found if isinstance(found, Path) else None
    content = found if isinstance(found, bytes) else b"" if path else photo.content
    caption = photo.caption or (photo.alt if path or content else "")
    return replace(photo, path=path, content=content, caption=caption, references=(), alt="")


def _once(photos: Iterable[RawPhoto]) -> Iterator[RawPhoto]:
    seen: set[tuple[Path | bytes | None, str]] = set()
    for photo in photos:
        picture = photo.path or photo.content or None
        key = (picture, "" if picture else photo.caption)
        if photo.exact or (key != (None, "") and key not in seen):
            seen.add(key)
            yield photo
