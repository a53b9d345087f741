"""Photo files, each stored once under its SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from desktop_app.files import copy_atomically, write_atomically
from desktop_app.pictures.faults import MAX_BYTES
from desktop_app.pictures.signatures import HEAD, suffix_of
from desktop_app.store.database import unwritable


class PhotoStore:
    """The `photos/` folder of an archive."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which is made when the first photo comes."""
        self.folder = folder

    def path(self, file: str) -> Path:
        """Where the photo called `file` lies; a name never leads out of the folder."""
        return self.folder / Path(file).name

    def put(self, source: Path) -> str | None:
        """Copy `source` in and return its name here; None where it is no image.

        Raises `OSError` where it cannot be read, `ArchiveError` where it cannot be kept.
        """
        with source.open("rb") as stream:
            suffix = suffix_of(stream.read(HEAD))
            size = source.stat().st_size
            if suffix is None or size > MAX_BYTES:
                return None
            stream.seek(0)
            file = _sha256(stream) + suffix
        self._keep(file, size, lambda path: copy_atomically(source, path))
        return file

    def put_content(self, content: bytes) -> str | None:
        """Keep a picture and return its name here; None where it is no image.

        Raises `ArchiveError`.
        """
        suffix = suffix_of(content[:HEAD])
        if suffix is None:
            return None
        file = hashlib.sha256(content).hexdigest() + suffix
        self._keep(file, len(content), lambda path: write_atomically(path, content))
        return file

    def _keep(self, file: str, size: int, write: Callable[[Path], None]) -> None:
        """Have `write` make the file unless it is there; one cut short is mended."""
        path = self.path(file)
        try:
            if not path.exists() or path.stat().st_size != size:
                self.folder.mkdir(parents=True, exist_ok=True)
                write(path)
        except OSError as error:
            raise unwritable(path, error) from error

    def is_sound(self, file: str) -> bool:
        """Whether the file is there and still has the content its name says."""
        try:
            with self.path(file).open("rb") as stream:
                return _sha256(stream) == Path(file).stem
        except OSError:
            return False


def _sha256(stream: BinaryIO) -> str:
    """The hash of what is left in `stream`, a mebibyte at a time."""
    digest = hashlib.sha256()
    while part := stream.read(1 << 20):
        digest.update(part)
    return digest.hexdigest()
