"""Writes what a reader decides about pairs, off the window's thread, one decision at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.tasks import Task
from desktop_app.items import Item
from desktop_app.pairings import PairingsWriter

Decision = Callable[[PairingsWriter, Item, Item], object]
together: Decision = PairingsWriter.pair
apart: Decision = PairingsWriter.reject


class PairDecider(QObject):
    """`written` follows a decision that is kept."""

    written = Signal()
    failed = Signal(object)  # the exception

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        """Write on `pool`."""
        super().__init__(parent)
        self._pool = pool
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether a decision is being written."""
        return self._task is not None

    def decide(self, folder: Path, decision: Decision, one: Item, other: str) -> bool:
        """Keep a `decision` about `one` and the item with the id `other`; False while busy."""
        if self.busy:
            return False

        def write(_task: Task) -> None:
            with open_for_import(folder) as archive:
                decision(archive.pairing, one, archive.item(other))

        task = self._task = Task(write, self)
        task.done.connect(lambda _nothing: self._done())
        task.failed.connect(self._failed)
        task.start(self._pool)
        return True

    def _done(self) -> None:
        self._task = None
        self.written.emit()

    def _failed(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)
