"""Takes lines and collocates out of the window: to the clipboard and into CSV files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.exporting.word_tables import write_collocates, write_lines
from desktop_app.gui.dialogs import choose_csv
from desktop_app.gui.look import Look
from desktop_app.gui.newest import Newest
from desktop_app.gui.pace import Step
from desktop_app.gui.tasks import Task
from desktop_app.gui.tell_box import TellBox, Words
from desktop_app.gui.views.concordance.line_texts import WIDTH, copied
from desktop_app.gui.views.concordance.notices import error_text
from desktop_app.gui.views.concordance.wait_line import WaitLine
from desktop_app.gui.work_bar import Reporter
from desktop_app.i18n.catalog import Catalog
from desktop_app.speeches.collocates import Collocate
from desktop_app.speeches.concordance import Concordance


def _writing(catalog: Catalog) -> str:
    return catalog.text("Writing the table…")


class Takeaway(QObject):
    """One thing at a time, told of in a `WaitLine`."""

    def __init__(self, look: Look, pool: QThreadPool, wait: WaitLine, over: QWidget) -> None:
        """Work on `pool`; ask and tell over the widget `over`."""
        super().__init__(over)
        self._look, self._wait, self._over = look, wait, over
        self._newest = Newest(pool, self)

    @property
    def busy(self) -> bool:
        """Whether anything is being copied or written."""
        return self._newest.busy

    def stop(self) -> None:
        """Give up what is under way; a file that is not complete does not appear."""
        self._newest.stop()
        self._wait.end()

    def copy(self, found: Concordance, ranges: Sequence[tuple[int, int]]) -> None:
        """Copy the lines of `ranges`, first and last row of each, as text."""
        catalog = self._look.catalog

        def work(task: Task) -> str:
            return copied(found, ranges, catalog, task.cancelled)

        self._run(work, QGuiApplication.clipboard().setText, lambda c: c.text("Copying…"))

    def save_lines(self, found: Concordance) -> None:
        """Ask for a file and write all lines into it, in their order."""
        out = self._choose(self._look.catalog.text("Concordance"))
        if out is None:
            return

        def work(task: Task) -> int:
            report = Reporter(task)
            return write_lines(
                found, WIDTH, out, lambda done, of: report(Step(done, of)), task.cancelled
            )

        self._run(work, lambda count: self._written(count, out), _writing)

    def save_collocates(self, found: Sequence[Collocate]) -> None:
        """Ask for a file and write `found` into it, in this order."""
        out, rows = self._choose(self._look.catalog.text("Collocates")), tuple(found)
        if out is not None:
            self._run(
                lambda _task: write_collocates(rows, out),
                lambda count: self._written(count, out),
                _writing,
            )

    def _choose(self, name: str) -> Path | None:
        return choose_csv(self._look, name, self._over)

    def _run(
        self, work: Callable[[Task], object], done: Callable[..., object], words: Words
    ) -> None:
        def end(made: object) -> None:
            self._wait.end()
            done(made)

        task = self._newest.run(work, end, self._fail)
        task.progress.connect(self._wait.advance)
        self._wait.begin(words, self._newest.stop)

    def _written(self, count: int, out: Path) -> None:
        self._say(
            QMessageBox.Icon.Information,
            lambda catalog: catalog.plural(
                "{count} row was written to {path}", "{count} rows were written to {path}",
                count, path=out,
            ),
        )  # fmt: skip

    def _fail(self, error: Exception) -> None:
        self._wait.end()
        self._say(QMessageBox.Icon.Warning, lambda catalog: error_text(catalog, error))

    def _say(self, icon: QMessageBox.Icon, words: Words) -> None:
        TellBox(self._look, icon, words, self._over.window()).open()
