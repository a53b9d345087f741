"""Counts the statements that a query about speech finds, while its items are listed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop_app.gui.tasks import Task
from desktop_app.search.nodes import Node
from desktop_app.search.speaker_names import asks_for_speakers
from desktop_app.search.text_test import said_words
from desktop_app.together import Searched

_BEHIND = -1  # priority in the pool


class SaidCount(QObject):
    """Counts on a pool; of overlapping questions only the newest is answered."""

    counted = Signal(int)

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        """Count on `pool`."""
        super().__init__(parent)
        self._pool = pool
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether it counts."""
        return self._task is not None

    def ask(self, archive: Searched, query: str | Node, node: Node) -> None:
        """Count what `query`, parsed as `node`, finds, if it asks who says what."""
        self.stop()
        if not _is_of_speech(node):
            return

        def count(task: Task) -> int:
            return archive.statements(query, cancelled=task.cancelled).total

        task = self._task = Task(count, self)
        task.done.connect(lambda count: self._answer(task, count))
        task.failed.connect(lambda _error: self._answer(task, 0))
        task.start(self._pool, _BEHIND)

    def stop(self) -> None:
        """Count no more: another search has begun."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _answer(self, task: Task, count: int) -> None:
        if task is self._task:
            self._task = None
            self.counted.emit(count)


def _is_of_speech(node: Node) -> bool:
    return asks_for_speakers(node) or any(leaf.field == "said" for leaf in said_words(node))
