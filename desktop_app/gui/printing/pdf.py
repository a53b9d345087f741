"""A print as a PDF file: faces embedded, text that can be searched, links that lead on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QSize
from PySide6.QtGui import QImage, QPageLayout, QPainter, QPdfWriter

from desktop_app import __version__
from desktop_app.errors import ArchiveError, Cancelled
from desktop_app.gui.photo_pane.picture_file import read_thumbnail
from desktop_app.gui.printing.composition import Composition
from desktop_app.gui.printing.searchable import make_searchable
from desktop_app.i18n.catalog import Catalog
from desktop_app.messages import message
from desktop_app.pictures.faults import PictureError

_RESOLUTION = 600  # dots an inch
_NO_LIMIT = 1 << 20  # pixels of height

Progress = Callable[[int, int], object]  # pages written, of how many


def write_pdf(
    composition: Composition,
    path: Path,
    title: str,
    catalog: Catalog,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    """Write all pages to `path`; what was there before stays until all is written.

    Runs on any thread. Raises `Cancelled`, and `ArchiveError` where it cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        _write(composition, part, title, catalog, progress, cancelled)
        make_searchable(part, composition.text)
        part.replace(path)
    except OSError as error:
        raise cannot_write(path) from error
    finally:
        part.unlink(missing_ok=True)


def cannot_write(path: Path) -> ArchiveError:
    """What to say where there can be no file."""
    return ArchiveError(
        message("{path} cannot be written; name a file in a folder you may write to", path=path)
    )


def _write(
    composition: Composition,
    path: Path,
    title: str,
    catalog: Catalog,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise cannot_write(path.with_suffix(""))
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setCreator(f"Beilin {__version__}")
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(
        QPageLayout(
            composition.choices.page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
    )
    painter = QPainter(writer)
    try:
        for page in range(composition.count):
            if cancelled():
                raise Cancelled
            if page:
                writer.newPage()
            painter.save()
            painter.scale(_RESOLUTION / 72, _RESOLUTION / 72)
            composition.paint(painter, page, catalog, picture)
            painter.restore()
            progress(page + 1, composition.count)
    finally:
        painter.end()
        file.close()


def picture(path: Path, width: int) -> QImage:
    """The photo in the file `path`, at most `width` pixels wide; a null image for none."""
    try:
        return read_thumbnail(path, QSize(width, _NO_LIMIT))
    except PictureError:  # an ordinary thing in an archive: its caption stays
        return QImage()
