"""Looks now and then whether the archives that are open are still there, and says so calmly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow

from desktop_app.archive import Archive
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.gone.bar import GoneBar
from desktop_app.gui.look import Look
from desktop_app.gui.several.presence import Presence

EVERY_MS = 4_000  # between two looks; each is one question to the file system


class GoneDesk(QObject):
    """Tells of one archive at a time; what was read of it stays in the window."""

    def __init__(
        self,
        look: Look,
        desk: ArchiveDesk,
        open_beside: Callable[[Sequence[Path]], object],
        window: QMainWindow,
    ) -> None:
        """Look after what `desk` has open; an archive among several comes back `open_beside`."""
        super().__init__(window)
        self._desk, self._open_beside, self._window = desk, open_beside, window
        self._gone: Archive | None = None  # which was told of
        self._presence = Presence(self)
        self._presence.changed.connect(self._tell)
        self.bar = GoneBar(look, window)
        self.bar.again_wanted.connect(self._again)
        self.bar.close_wanted.connect(self._close)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        desk.opened.connect(lambda _archive: self._tell())
        desk.joined.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether a look is under way."""
        return self._presence.busy

    def look(self) -> None:
        """Look at every archive that is open."""
        self._presence.look([archive.folder for archive in self._desk.archives.all])

    def _tell(self) -> None:
        """Say of one that is gone; or that the one told of is back, which is still closed."""
        opened = self._desk.archives.all
        missing = [each for each in opened if self._presence.is_missing(each.folder)]
        told = self._gone if self._gone in opened else None
        self._gone = missing[0] if missing and told not in missing else told
        if self._gone is None:
            self.bar.hide()
        else:
            self._place_bar()
            self.bar.tell(self._gone.name, self._gone.folder, self._gone not in missing)

    def _place_bar(self) -> None:
        """Under the toolbar, which the window makes after its desks."""
        window = self._window
        if window.toolBarArea(self.bar) is Qt.ToolBarArea.NoToolBarArea:
            window.addToolBarBreak()
            window.addToolBar(self.bar)

    def _again(self) -> None:
        """Open it again: what an archive had open does not come back with its folder."""
        gone = self._gone
        if gone is None:
            return
        if self._presence.is_missing(gone.folder):
            self.look()
        elif len(self._desk.archives.all) > 1:
            self._desk.let_go(gone)
            self._open_beside([gone.folder])
        else:
            self._desk.open(gone.folder)

    def _close(self) -> None:
        """Let go of one of several; of the only one, no more is said until it comes back."""
        gone, self._gone = self._gone, None
        self.bar.hide()
        if gone is not None and len(self._desk.archives.all) > 1:
            self._desk.let_go(gone)
