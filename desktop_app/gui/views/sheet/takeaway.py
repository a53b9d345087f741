"""Takes photos away: to the clipboard, into a folder with their captions, as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QObject, QSize, QStandardPaths, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.pace import Step
from desktop_app.gui.photo_pane.picture_file import Picture, read_overview
from desktop_app.gui.photo_pane.picture_loader import BUDGET
from desktop_app.gui.sheet_pdf import SheetPdf
from desktop_app.gui.tasks import Task
from desktop_app.i18n.catalog import Catalog
from desktop_app.prints.saving import Saved, name_of, save_photo, save_photos, saved_words
from desktop_app.sheets.sheet import Sheet, SheetPhoto

_WHOLE = QSize(
    1 << 20, 1 << 20
)  # pixels: a box no picture fills, so that it is read at its own size
_PAGE = 200  # photos read at a time

Places = Sequence[int]
Made = TypeVar("Made")


class Takeaway(QObject):
    """Does one thing at a time.

    `began` says that something is under way which may take long, `advanced` how far it is,
    `told` what came of it, `failed` why it did not.
    """

    began = Signal(object)  # Words
    advanced = Signal(object)  # Step
    told = Signal(object)  # Words
    failed = Signal(Exception)

    def __init__(self, look: Look, pool: QThreadPool, window: QWidget) -> None:
        """Work on `pool`, asking over `window`."""
        super().__init__(window)
        self._look, self._window, self._newest = look, window, Newest(pool, self)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._newest.busy

    def stop(self) -> None:
        """Give up what is under way; what is saved by then stays."""
        self._newest.stop()

    # -- the clipboard

    def copy_picture(self, photo: SheetPhoto) -> None:
        """Copy the picture itself, as large as 40 megapixels, and its caption with it.

        A program takes what it can: one for pictures the picture, one for texts the caption.
        """
        path = photo.path
        if path is None:
            self.told.emit(lambda catalog: catalog.text("The photo itself was not saved."))
            return

        def take(picture: Picture) -> None:
            both = QMimeData()
            both.setImageData(picture.image)
            both.setText(self._words(photo))
            QGuiApplication.clipboard().setMimeData(both)
            self.told.emit(lambda catalog: catalog.text("The picture is copied."))

        self._newest.run(lambda _task: read_overview(path, _WHOLE, BUDGET), take, self.failed.emit)

    def copy_caption(self, photo: SheetPhoto) -> None:
        """Copy caption, credit and date as a text."""
        QGuiApplication.clipboard().setText(self._words(photo))
        self.told.emit(lambda catalog: catalog.text("The caption is copied."))

    def _words(self, photo: SheetPhoto) -> str:
        """Caption, and below it credit and date."""
        day = self._look.catalog.date_text(photo.taken)
        below = " · ".join(part for part in (photo.credit, day) if part)
        return "\n".join(part for part in (photo.caption, below) if part)

    # -- files

    def ask_save(self, sheet: Sheet, places: Places, photo: SheetPhoto | None) -> None:
        """Ask where to, and save the photos at `places`, or the one `photo` alone."""
        catalog = self._look.catalog
        if len(places) == 1 and photo is not None:
            start = str(_pictures() / name_of(photo))
            title = catalog.text("Save the photo with its caption")
            name, _kind = QFileDialog.getSaveFileName(self._window, title, start)
            if name:
                self.save_one(photo, Path(name))
            return
        title = catalog.text("Save photos with their captions into a folder")
        name = QFileDialog.getExistingDirectory(self._window, title, str(_pictures()))
        if name:
            self.save_all(sheet, places, Path(name))

    def save_one(self, photo: SheetPhoto, out: Path) -> None:
        """Save `photo` as `out`."""

        def take(beside: bool) -> None:
            saved = Saved(1, int(beside))
            self.told.emit(lambda catalog: saved_words(catalog, saved, out))

        self._newest.run(lambda _task: save_photo(photo, out), take, self.failed.emit)

    def save_all(self, sheet: Sheet, places: Places, folder: Path) -> None:
        """Save the photos of `sheet` at `places` into `folder`."""

        def work(task: Task) -> Saved:
            told = _steps(task, len(places))
            return save_photos(_read(sheet, places), folder, told, task.cancelled)

        def take(saved: Saved) -> None:
            self.told.emit(lambda catalog: saved_words(catalog, saved, folder))

        self._run(work, take)
        self.began.emit(lambda catalog: catalog.text("Saving photos…"))

    def ask_pdf(self, sheet: Sheet, places: Places, title: str) -> None:
        """Ask where to, and write the photos at `places` as a contact sheet."""
        catalog = self._look.catalog
        start = str(_documents() / f"{catalog.text('Contact sheet')}.pdf")
        name, _kind = QFileDialog.getSaveFileName(
            self._window, catalog.text("Save the contact sheet"), start, "PDF (*.pdf)"
        )
        if name:
            out = Path(name)
            self.write_pdf(sheet, places, title, out if out.suffix else out.with_suffix(".pdf"))

    def write_pdf(self, sheet: Sheet, places: Places, title: str, out: Path) -> None:
        """Write the photos of `sheet` at `places` to the PDF file `out`."""
        catalog = self._look.catalog

        def work(task: Task) -> int:
            photos = list(_read(sheet, places))
            told = _steps(task, len(photos))
            return SheetPdf(title, catalog).write(photos, out, told, task.cancelled)

        def take(pages: int) -> None:
            self.told.emit(lambda catalog: _written(catalog, pages, out))

        self._run(work, take)
        self.began.emit(lambda catalog: catalog.text("Writing the contact sheet…"))

    def _run(self, work: Callable[[Task], Made], take: Callable[[Made], object]) -> None:
        self._newest.run(work, take, self.failed.emit).progress.connect(self._advance)

    def _advance(self, step: Step) -> None:
        self.advanced.emit(step)


def _steps(task: Task, total: int) -> Callable[[int], object]:
    """Tells how many of `total` are done, a hundred times in all."""

    def told(done: int) -> None:
        if done * 100 // total > (done - 1) * 100 // total:
            task.progress.emit(Step(done, total))

    return told


def _written(catalog: Catalog, pages: int, out: Path) -> str:
    told = catalog.plural("{count} page", "{count} pages", pages)
    return catalog.text("{pages} written to {path}", pages=told, path=out)


def _read(sheet: Sheet, places: Places) -> Iterator[SheetPhoto]:
    """The photos at `places`, read as they are wanted."""
    part = Sheet([sheet.heads[place] for place in places], sheet.shelf, sheet.path_of)
    for start in range(0, len(part), _PAGE):
        yield from (each for each in part.read(start, start + _PAGE) if each is not None)


def _pictures() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
