"""Finds the lines of a query and puts them in order, off the window's thread."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop_app.gui.asking import asked
from desktop_app.gui.newest import Newest
from desktop_app.gui.tasks import Task
from desktop_app.search.bilingual.expanding import Off
from desktop_app.speeches.concordance import Concordance
from desktop_app.together import Searched


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of a query in an order; `took_ms` is what finding and sorting took."""

    query: str
    off: Off | None
    by: tuple[str, ...]
    lines: Concordance
    items: int
    took_ms: float


class LineFinder(QObject):
    """Answers the newest question alone."""

    found = Signal(object)  # Found
    failed = Signal(object)  # the exception

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        """Work on `pool`."""
        super().__init__(parent)
        self._newest = Newest(pool, self)
        self._found: Found | None = None

    @property
    def busy(self) -> bool:
        """Whether lines are being found or sorted."""
        return self._newest.busy

    def find(self, archive: Searched, query: str, off: Off | None, by: Sequence[str]) -> None:
        """Find the lines of `query`, ordered `by` keys of `line_order.KEYS`.

        In both languages without the translations `off`, unless that is None.

        Where they are those found last, they are only put in the new order.
        """
        last = self._found
        known = last if last and (last.query, last.off) == (query, off) else None

        def work(task: Task) -> Found:
            started = time.perf_counter()
            lines = known.lines if known else _lines(archive, query, off, task)
            items = known.items if known else lines.items()
            lines = lines.sorted(by, task.cancelled)
            took = (time.perf_counter() - started) * 1000
            return Found(query, off, tuple(by), lines, items, took)

        self._newest.run(work, self._tell, self.failed.emit)

    def forget(self) -> None:
        """Let go of what was found and stop: the archive is another, or about to close."""
        self._newest.stop()
        self._found = None

    def stop(self) -> None:
        """Give up what is under way."""
        self._newest.stop()

    def _tell(self, found: Found) -> None:
        self._found = found
        self.found.emit(found)


def _lines(archive: Searched, query: str, off: Off | None, task: Task) -> Concordance:
    wanted = asked(archive, query, off)
    return archive.words.concordance(wanted, task.cancelled)
