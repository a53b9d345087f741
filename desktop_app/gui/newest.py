"""One piece of work at a time: the newest, older ones being given up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool

from desktop_app.gui.tasks import Task

Made = TypeVar("Made")


class Newest(QObject):
    """Runs work on a pool; what is cancelled or overtaken never answers."""

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        """Run on `pool`."""
        super().__init__(parent)
        self._pool = pool
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether work is under way that is still wanted."""
        return self._task is not None

    def run(
        self,
        work: Callable[[Task], Made],
        done: Callable[[Made], object],
        failed: Callable[[Exception], object],
        priority: int = 0,
    ) -> Task:
        """Do `work` in place of what is under way; then call `done` or `failed`."""
        self.stop()
        task = self._task = Task(work, self)

        def end(tell: Callable[..., object], value: object) -> None:
            if self._task is task:
                self._task = None
                tell(value)

        task.done.connect(lambda made: end(done, made))
        task.failed.connect(lambda error: end(failed, error))
        task.stopped.connect(lambda _made: end(lambda _value: None, None))
        return task.start(self._pool, priority)

    def stop(self) -> None:
        """Give up what is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
