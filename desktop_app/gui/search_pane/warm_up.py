"""Has the first search in an archive done before someone types it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool, QTimer

from desktop_app.gui.search_pane.answer import FIRST_ROWS
from desktop_app.gui.tasks import Task
from desktop_app.search.engine import Sort
from desktop_app.together import Searched

_PAUSE_MS = 150  # after the first hits, so that these are painted first
_BEHIND = -2  # priority in the pool: after all else
# A common word of each script: to find, rank and mark them takes what any search takes,
# such as the length of every item, the checksums of columns and the folding of characters.
COMMON_WORDS = ("the", "的")


class WarmUp(QObject):
    """Searches for common words once an archive, and forgets what it found.

    At 100,000 items the first Chinese word takes 60 ms, and 5 ms after this; to tell 10,000
    speakers apart, which suggestions and statements need, takes 700 ms and is kept.
    """

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        """Search on `pool`."""
        super().__init__(parent)
        self._pool = pool
        self._archive: Searched | None = None
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._run)

    def set_archive(self, archive: Searched | None) -> None:
        """Work for `archive` at the next `begin`; what is done for another is given up."""
        self.make_way()
        self._archive = archive

    def make_way(self) -> None:
        """Stop for a search, which does much of the same; `begin` starts anew."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def begin(self) -> None:
        """Start in a moment, where it is not done yet: something has been shown."""
        if self._archive is not None and self._task is None:
            self._pause.start()

    @property
    def busy(self) -> bool:
        """Whether it waits or works."""
        return self._pause.isActive() or self._task is not None

    def _run(self) -> None:
        archive = self._archive
        if archive is None:
            return

        def search(task: Task) -> None:
            for word in COMMON_WORDS:
                matches = archive.search(word, Sort.RELEVANCE, task.cancelled)
                archive.hits(matches, 0, FIRST_ROWS, task.cancelled)
            if not task.cancelled():
                _ = archive.speakers().names

        task = self._task = Task(search, self)
        for ending in (task.done, task.failed):
            ending.connect(lambda _result: self._end(task))
        task.start(self._pool, _BEHIND)

    def _end(self, task: Task) -> None:
        # What failed here fails again in a search of the person's own, which is told it.
        if task is self._task:
            self._task = self._archive = None
