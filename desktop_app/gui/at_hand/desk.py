"""Joins to the window what is at hand everywhere: shortcuts and the drawings of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.gui.at_hand.shortcuts import Shortcuts
from desktop_app.gui.look import Look
from desktop_app.gui.settings import Settings

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow


class AtHandDesk(QObject):
    """The keys that call things by name."""

    def __init__(self, look: Look, settings: Settings, window: MainWindow) -> None:
        """Serve `window`, whose parts are all made."""
        super().__init__(window)
        self._look, self._window = look, window
        self.shortcuts = Shortcuts(window.actions_, settings, self)
        self.shortcuts.changed.connect(self._tell_keys)
        self.shortcuts.changed.connect(window.state.save_soon)
        self._tell_keys()

    def _tell_keys(self) -> None:
        """Have those that name a shortcut name the one of now."""
        keys = self._window.actions_.keys
        self._window.search_pane.both.set_keys(keys("both_languages"))
        self._window.reading_desk.aid.popup.keys = keys("look_up")
