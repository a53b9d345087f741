"""Whether two items of an archive show the same picture, saved in other sizes or qualities."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from desktop_app.errors import BeilinError
from desktop_app.store.photos import PhotoStore
from desktop_app.store.store import Store

_MOST = 4  # pictures of an item that are looked at
_BUDGET = 2_000  # pictures looked at in all, some 20 s: what is uncertain beyond stays so


class AlikePictures:
    """Compares the pictures of items by their likeness, each looked at once."""

    def __init__(self, folder: Path, store: Store) -> None:
        """Look at the pictures of the archive in `folder`."""
        self._photos, self._store = PhotoStore(folder / "photos"), store
        self._known: dict[str, int | None] = {}

    def __call__(self, one: int, other: int) -> bool:
        """Whether the items with these numbers have a picture in common."""
        from desktop_app.pictures.likeness import is_alike  # noqa: PLC0415 (loads the decoders)

        items = self._store.items_by_number([one, other])
        files = [[each.file for each in item.photos if each.file][:_MOST] for item in items]
        if len(files) < 2 or not all(files):
            return False
        ours, theirs = ([self._likeness(file) for file in each] for each in files)
        return any(
            first is not None and second is not None and is_alike(first, second)
            for first, second in product(ours, theirs)
        )

    def _likeness(self, file: str) -> int | None:
        """That of a photo; None for one that cannot be read, or when enough were looked at."""
        if file not in self._known and len(self._known) < _BUDGET:
            from desktop_app.pictures.likeness import likeness  # noqa: PLC0415

            try:
                self._known[file] = likeness(self._photos.path(file))
            except (BeilinError, OSError):  # damaged or missing, which `check` tells of
                self._known[file] = None
        return self._known.get(file)
