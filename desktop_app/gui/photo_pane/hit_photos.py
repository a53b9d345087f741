"""Reads the photos of hits piece by piece, off the GUI thread, as far as they are wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop_app.gui.photo_pane.photo_list import PhotoList
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.tasks import Task

# Given the place of a hit and a number of hits, the photos of those hits.
Provider = Callable[[int, int], list[ShownPhoto]]

_FIRST = 60  # hits read at first: about one screen of photos where each has one
_MOST = 500
# Hits without a single photo after which reading waits to be told to go on: an archive
# of text alone is not read through for nothing.
_PATIENCE = 3000


class HitPhotos(QObject):
    """Fills a `PhotoList` from the hits of a query.

    `progress` follows each piece; `paused` says that so many hits had no photo that
    reading stopped, `error` what went wrong.
    """

    progress = Signal()

    def __init__(
        self,
        provider: Provider,
        total: int,
        pool: QThreadPool,
        parent: QObject | None = None,
    ) -> None:
        """Read up to `total` hits through `provider`, on `pool`."""
        super().__init__(parent)
        self.photos = PhotoList(complete=total == 0, parent=self)
        self.total = total
        self.looked = 0
        self.paused = False
        self.error: Exception | None = None
        self._provider = provider
        self._pool = pool
        self._size = _FIRST
        self._barren = 0  # hits since the last that had a photo
        self._task: Task | None = None
        self.photos.more_wanted.connect(self.read)

    @property
    def busy(self) -> bool:
        """Whether hits are being read."""
        return self._task is not None

    def read(self) -> None:
        """Read the next piece, unless one is under way or reading is paused."""
        if self._task is not None or self.paused or self.photos.complete:
            return
        provider, start = self._provider, self.looked
        count = min(self._size, self.total - start)

        def work(_task: Task) -> list[ShownPhoto]:
            return provider(start, count)

        task = self._task = Task(work, self)
        task.done.connect(lambda photos: self._take(task, count, photos))
        task.failed.connect(lambda error: self._fail(task, error))
        task.start(self._pool)

    def read_on(self) -> None:
        """Go on after a pause."""
        self.paused, self._barren = False, 0
        self.read()

    def stop(self) -> None:
        """Read no more, ever."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.photos.complete = True

    def _take(self, task: Task, count: int, photos: list[ShownPhoto]) -> None:
        if task is not self._task:
            return
        self._task = None
        self.looked += count
        self._barren = 0 if photos else self._barren + count
        self._size = _FIRST if photos else min(self._size * 2, _MOST)
        self.paused = self._barren >= _PATIENCE and self.looked < self.total
        self.photos.append(photos)
        if self.looked >= self.total:
            self.photos.finish()
        self.progress.emit()

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.error = error
            self.photos.finish()
            self.progress.emit()
