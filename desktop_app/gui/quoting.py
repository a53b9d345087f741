"""Puts a statement with its citation on the clipboard, worked out off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.archive import Archive
from desktop_app.gui.look import Look
from desktop_app.gui.tasks import Task
from desktop_app.speech_search.matches import SaidHit

if TYPE_CHECKING:
    from desktop_app.citing.quotation import Quotation


class Quoter(QObject):
    """Copies one quotation at a time; the newest asked for is the one copied.

    A style takes some 20 ms, and 70 the first time.
    """

    failed = Signal(object)  # the exception

    def __init__(self, look: Look, pool: QThreadPool, parent: QObject) -> None:
        """Quote in the language of `look`."""
        super().__init__(parent)
        self._look, self._pool = look, pool
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether a quotation is still to be copied."""
        return self._task is not None

    def copy(self, archive: Archive, hit: SaidHit, style: str) -> None:
        """Copy `hit` of `archive` with its citation in `style`, a key of `STYLES` or `RECORDS`."""
        catalog = self._look.catalog
        if self._task is not None:
            self._task.cancel()

        def quote(_task: Task) -> Quotation:
            from desktop_app.citing.quotation import quotation  # noqa: PLC0415 (40 ms at the start)

            origin = archive.origin(hit.item.id)
            return quotation(hit.item, hit.statement, style, catalog, origin, hit.person)

        task = self._task = Task(quote, self)
        task.done.connect(lambda made: self._done(task, made))
        task.failed.connect(lambda error: self._failed(task, error))
        task.start(self._pool)

    def _done(self, task: Task, made: Quotation) -> None:
        if task is self._task:
            self._task = None
            data = QMimeData()
            data.setText(made.text)
            data.setHtml(made.html)
            QGuiApplication.clipboard().setMimeData(data)

    def _failed(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)
