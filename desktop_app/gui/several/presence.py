"""Whether archives are there now: a stick may be out, a share away, and a look may take long."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop_app.gui.tasks import Task
from desktop_app.manifest import FILE

_AT_ONCE = 3  # looks; one that does not end must not hold up those at other media


class Presence(QObject):
    """Looks for archives off the window's thread, each by itself, and remembers."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Know of none."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_AT_ONCE)
        self._missing: set[Path] = set()
        self._looking: dict[Path, Task] = {}

    @property
    def busy(self) -> bool:
        """Whether a look is under way."""
        return bool(self._looking)

    def is_missing(self, folder: Path) -> bool:
        """Whether there was no archive in `folder` at the last look."""
        return folder in self._missing

    def look(self, folders: Sequence[Path]) -> None:
        """Look again at each of `folders`; `changed` tells where one has come or gone."""
        for folder in folders:
            if folder not in self._looking:
                self._look(folder)

    def _look(self, folder: Path) -> None:
        task = self._looking[folder] = Task(lambda _task: (folder / FILE).is_file(), self)
        task.done.connect(lambda there: self._seen(folder, there))
        task.failed.connect(lambda _error: self._seen(folder, False))
        task.start(self._pool)

    def _seen(self, folder: Path, there: bool) -> None:
        self._looking.pop(folder, None)
        if there == (folder in self._missing):
            (self._missing.discard if there else self._missing.add)(folder)
            self.changed.emit()
