"""Watching a folder from the window: what appears in it is imported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer

from desktop_app.gui.tasks import Task
from desktop_app.importing.watching import Watch

_EVERY = 5000  # milliseconds between two looks


class FolderWatch(QObject):
    """Looks at one folder every few seconds, off the GUI thread."""

    def __init__(
        self,
        pool: QThreadPool,
        take: Callable[[Path, frozenset[Path]], bool],
        parent: QObject | None = None,
    ) -> None:
        """Look on threads of `pool` and have `take` import files of the folder.

        Where `take` says False, they are found again. Nothing is watched yet.
        """
        super().__init__(parent)
        self._take = take
        self._pool = pool
        self._watch: Watch | None = None
        self._looking = False
        self.folder: Path | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(_EVERY)
        self.timer.timeout.connect(self.look)

    def start(self, folder: Path) -> None:
        """Watch `folder` in place of another."""
        self.folder, self._watch = folder, Watch([folder])
        self.timer.start()
        self.look()

    def stop(self) -> None:
        """Watch nothing."""
        self.timer.stop()
        self.folder = self._watch = None

    def look(self) -> None:
        """Look once, unless a look is under way."""
        watch = self._watch
        if watch is None or self._looking:
            return
        self._looking = True
        task = Task(lambda _task: (watch, watch.look()), self)
        for ending in (task.done, task.failed, task.stopped):
            ending.connect(self._looked)
        task.start(self._pool)

    def _looked(self, found: object) -> None:
        """Tell of what has come; a folder that cannot be read now is looked at again later."""
        self._looking = False
        if isinstance(found, tuple) and found[0] is self._watch and self.folder is not None:
            watch, files = found
            if files and not self._take(self.folder, files):
                watch.put_back(files)
