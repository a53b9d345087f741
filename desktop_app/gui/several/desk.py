"""Joins the open archives to the window: what is searched, what is opened beside, chips, menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.archive import Archive
from desktop_app.errors import ArchiveError
from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.dialogs import Dialogs
from desktop_app.gui.look import Look
from desktop_app.gui.recent_menu import RecentMenu
from desktop_app.gui.several.archive_bar import ArchiveBar
from desktop_app.gui.several.presence import Presence
from desktop_app.gui.work_bar import WorkBar
from desktop_app.manifest import FILE
from desktop_app.messages import message
from desktop_app.search.joined_engine import MOST


class SeveralDesk(QObject):
    """Has every pane follow which archives are open."""

    def __init__(
        self,
        look: Look,
        actions: ActionRegistry,
        desk: ArchiveDesk,
        work_bar: WorkBar,
        dialogs: Dialogs,
        recent: Callable[[], list[Path]],
        window: QWidget,
    ) -> None:
        """Open with `desk`; `recent` gives the archives opened lately."""
        super().__init__(window)
        self._actions, self._desk, self._dialogs = actions, desk, dialogs
        self._work_bar = work_bar
        self._waiting: list[Path] = []  # to be opened beside, one after another
        self.presence = Presence(self)
        self.bar = ArchiveBar(look, desk.archives, window)
        self.recent_menu = RecentMenu(look, recent, self.presence, window)
        self.beside_menu = RecentMenu(look, recent, self.presence, window, beside=True)
        self.beside_menu.end_with(actions["open_beside"])
        self._connect()

    def _connect(self) -> None:
        self.recent_menu.chosen.connect(self._desk.open)
        self.beside_menu.chosen.connect(lambda folder: self.open_beside([folder]))
        self._actions.connect({"open_beside": self._ask, "close_archive": self._close_read})
        self._desk.opened.connect(lambda _archive: self._show())
        self._desk.joined.connect(self._show)
        # Later: the bar is idle before what it showed has told what it opened.
        self._work_bar.idle.connect(lambda: QTimer.singleShot(0, self, self._open_next))
        self.bar.switched.connect(self._switch)
        self.bar.only_wanted.connect(self._only)
        self.bar.chosen.connect(self._choose)
        self.bar.close_wanted.connect(self._desk.let_go)
        self._show()

    def fill_menu(self) -> None:
        """Put the menus of archives into the window's, which has been filled."""
        menu = self._actions.menus["archive"]
        menu.removeAction(self._actions["open_beside"])  # it stands below those opened lately
        for each in (self.recent_menu, self.beside_menu):
            menu.insertMenu(self._actions["open_sample"], each)

    def put_bar_into(self, pane: QWidget) -> None:
        """Have the chips stand first in the first row of `pane`."""
        layout = pane.layout()
        first = layout.itemAt(0) if layout is not None else None
        rows = first.layout() if first is not None else None
        if isinstance(rows, QBoxLayout):
            rows.insertWidget(0, self.bar)

    @property
    def busy(self) -> bool:
        """Whether an archive is still to be opened, or looked for."""
        return bool(self._waiting) or self.presence.busy

    def set_enabled(self, on: bool) -> None:
        """Offer to open archives, or not while there is other long work."""
        for menu in (self.recent_menu, self.beside_menu):
            menu.setEnabled(on)

    def open_beside(self, folders: Sequence[Path]) -> None:
        """Open the archives in `folders` beside those that are open."""
        if len(self._desk.archives.all) + len(folders) > MOST:
            self._dialogs.show_error(
                ArchiveError(message("at most {most} archives are searched together", most=MOST))
            )
            return
        self._waiting.extend(folders)
        self._open_next()

    def take(self, sources: Sequence[Path], beside: bool) -> bool:
        """Whether `sources` are archives, which are opened, all but the first beside others.

        The first one too where `beside`. A lone one, not beside, is left to be opened alone.
        """
        if not sources or (len(sources) == 1 and not beside):
            return False
        if not all((source / FILE).is_file() for source in sources):
            return False
        self.open_beside(sources)
        return True

    def _open_next(self) -> None:
        if self._waiting and not self._work_bar.busy:
            self._desk.open_beside(self._waiting.pop(0))

    def _ask(self) -> None:
        folder = self._dialogs.choose_archive()
        if folder is not None:
            self.open_beside([folder])

    def _close_read(self) -> None:
        """Close the archive whose item is read, where others are open."""
        archive = self._desk.archive
        if archive is not None and len(self._desk.archives.all) > 1:
            self._desk.let_go(archive)

    def _switch(self, archive: Archive, on: bool) -> None:
        self._desk.archives.switch(archive, on)
        self._desk.joined.emit()

    def _only(self, archive: Archive) -> None:
        self._desk.archives.only(archive)
        self._desk.joined.emit()

    def _choose(self, archive: Archive) -> None:
        self._desk.archives.chosen = archive
        self._desk.joined.emit()

    def _show(self) -> None:
        self._actions["close_archive"].setEnabled(len(self._desk.archives.all) > 1)
        self.bar.show_archives()
