"""Saves photos of a sheet into a folder, each with its caption inside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.errors import BeilinError, Cancelled
from desktop_app.exporting.names import file_name
from desktop_app.i18n.catalog import Catalog
from desktop_app.messages import message
from desktop_app.pictures.captioned.saving import save_captioned
from desktop_app.prints.facts import caption_of, read_file
from desktop_app.sheets.sheet import SheetPhoto


class SavingError(BeilinError):
    """A photo cannot be saved where it was to be."""


@dataclass(frozen=True, slots=True)
class Saved:
    """How many photos were saved, how many of them have the caption beside them (``.xmp``).

    `absent` are those whose file was not saved in the archive, or is missing.
    """

    photos: int = 0
    beside: int = 0
    absent: int = 0


def save_photo(photo: SheetPhoto, out: Path) -> bool:
    """Save `photo` as `out`; whether its caption stands beside it, in a file of its own.

    Raises `SavingError`.
    """
    if photo.path is None or not photo.path.is_file():
        raise SavingError(message("The photo itself was not saved."))
    try:
        return save_captioned(photo.path, out, caption_of(photo, read_file(photo))) is not None
    except OSError as error:
        raise _cannot(out, error) from error


def save_photos(
    photos: Iterable[SheetPhoto],
    folder: Path,
    told: Callable[[int], object] = lambda _done: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Saved:
    """Save `photos` into `folder`, made where it is missing, by the names `name_of` gives.

    Files of those names are written anew; all others are left alone. `told` is called with
    how many have been looked at. Raises `SavingError`, `Cancelled`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot(folder, error) from error
    saved = Saved()
    for number, photo in enumerate(photos, 1):
        if cancelled():
            raise Cancelled
        if photo.path is None or not photo.path.is_file():
            saved = replace(saved, absent=saved.absent + 1)
        else:
            beside = save_photo(photo, folder / name_of(photo))
            saved = replace(saved, photos=saved.photos + 1, beside=saved.beside + beside)
        told(number)
    return saved


def name_of(photo: SheetPhoto) -> str:
    """The name of a copy: that of its item, and its number there from 1."""
    suffix = photo.path.suffix if photo.path else ""
    return f"{file_name(photo.item_id)}-{photo.index + 1}{suffix}"


def saved_words(catalog: Catalog, saved: Saved, folder: Path) -> str:
    """What became of the photos that were to be saved."""
    told = catalog.plural("{count} photo", "{count} photos", saved.photos)
    words = catalog.text("{photos} saved in {path}", photos=told, path=folder)
    if saved.beside:
        words += " · " + catalog.plural(
            "{count} with its caption beside it (.xmp)",
            "{count} with the caption beside it (.xmp)",
            saved.beside,
        )
    if saved.absent:
        words += " · " + catalog.plural(
            "{count} was not saved in the archive",
            "{count} were not saved in the archive",
            saved.absent,
        )
    return words


def _cannot(path: Path, error: OSError) -> SavingError:
    return SavingError(
        message(
            "{path} cannot be written ({reason}); choose another folder, or make room there",
            path=path,
            reason=error.strerror or error,
        )
    )
