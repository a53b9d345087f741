"""The menus of archives opened lately: to be opened alone, or beside those that are open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui.look import Look
from desktop_app.gui.several.presence import Presence
from desktop_app.sample import is_sample


class RecentMenu(QMenu):
    """Lists archives anew each time it opens; `chosen` carries the folder.

    Those that are not there now, as their stick is out, stay, and cannot be chosen.
    """

    chosen = Signal(object)  # Path

    def __init__(
        self,
        look: Look,
        recent: Callable[[], list[Path]],
        presence: Presence,
        parent: QWidget,
        beside: bool = False,
    ) -> None:
        """List what `recent` gives, newest first; `presence` knows which are there."""
        super().__init__(parent)
        self._look, self._recent, self._presence, self._beside = look, recent, presence, beside
        self._last: QAction | None = None
        self.setObjectName("menu:beside" if beside else "menu:recent")
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.list_archives)
        self.aboutToShow.connect(lambda: presence.look(self._folders()))
        presence.changed.connect(self._grey)
        self.retranslate()

    def end_with(self, action: QAction) -> None:
        """Have `action` stand below the archives."""
        self._last = action
        self.list_archives()

    def list_archives(self) -> None:
        """Write the entries; the sample has an entry of its own elsewhere."""
        self.clear()
        for folder in self._folders():
            action = QAction(folder.stem.replace("&", "&&"), self)
            action.setData(folder)
            action.triggered.connect(lambda _on=False, folder=folder: self.chosen.emit(folder))
            self.addAction(action)
        self._grey()
        if self._last is not None:
            self.addSeparator()
            self.addAction(self._last)
        elif self.isEmpty():
            nothing = self.addAction(self._look.catalog.text("None yet"))
            nothing.setEnabled(False)

    def _folders(self) -> list[Path]:
        return [folder for folder in self._recent() if not is_sample(folder)]

    def _grey(self) -> None:
        """Show which of the archives are there."""
        away = self._look.catalog.text("not there now; it may be on a disk that is not plugged in")
        for action in self.actions():
            folder = action.data()
            if isinstance(folder, Path):
                missing = self._presence.is_missing(folder)
                action.setEnabled(not missing)
                action.setToolTip(f"{folder}\n{away}" if missing else str(folder))

    def retranslate(self) -> None:
        """Write the title and the entries anew."""
        text = self._look.catalog.text
        self.setTitle(text("Open beside") if self._beside else text("Open recent archive"))
        self.list_archives()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
