"""Loads large pictures one at a time, off the GUI thread; the newest wish counts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSize, QThreadPool, Signal

from desktop_app.gui.photo_pane.picture_file import Picture, read_overview, read_region
from desktop_app.gui.tasks import Task

# Pixels held of one picture at a time: 160 MB. What is finer is read region by region.
BUDGET = 40_000_000


@dataclass(frozen=True)
class Wish:
    """A picture to load: all of it for a screen of `box` pixels, or a `region` at `level`."""

    path: Path
    box: QSize | None = None
    level: int = 0
    region: QRect | None = None

    def read(self) -> Picture:
        """Load it on this thread; raises `PictureError`."""
        if self.box is not None:
            return read_overview(self.path, self.box, BUDGET)
        return read_region(self.path, self.level, self.region or QRect())


class PictureLoader(QObject):
    """Loads a `Wish`; one that is superseded before it starts is never read."""

    loaded = Signal(object, object)  # the Wish and its Picture
    failed = Signal(object, object)  # the Wish and the exception

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        """Load on `pool`, one picture at a time: a decoder cannot be stopped half-way."""
        super().__init__(parent)
        self._pool = pool
        self._next: Wish | None = None
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether a picture is being loaded."""
        return self._task is not None

    def load(self, wish: Wish) -> None:
        """Load `wish`, and nothing that was asked for before it."""
        if self._task is not None:
            self._task.cancel()
        self._next = wish
        self._start()

    def stop(self) -> None:
        """Give up what is asked for."""
        self._next = None
        if self._task is not None:
            self._task.cancel()

    def _start(self) -> None:
        wish = self._next
        if self._task is not None or wish is None:
            return
        self._next = None
        task = self._task = Task(lambda _task: wish.read(), self)
        task.done.connect(lambda picture: self._end(task, self.loaded, wish, picture))
        task.failed.connect(lambda error: self._end(task, self.failed, wish, error))
        task.stopped.connect(lambda _value: self._end(task, None, wish, None))
        task.start(self._pool)

    def _end(self, task: Task, signal: object, wish: Wish, value: object) -> None:
        self._task = None
        if signal is not None:
            signal.emit(wish, value)  # type: ignore[attr-defined]
        self._start()
