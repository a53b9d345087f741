"""All that is known of a photo, each fact with its name: from the archive and from its file."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.i18n.catalog import Catalog
from desktop_app.importing.photographs.facts import read_facts
from desktop_app.importing.photographs.words import Words
from desktop_app.pictures.camera import Camera, read_camera
from desktop_app.pictures.captioned.packet import Caption
from desktop_app.pictures.faults import PictureError
from desktop_app.sheets.sheet import SheetPhoto

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """What the file of a photo says, and its size in bytes; `camera` is None for a broken one."""

    words: Words = field(default_factory=Words)
    camera: Camera | None = None
    size: int = 0


def read_file(photo: SheetPhoto) -> PhotoFile:
    """Read what the file of `photo` says; nothing where it was not saved, or is gone or broken."""
    if photo.path is None:
        return PhotoFile()
    try:
        size = photo.path.stat().st_size
        return PhotoFile(read_facts(photo.path).words, read_camera(photo.path), size)
    except PictureError:
        return PhotoFile(size=size)
    except OSError:
        return PhotoFile()


def caption_of(photo: SheetPhoto, file: PhotoFile) -> Caption:
    """What goes with a copy of `photo`: the archive's words first, its file's where it has none."""
    return Caption(
        description=photo.caption or file.words.caption,
        creator=file.words.byline,
        credit=photo.credit or file.words.credit,
        source=photo.source or file.words.source,
        place=file.words.place,
        taken=photo.taken or file.words.taken,
    )


def photo_facts(catalog: Catalog, photo: SheetPhoto, file: PhotoFile) -> list[Fact]:
    """The facts of a photo as (name, value), none empty, in the language of `catalog`."""
    text, camera = catalog.text, file.camera
    said = caption_of(photo, file)
    facts = [
        (text("Caption"), said.description),
        (text("Byline"), said.creator),
        (text("Credit"), said.credit),
        (text("Place"), said.place),
        (text("Taken on"), _moment(catalog, said.taken)),
        (text("Item"), photo.item_title),
        (text("Date of the item"), catalog.date_text(photo.day)),
        (text("Source"), said.source),
        (text("Copyright"), file.words.copyright),
        (text("Camera"), camera.name if camera else ""),
        (text("Lens"), camera.lens if camera else ""),
        (text("Exposure"), camera.exposure if camera else ""),
        (text("GPS"), camera.place if camera else ""),
        (text("Pixels"), _pixels(catalog, camera) if camera else ""),
        (text("File size"), catalog.size(file.size) if file.size else ""),
        (text("File name"), photo.path.name if photo.path else ""),
        (text("SHA-256"), photo.path.stem if photo.path else ""),
    ]
    return [(name, value) for name, value in facts if value]


def photo_to_json(photo: SheetPhoto, file: PhotoFile) -> dict[str, object]:
    """The shape of one photo of ``beilin photos --json``."""
    said, camera = caption_of(photo, file), file.camera
    return {
        "file": photo.path.name if photo.path else None,
        "caption": said.description,
        "byline": said.creator,
        "credit": said.credit,
        "place": said.place,
        "taken": said.taken,
        "item": photo.item_id,
        "title": photo.item_title,
        "date": photo.day or None,
        "source": photo.source,
        "number": photo.index + 1,
        "camera": camera.name if camera else "",
        "lens": camera.lens if camera else "",
        "exposure": camera.exposure if camera else "",
        "latitude": camera.latitude if camera else None,
        "longitude": camera.longitude if camera else None,
        "width": camera.width if camera else None,
        "height": camera.height if camera else None,
        "bytes": file.size or None,
    }


def _pixels(catalog: Catalog, camera: Camera) -> str:
    return f"{catalog.number(camera.width)} × {catalog.number(camera.height)}"


def _moment(catalog: Catalog, taken: str) -> str:
    """A day, with the time of day as the camera's clock had it."""
    day, time = catalog.date_text(taken), taken[11:16]
    if day == taken or len(time) != 5:
        return day
    return catalog.text("{day}, {time}", day=day, time=time)
