"""Photo files, each stored once under its SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop_app.files import write_atomically
from desktop_app.store.database import unwritable

# First bytes of the formats Qt shows; what is none of these is not kept as a photo.
_SIGNATURES = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
)
MAX_BYTES = 64 * 1024 * 1024  # larger files are not the photo of a news page


def suffix_of(content: bytes) -> str | None:
    """The file suffix that fits the first bytes of an image, or None for other files."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return ".webp"
    return next((end for start, end in _SIGNATURES if content.startswith(start)), None)


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
        if source.stat().st_size > MAX_BYTES:
            return None
        return self.put_content(source.read_bytes())

    def put_content(self, content: bytes) -> str | None:
        """Keep a picture and return its name here; None where it is no image.

        A copy that was cut short is mended. Raises `ArchiveError`.
        """
        suffix = suffix_of(content)
        if suffix is None:
            return None
        file = hashlib.sha256(content).hexdigest() + suffix
        path = self.path(file)
        try:
            if not path.exists() or path.stat().st_size != len(content):
                self.folder.mkdir(parents=True, exist_ok=True)
                write_atomically(path, content)
        except OSError as error:
            raise unwritable(path, error) from error
        return file

    def is_sound(self, file: str) -> bool:
        """Whether the file is there and still has the content its name says."""
        try:
            content = self.path(file).read_bytes()
        except OSError:
            return False
        return hashlib.sha256(content).hexdigest() == Path(file).stem
