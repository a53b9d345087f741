"""Work off the GUI thread: one task object, cancellable, answering by signals."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from desktop_app.errors import BeilinError, Cancelled

log = logging.getLogger(__name__)


class Task(QObject):
    """A piece of work; its signals arrive on the thread that made it.

    Exactly one of `done`, `failed` and `stopped` is emitted, and none of them after
    `cancel` but `stopped`, which carries what cancelled work gave all the same, or None.
    """

    done = Signal(object)
    failed = Signal(object)  # the BeilinError, or any other exception: a bug
    stopped = Signal(object)
    progress = Signal(object)

    def __init__(self, work: Callable[[Task], Any], parent: QObject | None = None) -> None:
        """Prepare `work`, which is called with this task on a pool thread."""
        super().__init__(parent)
        self._work = work
        self._cancel = threading.Event()

    def start(self, pool: QThreadPool) -> Task:
        """Run in `pool`; returns itself."""
        pool.start(_Runner(self))
        return self

    def cancel(self) -> None:
        """Ask the work to stop; its result will not be used."""
        self._cancel.set()

    def cancelled(self) -> bool:
        """Whether the work should stop; cheap, from any thread."""
        return self._cancel.is_set()

    def run(self) -> None:
        """Do the work on this thread and say how it ended."""
        try:
            if self.cancelled():
                raise Cancelled
            result = self._work(self)
        except Cancelled:
            self.stopped.emit(None)
        except BeilinError as error:
            self._finish(self.failed, error)
        except Exception as error:
            log.exception("task failed")
            self._finish(self.failed, error)
        else:
            self._finish(self.done, result)

    def _finish(self, signal: Any, value: object) -> None:  # noqa: ANN401 (a bound signal)
        if self.cancelled():
            self.stopped.emit(None if isinstance(value, Exception) else value)
        else:
            signal.emit(value)


class _Runner(QRunnable):
    """Runs a task in a pool; holds it alive while it does."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    @Slot()
    def run(self) -> None:
        self._task.run()
