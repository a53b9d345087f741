"""Joins to the window what is at hand everywhere: the palette of commands and shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.gui.at_hand.palette.gathering import Gathering
from desktop_app.gui.at_hand.palette.palette import Palette
from desktop_app.gui.at_hand.settings_dialog.dialog import SettingsDialog
from desktop_app.gui.at_hand.settings_dialog.offered import offered
from desktop_app.gui.at_hand.shortcuts import Shortcuts
from desktop_app.gui.look import Look
from desktop_app.gui.settings import Settings

_LATELY = "commands_used"  # a setting: keys, the latest first

if TYPE_CHECKING:
    from desktop_app.gui.main_window import MainWindow


class AtHandDesk(QObject):
    """The keys that call things by name."""

    def __init__(self, look: Look, settings: Settings, window: MainWindow) -> None:
        """Serve `window`, whose parts are all made."""
        super().__init__(window)
        self._look, self._settings, self._window = look, settings, window
        self.palette: Palette | None = None  # made when first asked for
        self.dialog: SettingsDialog | None = None
        window.actions_.connect({"palette": self.open_palette, "settings": self.open_settings})
        self.shortcuts = Shortcuts(window.actions_, settings, self)
        self.shortcuts.changed.connect(self._tell_keys)
        self.shortcuts.changed.connect(window.state.save_soon)
        self._tell_keys()

    def open_palette(self) -> None:
        """Show the palette of commands."""
        if self.palette is None:
            window, settings = self._window, self._settings
            gathering = Gathering(
                self._look, window.actions_, lambda: window.state.recent, window.open_folder
            )
            self.palette = Palette(
                self._look, lambda: gathering.commands(but="palette"), settings.strings(_LATELY),
                window,
            )  # fmt: skip
            self.palette.used.connect(self._remember_used)
        self.palette.open()

    def open_settings(self, group: str = "") -> None:
        """Show the settings, at `group` where one is named."""
        if self.dialog is None:
            window = self._window
            settings = offered(self._look, self._settings, window)
            self.dialog = SettingsDialog(
                self._look, settings, window.actions_, self.shortcuts, window
            )
            self.dialog.changed.connect(window.state.keep)
        self.dialog.open_at(group)

    def _remember_used(self, keys: list[str]) -> None:
        self._settings.put(_LATELY, keys)
        self._window.state.save_soon()

    def _tell_keys(self) -> None:
        """Have those that name a shortcut name the one of now."""
        keys = self._window.actions_.keys
        self._window.search_pane.both.set_keys(keys("both_languages"))
        self._window.reading_desk.aid.popup.keys = keys("look_up")
