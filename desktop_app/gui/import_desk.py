"""Takes what is to be imported into a window: where to, and what must be asked first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.dialogs import Dialogs
from desktop_app.gui.import_dialogs.table_questions import Columns, TableQuestions
from desktop_app.gui.look import Look
from desktop_app.gui.work_bar import WorkBar
from desktop_app.manifest import FILE


class ImportDesk(QObject):
    """Asks with `dialogs`, and has `desk` do the work that `bar` shows."""

    def __init__(
        self,
        look: Look,
        pool: QThreadPool,
        desk: ArchiveDesk,
        dialogs: Dialogs,
        bar: WorkBar,
        window: QWidget,
    ) -> None:
        """Ask over `window`."""
        super().__init__(window)
        self._desk = desk
        self._dialogs = dialogs
        self._bar = bar
        self.look_first = False
        self.questions = TableQuestions(look, pool, window)

    @property
    def busy(self) -> bool:
        """Whether files are being looked at."""
        return self.questions.busy

    def take(
        self,
        sources: list[Path],
        open_archive: Callable[[Path], object],
        ask_columns: bool = False,
    ) -> None:
        """Import `sources`; a lone archive among them is opened instead.

        Asks first about tables whose columns are unsure, or about all where `ask_columns`.
        """
        if len(sources) == 1 and (sources[0] / FILE).is_file():
            open_archive(sources[0])
        elif sources and not self._bar.busy:
            folder = self._dialogs.new_archive() if self._desk.needs_place() else None
            if folder is not None or not self._desk.needs_place():
                self.questions.ask(
                    sources,
                    self._desk.columns(folder),
                    ask_columns,
                    lambda columns: self._go_on(sources, folder, columns),
                )

    def set_look_first(self, on: bool) -> None:
        """Have every import shown first as what it would do, to be gone on with or not."""
        self.look_first = on

    def _go_on(self, sources: list[Path], folder: Path | None, columns: Columns) -> None:
        def do_it() -> None:
            self._desk.import_paths(sources, folder, columns=columns)

        if self.look_first:
            self._desk.foresee(
                sources, folder, columns, lambda found: self._dialogs.show_foreseen(found, do_it)
            )
        else:
            do_it()
