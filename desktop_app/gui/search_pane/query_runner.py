"""Searches while someone types: a moment's pause, one search, the newest wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from desktop_app.archive import Archive
from desktop_app.gui.tasks import Task
from desktop_app.search.engine import Matches, Sort
from desktop_app.search.hits import Hit

FIRST_HITS = 40  # hits read with the answer: three screens

# Milliseconds without a key before a search starts. Answers take a few milliseconds, so
# that every letter of a typist is answered; what is joined are keys that come together,
# from a paste, a held key or an input method.
_DEBOUNCE_MS = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found, with all the window shows at first already worked out."""

    matches: Matches
    first_hits: Sequence[Hit]


class QueryRunner(QObject):
    """Runs queries on a pool; of overlapping ones only the newest answers."""

    found = Signal(str, object)  # the query as asked, and its Answer
    failed = Signal(object)  # the exception
    started = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        """Search on `pool`."""
        super().__init__(parent)
        self._pool = pool
        self._archive: Archive | None = None
        self._asked: tuple[str, Sort] = ("", Sort.RELEVANCE)
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._pause.timeout.connect(self._run)

    def set_archive(self, archive: Archive | None) -> None:
        """Search in `archive` from now on; what runs in another is given up."""
        self.stop()
        self._archive = archive

    def ask(self, query: str, sort: Sort, at_once: bool = False) -> None:
        """Search for `query` soon, or now."""
        self._cancel()
        self._asked = (query, sort)
        if at_once:
            self._pause.stop()
            self._run()
        else:
            self._pause.start()

    def stop(self) -> None:
        """Give up what runs or waits."""
        self._pause.stop()
        self._cancel()

    @property
    def busy(self) -> bool:
        """Whether a search waits or runs."""
        return self._pause.isActive() or self._task is not None

    def _run(self) -> None:
        archive, (query, sort) = self._archive, self._asked
        if archive is None:
            return

        def search(task: Task) -> Answer:
            matches = archive.search(query, sort, task.cancelled)
            _ = matches.facets  # counted here, not when the window's thread asks
            return Answer(matches, archive.hits(matches, 0, FIRST_HITS))

        task = self._task = Task(search, self)
        task.done.connect(lambda answer: self._done(task, query, answer))
        task.failed.connect(lambda error: self._failed(task, error))
        self.started.emit()
        task.start(self._pool)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _done(self, task: Task, query: str, answer: Answer) -> None:
        if task is self._task:
            self._task = None
            self.found.emit(query, answer)

    def _failed(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)
