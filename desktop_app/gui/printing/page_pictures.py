"""The photos of the pages in view, decoded off the window's thread."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from desktop_app.gui.printing.pdf import picture
from desktop_app.gui.tasks import Task

_KEPT = 24  # pictures


class PagePictures(QObject):
    """Has what is asked for decoded; `ready` says that there is more than there was."""

    ready = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        """Decode on `pool`."""
        super().__init__(parent)
        self._pool = pool
        self._kept: OrderedDict[tuple[Path, int], QImage] = OrderedDict()
        self._tasks: dict[tuple[Path, int], Task] = {}

    @property
    def busy(self) -> bool:
        """Whether a picture is on its way."""
        return bool(self._tasks)

    def picture(self, path: Path, width: int) -> QImage | None:
        """The photo in `path`, `width` pixels wide; None until it is decoded."""
        key = (path, width)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._tasks:
            task = self._tasks[key] = Task(lambda _task: picture(path, width), self)
            task.done.connect(lambda image: self._arrived(key, image))
            task.failed.connect(lambda _bug: self._arrived(key, QImage()))
            task.start(self._pool)
        return None

    def stop(self) -> None:
        """Give up what is on its way."""
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()

    def _arrived(self, key: tuple[Path, int], image: QImage) -> None:
        if self._tasks.pop(key, None) is not None:
            self._kept[key] = image
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            self.ready.emit()
