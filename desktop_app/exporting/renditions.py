"""Pictures as pages can show them: JPEG beside photos of kinds that few programs know.

The original goes along in every case, and is what comes back.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PIL import Image

from desktop_app.exporting.export import Export
from desktop_app.pictures.decoding import decode
from desktop_app.pictures.faults import PictureError

_UNKNOWN = (".heic", ".avif", ".tif")  # to e-readers (EPUB 3.3, section 3.2) or browsers
_BOX = (2400, 2400)  # pixels

log = logging.getLogger(__name__)


class Renditions:
    """Makes them when they are asked for, each once, in a folder that is there meanwhile."""

    def __init__(self, export: Export, folder: Path) -> None:
        """Put them into `folder`."""
        self._export = export
        self._folder = folder

    def shown(self, file: str) -> str | None:
        """What a page shows of the photo `file`: itself, a rendition, or nothing."""
        name = self.name(file)
        if name is None or (self._folder / name).exists():
            return name or file
        try:
            picture = decode(self._export.photo(file), _BOX)
        except PictureError as error:
            log.warning("%s", error)
            return None
        size = (picture.width, picture.height)
        image = Image.frombytes("RGBA", size, picture.content)
        ground = Image.new("RGB", size, "white")
        ground.paste(image, mask=None if picture.opaque else image.getchannel("A"))
        ground.save(self._folder / name, "JPEG", quality=88)
        return name

    @staticmethod
    def name(file: str) -> str | None:
        """What the rendition of `file` is called; None for photos that need none."""
        path = Path(file)
        return f"{path.stem}.shown.jpg" if path.suffix in _UNKNOWN else None

    def path(self, name: str) -> Path:
        """Where the rendition called `name` lies."""
        return self._folder / name
