"""Asks about the tables among what is to be imported, one after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.errors import BeilinError
from desktop_app.gui.import_dialogs.columns_dialog import ColumnsDialog
from desktop_app.gui.look import Look
from desktop_app.gui.tasks import Task
from desktop_app.importing.tables.preview import TablePreview, preview

log = logging.getLogger(__name__)

_TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".txt")
_MOST = 8  # tables asked about at once: of more, the guesses count

Columns = dict[str, tuple[str, ...]]
Then = Callable[[Columns], object]


class TableQuestions(QObject):
    """Looks at files off the GUI thread, and asks where a guess is unsure.

    A table that is not to be imported after all ends the whole import.
    """

    def __init__(self, look: Look, pool: QThreadPool, parent: QWidget) -> None:
        """Ask over `parent`."""
        super().__init__(parent)
        self._look = look
        self._pool = pool
        self._over = parent
        self._waiting = 0
        self.dialog: ColumnsDialog | None = None

    @property
    def busy(self) -> bool:
        """Whether files are being looked at."""
        return self._waiting > 0

    def ask(self, sources: Sequence[Path], saved: Columns, always: bool, then: Then) -> None:
        """Call `then` with the mappings of the tables among `sources`, once all are known.

        Those `saved` are not asked about again, unless `always`.
        """
        files = [path for path in sources if path.suffix.lower() in _TABLES]
        if not files:
            then({})
            return
        task = Task(lambda _task: _unsure(files, saved, always), self)
        self._waiting += 1
        for ending in (task.done, task.failed, task.stopped):
            ending.connect(lambda _value: self._looked())
        task.done.connect(lambda tables: self._ask_next(list(tables), {}, then))
        task.start(self._pool)

    def _looked(self) -> None:
        self._waiting -= 1

    def _ask_next(self, tables: list[TablePreview], known: Columns, then: Then) -> None:
        if not tables:
            then(known)
            return
        table, *rest = tables
        dialog = self.dialog = ColumnsDialog(self._look, table, self._over)

        def end(result: int) -> None:
            self.dialog = None
            fields = dialog.fields
            dialog.deleteLater()
            if result == QDialog.DialogCode.Accepted:
                same = [each for each in rest if each.signature != table.signature]
                self._ask_next(same, {**known, table.signature: fields}, then)

        dialog.finished.connect(end)
        dialog.open()


def _unsure(files: Sequence[Path], saved: Columns, always: bool) -> list[TablePreview]:
    """The tables to ask about; what is none, or damaged, the import itself will tell of."""
    found = []
    for path in files:
        try:
            table = preview(path, saved)
        except (BeilinError, OSError) as error:
            log.info("%s: %r", path, error)
            continue
        if always or not table.mapping.sure:
            found.append(table)
    return found[:_MOST]
