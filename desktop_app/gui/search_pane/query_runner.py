"""Searches while someone types: every key at once, one search at a time, the newest wins."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from desktop_app.gui.search_pane.answer import Answer
from desktop_app.gui.tasks import Task
from desktop_app.together import Searched

# Milliseconds a newer query waits for the one it cancels to end: most do at once, and two
# under way would only take turns. One that cannot stop must not hold up the typist.
_PATIENCE_MS = 40
_MOST_UNDER_WAY = 2  # the newest, and one that has not stopped yet
_AHEAD = 1  # priority in the pool: before pictures, suggestions and all else


Find = Callable[[Searched, str, Callable[[], bool]], Answer]
"""Searches an archive for a query until it is told to stop; called on the pool's threads."""


class QueryRunner(QObject):
    """Runs queries on a pool; of overlapping ones only the newest answers."""

    found = Signal(str, object)  # the query as asked, and its Answer
    failed = Signal(object)  # the exception
    started = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        """Search on `pool`."""
        super().__init__(parent)
        self._pool = pool
        self._archive: Searched | None = None
        self._waiting: tuple[str, Find] | None = None  # what is still to be searched for
        self._task: Task | None = None
        self._ending: set[Task] = set()  # cancelled, and not ended yet
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._run_next)

    def set_archive(self, archive: Searched | None) -> None:
        """Search in `archive` from now on; what runs in another is given up."""
        self.stop()
        self._archive = archive

    def ask(self, query: str, find: Find) -> None:
        """Have `find` search for `query` as soon as the search for an older one has ended."""
        self._cancel()
        if self._ending and self._waiting is None:
            self._patience.start()
        self._waiting = query, find
        self._run_next()

    def stop(self) -> None:
        """Give up what runs or waits."""
        self._waiting = None
        self._patience.stop()
        self._cancel()

    @property
    def busy(self) -> bool:
        """Whether a search waits or runs."""
        return self._waiting is not None or self._task is not None

    def _run_next(self) -> None:
        """Search for what waits, if nothing is under way or patience with that is over."""
        impatient = not self._patience.isActive() and len(self._ending) < _MOST_UNDER_WAY
        if self._waiting is not None and (impatient or not self._ending):
            self._run(*self._waiting)

    def _run(self, query: str, find: Find) -> None:
        self._waiting = None
        self._patience.stop()
        archive = self._archive
        if archive is None:
            return

        def search(task: Task) -> Answer:
            return find(archive, query, task.cancelled)

        task = self._task = Task(search, self)
        task.done.connect(lambda answer: self._done(task, query, answer))
        task.failed.connect(lambda error: self._failed(task, error))
        task.stopped.connect(lambda _answer: self._stopped(task))
        self.started.emit()
        task.start(self._pool, _AHEAD)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._ending.add(self._task)
            self._task = None

    def _stopped(self, task: Task) -> None:
        """A cancelled search has ended, which another may wait for."""
        self._ending.discard(task)
        self._run_next()

    def _done(self, task: Task, query: str, answer: Answer) -> None:
        if task is self._task:
            self._task = None
            self.found.emit(query, answer)

    def _failed(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)
