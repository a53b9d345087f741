"""The pictures of an item: measured at once, decoded off the GUI thread when needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QThreadPool, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop_app.errors import Cancelled
from desktop_app.gui.photo_pane.picture_file import read_thumbnail, upright_size
from desktop_app.gui.tasks import Task
from desktop_app.items import Item
from desktop_app.pictures.faults import PictureError

_NO_LIMIT = 1 << 20  # pixels of height
_TALLEST = 1.15  # of the column's width
_TOO_LARGE = 2.0  # a picture this many times wider than shown is decoded anew


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a task brings: the picture of photo `photo` of the item shown `generation`th."""

    generation: int
    photo: int
    width: int
    image: QImage


class PhotoImages(QObject):
    """Keeps the pictures of the item shown; `ready` carries a photo's number and pixmap."""

    ready = Signal(int, QPixmap)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without an item."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._generation = 0
        self._paths: dict[int, Path] = {}
        self._natural: dict[int, QSize] = {}
        self._widths: dict[int, int] = {}  # pixels of what is decoded or on its way
        self._tasks: set[Task] = set()

    def show_item(self, item: Item | None, photo_path: Callable[[str], Path]) -> None:
        """Measure the photos of `item`; what is not a picture has no size."""
        self._generation += 1
        for task in self._tasks:
            task.cancel()
        photos = enumerate(item.photos if item else ())
        self._paths = {n: photo_path(photo.file) for n, photo in photos if photo.file}
        sizes = {number: natural_size(path) for number, path in self._paths.items()}
        self._natural = {number: size for number, size in sizes.items() if not size.isEmpty()}
        self._widths = {}

    def shown(self, count: int) -> list[bool]:
        """Of each of the first `count` photos, whether there is a picture to show."""
        return [number in self._natural for number in range(count)]

    def sizes(self, column: int) -> dict[int, QSize]:
        """How large each photo is shown in a column `column` pixels wide."""
        return {number: fitted(size, column) for number, size in self._natural.items()}

    def want(self, photos: Iterable[int], column: int, ratio: float) -> None:
        """Have `photos` decoded for that column, `ratio` device pixels to a pixel."""
        for number in photos:
            shown = fitted(self._natural[number], column)
            width = min(round(shown.width() * ratio), self._natural[number].width())
            have = self._widths.get(number, 0)
            if have < width or have > width * _TOO_LARGE:
                self._widths[number] = width
                self._decode(number, width)

    @property
    def busy(self) -> bool:
        """Whether pictures are on their way."""
        return bool(self._tasks)

    def stop(self) -> None:
        """Give up what is being decoded and wait for the thread to end."""
        for task in self._tasks:
            task.cancel()
        self._pool.waitForDone()

    def _decode(self, number: int, width: int) -> None:
        path, generation = self._paths[number], self._generation

        def work(task: Task) -> Decoded:
            if task.cancelled():
                raise Cancelled
            return Decoded(generation, number, width, decode(path, width))

        task = Task(work, self)
        self._tasks.add(task)
        task.done.connect(self._arrived)
        for ending in (task.done, task.failed, task.stopped):
            ending.connect(lambda _value: self._tasks.discard(task))
        task.start(self._pool)

    def _arrived(self, decoded: Decoded) -> None:
        current = (decoded.generation, decoded.width)
        wanted = current == (self._generation, self._widths.get(decoded.photo))
        if wanted and not decoded.image.isNull():
            self.ready.emit(decoded.photo, QPixmap.fromImage(decoded.image))


def natural_size(path: Path) -> QSize:
    """The pixels of a picture as it stands upright; an empty size where it is none."""
    try:
        return upright_size(path)
    except PictureError:
        return QSize()


def fitted(natural: QSize, column: int) -> QSize:
    """`natural` made to fit the column, never larger than it is."""
    tallest = round(column * _TALLEST)
    scale = min(1.0, column / natural.width(), tallest / natural.height())
    return QSize(max(1, round(natural.width() * scale)), max(1, round(natural.height() * scale)))


def decode(path: Path, width: int) -> QImage:
    """The picture in the file `path`, upright, in sRGB, at most `width` pixels wide.

    A null image where it cannot be read.
    """
    try:
        return read_thumbnail(path, QSize(width, _NO_LIMIT))
    except PictureError:  # an ordinary thing in an archive: its caption stays
        return QImage()
