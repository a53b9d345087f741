"""“Did you mean …”: looks for a query that finds something in place of one that does not."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool

from desktop_app.archive import Archive
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.notice import Notice
from desktop_app.gui.tasks import Task


class Meant(QObject):
    """Offers a correction in the notice that stands in place of the hits."""

    def __init__(self, look: Look, notice: Notice, pool: QThreadPool) -> None:
        """Look on `pool`."""
        super().__init__(notice)
        self._look, self._notice, self._pool = look, notice, pool
        self._task: Task | None = None

    def ask(self, archive: Archive | None, query: str) -> None:
        """Offer what may have been meant by `query`, which found nothing in `archive`."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._notice.suggest("", "")
        if archive is None or not query.strip():
            return

        def look(_task: Task) -> str | None:
            return archive.suggester.did_you_mean(query)

        task = self._task = Task(look, self)
        task.done.connect(lambda better: self._offer(task, better))
        task.start(self._pool)

    def _offer(self, task: Task, better: str | None) -> None:
        if task is self._task and better:
            words = self._look.catalog.text("Did you mean “{query}”?", query=better)
            self._notice.suggest(words, better)
