"""What is wrong in an archive's truth: its store and its photos."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.messages import Message, message
from desktop_app.store.photos import PhotoStore
from desktop_app.store.store import Store


def store_problems(store: Store, photos: PhotoStore) -> Iterator[Message]:
    """Yield the faults of the database, then the photos that are missing or damaged."""
    for fault in store.faults():
        yield message("items.db is damaged: {reason}", reason=fault)
    for file in store.photo_files():
        if not photos.is_sound(file):
            yield message("photos/{file} is missing or damaged", file=file)
