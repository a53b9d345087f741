"""Joins printing to the window: the item shown, and what a search found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.article_pane.pane import ArticlePane
from desktop_app.gui.look import Look
from desktop_app.gui.settings import Settings
from desktop_app.gui.tasks import Task
from desktop_app.items import Item
from desktop_app.search.engine import Matches

if TYPE_CHECKING:
    from desktop_app.archive import Archive
    from desktop_app.gui.printing.preview import PrintPreview
    from desktop_app.gui.printing.work import Job
    from desktop_app.together import Searched


class PrintDesk(QObject):
    """Opens the preview. One at a time."""

    failed = Signal(object)  # the exception

    def __init__(
        self,
        look: Look,
        settings: Settings,
        pool: QThreadPool,
        actions: ActionRegistry,
        desk: ArchiveDesk,
        article: ArticlePane,
        matches: Callable[[], Matches | None],
        window: QWidget,
    ) -> None:
        """Print what `article` shows and `matches` gives, of the archive that `desk` holds."""
        super().__init__(window)
        self._look, self._settings, self._pool, self._actions = look, settings, pool, actions
        self._desk, self._article, self._matches, self._over = desk, article, matches, window
        self.preview: PrintPreview | None = None
        self._task: Task | None = None
        actions.connect({"print": self.print_item, "print_hits": self.print_hits})
        article.item_shown.connect(self._offer)
        self._offer()

    @property
    def busy(self) -> bool:
        """Whether pages are laid out or written."""
        return self._task is not None or (self.preview is not None and self.preview.busy)

    def print_item(self) -> None:
        """Show the pages of the item shown, beside its counterpart where that is shown too."""
        item, archive = self._article.item, self._desk.archive
        if item is not None and archive is not None:
            columns = not self._actions["interleaved"].isChecked()
            beside = self._article.twin is not None
            self._prepare(lambda: item_prepared(archive, item, columns), beside)

    def print_hits(self) -> None:
        """Show the pages of what the present search found, of the first `MOST` at least."""
        searched, matches = self._desk.searched, self._matches()
        if searched is not None and matches is not None and len(matches.numbers):
            self._prepare(lambda: hits_prepared(searched, matches), None)

    def stop(self) -> None:
        """Before the window closes: let no thread work on."""
        if self._task is not None:
            self._task.cancel()
        if self.preview is not None:
            self.preview.stop()

    def _prepare(self, prepare: Callable[[], Job], pairs: bool | None) -> None:
        """Have a job made, then open the preview on it; with `pairs` or as last chosen."""
        if self._task is not None:
            self._task.cancel()
        task = self._task = Task(lambda _task: prepare(), self)
        task.done.connect(lambda job: self._open(task, job, pairs))
        task.failed.connect(lambda error: self._fail(task, error))
        task.start(self._pool)

    def _open(self, task: Task, job: Job, pairs: bool | None) -> None:
        from desktop_app.gui.printing.preview import PrintPreview  # noqa: PLC0415 (see `read_writers`)

        if task is not self._task:
            return
        self._task = None
        if self.preview is not None:
            self.preview.close()
        preview = self.preview = PrintPreview(
            self._look, self._settings, self._pool, job, self._over
        )
        if pairs is not None:
            preview.bar.pairs.setChecked(pairs)
        preview.failed.connect(self.failed)
        preview.finished.connect(lambda _result: self._closed(preview))
        preview.show()

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)

    def _closed(self, preview: PrintPreview) -> None:
        preview.stop()
        preview.deleteLater()
        if self.preview is preview:
            self.preview = None

    def _offer(self) -> None:
        self._actions["print"].setEnabled(self._article.item is not None)


def item_prepared(archive: Archive, item: Item, columns: bool) -> Job:
    """The job of one item; a pair in `columns` or not. Runs on any thread."""
    from desktop_app.gui.printing.work import Job  # noqa: PLC0415 (see `read_writers`)

    read_writers()
    return Job.of([(archive, item)], 0, columns)


def hits_prepared(searched: Searched, matches: Matches) -> Job:
    """The job of what a search found, of the first `MOST` at most. Runs on any thread."""
    from desktop_app.gui.printing.gathering import MOST, of_hits  # noqa: PLC0415
    from desktop_app.gui.printing.work import Job  # noqa: PLC0415

    read_writers()
    return Job.of(of_hits(searched, matches), max(0, len(matches.numbers) - MOST), True)


def read_writers() -> None:
    """Have read what previews and writes PDF: 0.2 s that the start of the window is spared."""
    import desktop_app.gui.printing.preview  # noqa: F401, PLC0415
