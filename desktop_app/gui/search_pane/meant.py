"""“Did you mean …”: looks for a query that finds something in place of one that does not."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool, QTimer

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.notice import Notice
from desktop_app.gui.tasks import Task
from desktop_app.together import Searched

# Milliseconds after an answer without hits, in which someone typing on would press a key:
# looking through the whole vocabulary must not slow the next search.
_PAUSE_MS = 250
_BEHIND = -1  # priority in the pool


class Meant(QObject):
    """Offers a correction in the notice that stands in place of the hits."""

    def __init__(self, look: Look, notice: Notice, pool: QThreadPool) -> None:
        """Look on `pool`."""
        super().__init__(notice)
        self._look, self._notice, self._pool = look, notice, pool
        self._archive: Searched | None = None
        self._query = ""
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look_up)

    @property
    def busy(self) -> bool:
        """Whether a correction is still looked for."""
        return self._pause.isActive() or self._task is not None

    def ask(self, archive: Searched | None, query: str) -> None:
        """Offer, in a moment, what may have been meant by `query`, which found nothing."""
        self.stop()
        self._notice.suggest("", "")
        self._archive, self._query = archive, query
        if archive is not None and query.strip():
            self._pause.start()

    def stop(self) -> None:
        """Look no further: another search has begun."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _look_up(self) -> None:
        archive, query = self._archive, self._query
        if archive is None:
            return

        def look(task: Task) -> str | None:
            return archive.suggester.did_you_mean(query, task.cancelled)

        task = self._task = Task(look, self)
        task.done.connect(lambda better: self._offer(task, better))
        task.failed.connect(lambda _error: self._offer(task, None))
        task.start(self._pool, _BEHIND)

    def _offer(self, task: Task, better: str | None) -> None:
        if task is not self._task:
            return
        self._task = None
        if better:
            words = self._look.catalog.text("Did you mean “{query}”?", query=better)
            self._notice.suggest(words, better)
