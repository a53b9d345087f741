"""Pictures as pages can show them: JPEG beside photos of kinds that few programs know.

The original goes along in every case, and is what comes back.
"""

from __future__ import annotations

import logging
from io import BytesIO
from pathlib import Path

from desktop_app.exporting.export import Export
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
            (self._folder / name).write_bytes(_jpeg(self._export.photo(file)))
        except PictureError as error:
            log.warning("%s", error)
            return None
        return name

    @staticmethod
    def name(file: str) -> str | None:
        """What the rendition of `file` is called; None for photos that need none."""
        path = Path(file)
        return f"{path.stem}.shown.jpg" if path.suffix in _UNKNOWN else None

    def path(self, name: str) -> Path:
        """Where the rendition called `name` lies."""
        return self._folder / name


def _jpeg(photo: Path) -> bytes:
    """The picture as JPEG on white; raises `PictureError`. Pillow takes long to load."""
    from PIL import Image  # noqa: PLC0415

    from desktop_app.pictures.decoding import decode  # noqa: PLC0415

    picture, content = decode(photo, _BOX), BytesIO()
    size = (picture.width, picture.height)
    image = Image.frombytes("RGBA", size, picture.content)
    ground = Image.new("RGB", size, "white")
    ground.paste(image, mask=None if picture.opaque else image.getchannel("A"))
    ground.save(content, "JPEG", quality=88)
    return content.getvalue()
