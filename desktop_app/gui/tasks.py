"""Work off the GUI thread: one task object, cancellable, that answers on the GUI thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from desktop_app.errors import BeilinError, Cancelled

log = logging.getLogger(__name__)


class Ending:
    """One way a task can end: whom to call then.

    Plain calls on the GUI thread, not Qt signals: a lambda connected to a signal of an
    object that dies soon after crashed PySide6 6.11.
    """

    def __init__(self) -> None:
        """Call nobody yet."""
        self._slots: list[Callable[[Any], object]] = []

    def connect(self, slot: Callable[[Any], object]) -> None:
        """Call `slot` with the value, after those connected before."""
        self._slots.append(slot)

    def tell(self, value: object) -> None:
        """Call all, and let go of them."""
        slots, self._slots = self._slots, []
        for slot in slots:
            slot(value)


class Task(QObject):
    """A piece of work. Exactly one of `done`, `failed` and `stopped` is told, on the GUI thread.

    After `cancel` it is `stopped`, with what cancelled work gave all the same, or None.
    `failed` carries the `BeilinError`, or any other exception: a bug. Nothing is told once
    `owner` is gone. Connect only bound methods of QObjects to `progress`.
    """

    progress = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[Task], Any], owner: QObject) -> None:
        """Prepare `work`, which is called with this task on a pool thread."""
        super().__init__()
        self.done, self.failed, self.stopped = Ending(), Ending(), Ending()
        self._work = work
        self._owner = owner
        self._cancel = threading.Event()
        self._going = threading.Event()
        self._going.set()
        self._ended.connect(self._tell)

    def start(self, pool: QThreadPool, priority: int = 0) -> Task:
        """Run in `pool`, before what waits there with a lower `priority`; returns itself."""
        # The pool keeps the task alive until it has told how it ended; Python's last
        # reference may otherwise go on the worker's thread.
        self.setParent(pool)
        pool.start(_Runner(self), priority)
        return self

    def cancel(self) -> None:
        """Ask the work to stop; its result will not be used."""
        self._cancel.set()
        self._going.set()

    def pause(self, paused: bool) -> None:
        """Have work that asks `cancelled_when_going` wait, or go on."""
        if paused and not self.cancelled():
            self._going.clear()
        else:
            self._going.set()

    @property
    def paused(self) -> bool:
        """Whether the work waits or will at its next question."""
        return not self._going.is_set()

    def cancelled_when_going(self) -> bool:
        """Whether the work should stop; waits for the answer while the task is paused."""
        self._going.wait()
        return self.cancelled()

    def cancelled(self) -> bool:
        """Whether the work should stop; cheap, from any thread."""
        return self._cancel.is_set()

    def run(self) -> None:
        """Do the work on this thread and say how it ended."""
        result: object = None
        error: Exception | None = None
        try:
            if not self.cancelled():
                result = self._work(self)
        except (BeilinError, Cancelled) as known:
            error = known
        except Exception as bug:
            log.exception("task failed")
            error = bug
        self._ended.emit(result, error)

    @Slot(object, object)
    def _tell(self, result: object, error: Exception | None) -> None:
        """On the GUI thread: tell the owner, then go."""
        if shiboken6.isValid(self._owner):
            if self.cancelled() or isinstance(error, Cancelled):
                self.stopped.tell(result)
            elif error is not None:
                self.failed.tell(error)
            else:
                self.done.tell(result)
        self.deleteLater()


class _Runner(QRunnable):
    """Runs a task in a pool; holds it alive while it does."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    @Slot()
    def run(self) -> None:
        self._task.run()
