"""Small pictures of photo files, made off the GUI thread and kept while memory allows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen, QPixmap

from desktop_app.gui.photo_pane.picture_file import read_thumbnail
from desktop_app.gui.tasks import Task
from desktop_app.pictures.faults import PictureError

_BYTES_KEPT = 64 * 1024 * 1024
_WAITING = 400  # more than a large screen of small thumbnails; older requests have scrolled away
_BROKEN_INK = "#8a8378"  # stands out from paper and from stone alike

Key = tuple[Path, int, int]
Read = Callable[[Path, QSize], QImage]
"""Gives a picture scaled to fit in so many pixels; raises `PictureError`."""


class ThumbnailLoader(QObject):
    """Gives thumbnails; what is not here yet is loaded, newest request first.

    `loaded` says that some have come: whoever draws asks again then. A picture that
    cannot be read is a placeholder from then on and is not tried again.
    """

    loaded = Signal()

    def __init__(
        self, pool: QThreadPool, parent: QObject | None = None, read: Read = read_thumbnail
    ) -> None:
        """Load on `pool`, on all its threads but one: a search never waits for photos.

        `read` makes a thumbnail, on those threads.
        """
        super().__init__(parent)
        self._pool, self._read = pool, read
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._waiting: dict[Key, int] = {}  # to the burst it was last asked for in
        self._under_way: dict[Key, Task] = {}
        self._burst = 0
        self._start = QTimer(self, singleShot=True, interval=0)
        self._start.timeout.connect(self._end_burst)

    def thumbnail(self, path: Path, size: QSize | int) -> QPixmap | None:
        """The picture in `path`, fitted into `size` (logical pixels) and never enlarged.

        None while it is being loaded; `loaded` follows. The pixmap is as fine as the
        finest screen.
        """
        box = QSize(size, size) if isinstance(size, int) else size
        ratio = _ratio()
        key = (path, round(box.width() * ratio), round(box.height() * ratio))
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        self._ask(key)
        return None

    @property
    def busy(self) -> bool:
        """Whether thumbnails are being loaded."""
        return bool(self._under_way or self._waiting)

    def clear(self) -> None:
        """Forget all pictures, the broken ones too, as when the files may have changed."""
        for task in self._under_way.values():
            task.cancel()
        self._under_way.clear()
        self._waiting.clear()
        self._kept.clear()
        self._bytes = 0

    def forget_waiting(self) -> None:
        """Give up what has not begun yet: it has been scrolled away. What is seen asks again."""
        self._waiting.clear()

    def _ask(self, key: Key) -> None:
        """Put `key` first in the queue, beside what else this paint asks for."""
        if key in self._under_way:
            return
        self._waiting.pop(key, None)
        self._waiting[key] = self._burst
        while len(self._waiting) > _WAITING:
            del self._waiting[next(iter(self._waiting))]
        self._start.start()

    def _end_burst(self) -> None:
        self._burst += 1
        self._start_next()

    def _start_next(self) -> None:
        """Start as many as may run: the newest burst first, its pictures from the top."""
        while self._waiting and len(self._under_way) < max(1, self._pool.maxThreadCount() - 1):
            newest = max(self._waiting.values())
            key = next(key for key, burst in self._waiting.items() if burst == newest)
            del self._waiting[key]
            self._load(key)

    def _load(self, key: Key) -> None:
        path, width, height = key

        def load(_task: Task) -> QImage | None:
            try:
                return self._read(path, QSize(width, height))
            except PictureError:
                return None  # an ordinary thing in an archive: no failure, no log

        task = self._under_way[key] = Task(load, self)
        task.done.connect(lambda image: self._loaded(task, key, image))
        task.failed.connect(lambda _error: self._loaded(task, key, None))
        task.start(self._pool)

    def _loaded(self, task: Task, key: Key, image: QImage | None) -> None:
        if self._under_way.get(key) is not task:
            return  # of before `clear`
        del self._under_way[key]
        size = QSize(key[1], key[2])
        pixmap = QPixmap.fromImage(image) if image is not None else _placeholder(size)
        pixmap.setDevicePixelRatio(_ratio())
        self._keep(key, pixmap)
        self._start_next()
        self.loaded.emit()

    def _keep(self, key: Key, pixmap: QPixmap) -> None:
        self._kept[key] = pixmap
        self._bytes += _bytes_of(pixmap)
        while self._bytes > _BYTES_KEPT and len(self._kept) > 1:
            _oldest, dropped = self._kept.popitem(last=False)
            self._bytes -= _bytes_of(dropped)


def _ratio() -> float:
    """Pixels of the finest screen a logical pixel."""
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def _bytes_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * max(pixmap.depth(), 8) // 8


def _placeholder(box: QSize) -> QPixmap:
    """A crossed-out frame, for a picture that cannot be read."""
    side = max(min(box.width(), box.height()) // 2, 8)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(_BROKEN_INK), max(side / 20, 1.5)))
    frame = QRect(QPoint(0, 0), pixmap.size()).adjusted(2, 2, -3, -3)
    painter.drawRect(frame)
    painter.drawLine(frame.topLeft(), frame.bottomRight())
    painter.drawLine(frame.topRight(), frame.bottomLeft())
    painter.end()
    return pixmap
