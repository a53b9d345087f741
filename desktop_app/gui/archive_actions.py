"""What a person asks of an archive as a whole: open, import, watch a folder, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.gui.actions import ActionRegistry
from desktop_app.gui.archive_desk import ArchiveDesk
from desktop_app.gui.dialogs import Dialogs
from desktop_app.gui.folder_watch import FolderWatch
from desktop_app.gui.import_desk import ImportDesk
from desktop_app.search.engine import Matches


class ArchiveActions(QObject):
    """Joins the actions of the archive menu to the dialogs that ask and the desks that do it."""

    def __init__(
        self,
        actions: ActionRegistry,
        desk: ArchiveDesk,
        import_desk: ImportDesk,
        watch: FolderWatch,
        dialogs: Dialogs,
        matches: Callable[[], Matches | None],
        parent: QObject,
    ) -> None:
        """Ask with `dialogs`; `matches` are those of the present search, for an export."""
        super().__init__(parent)
        self._actions, self._desk, self._import_desk = actions, desk, import_desk
        self._folder_watch, self._dialogs, self._matches = watch, dialogs, matches
        actions.connect(
            {
                "open": self._open,
                "open_sample": desk.open_sample,
                "import_files": self.import_files,
                "import_folder": lambda: self.take(dialogs.choose_folder()),
                "import_table": lambda: self.take(dialogs.choose_tables(), ask_columns=True),
                "export": self._export,
            }
        )
        actions["look_first"].toggled.connect(import_desk.set_look_first)
        actions["watch"].toggled.connect(self._watch)

    def take(self, sources: list[Path], ask_columns: bool = False) -> None:
        """Import `sources`; a lone archive among them is opened instead (`ImportDesk`)."""
        self._import_desk.take(sources, self._desk.open, ask_columns)

    def import_files(self) -> None:
        """Ask for files and import them."""
        self.take(self._dialogs.choose_files())

    def _open(self) -> None:
        folder = self._dialogs.choose_archive()
        if folder is not None:
            self._desk.open(folder)

    def _watch(self, on: bool) -> None:
        """Watch the folder a person chooses, for the archive that is open."""
        self._folder_watch.stop()
        if on and self._desk.needs_place():
            self._dialogs.show_no_place()
        folder = self._dialogs.choose_watched() if on and not self._desk.needs_place() else None
        if folder is not None:
            self._folder_watch.start(folder)
        self._actions["watch"].setChecked(folder is not None)

    def _export(self) -> None:
        archive, matches = self._desk.searched, self._matches()
        if archive is not None:
            self._dialogs.ask_export(
                archive.indexed(),
                len(matches.numbers) if matches else None,
                lambda out, format_, only_hits: self._desk.export(
                    out, format_, matches if only_hits else None
                ),
            )
