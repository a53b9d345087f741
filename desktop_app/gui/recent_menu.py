"""The menu of archives opened lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.gui.look import Look
from desktop_app.sample import is_sample


class RecentMenu(QMenu):
    """Lists archives anew each time it opens; `chosen` carries the folder."""

    chosen = Signal(object)  # Path

    def __init__(self, look: Look, recent: Callable[[], list[Path]], parent: QWidget) -> None:
        """List what `recent` gives, newest first."""
        super().__init__(parent)
        self._look = look
        self._recent = recent
        self.setObjectName("menu:recent")
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.list_archives)
        self.retranslate()

    def list_archives(self) -> None:
        """Write the entries; the sample has an entry of its own elsewhere."""
        self.clear()
        for folder in self._recent():
            if not is_sample(folder):
                action = QAction(folder.stem.replace("&", "&&"), self)
                action.setToolTip(str(folder))
                action.triggered.connect(lambda _on=False, folder=folder: self.chosen.emit(folder))
                self.addAction(action)
        if self.isEmpty():
            nothing = self.addAction(self._look.catalog.text("None yet"))
            nothing.setEnabled(False)

    def retranslate(self) -> None:
        """Write the title and the entries anew."""
        self.setTitle(self._look.catalog.text("Open recent archive"))
        self.list_archives()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
