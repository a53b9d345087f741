"""Joins to the window what is at hand everywhere: the palette of commands and shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from desktop_app.gui.at_hand.palette.gathering import Gathering
from desktop_app.gui.at_hand.palette.palette import Palette
from desktop_app.gui.at_hand.settings_dialog.dialog import SettingsDialog
from desktop_app.gui.at_hand.settings_dialog.offered import offered
from desktop_app.gui.at_hand.shortcuts import Shortcuts
from desktop_app.gui.at_hand.vi_keys import ViKeys
from desktop_app.gui.look import Look
from desktop_app.gui.motion import SYSTEM, Motion
from desktop_app.gui.settings import Settings

# Settings.
_LATELY = "commands_used"  # keys, the latest first
_VI, _MOTION = "vi_keys", "motion"

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
        self.vi_keys = ViKeys(window.actions_, window.article_pane.view, window)
        self.vi_keys.set_on(settings.flag(_VI, False))
        self.motion = Motion(window.pool, self)
        self.motion.changed.connect(lambda: look.set_reduced_motion(self.motion.reduced))
        self.motion.choose(settings.string(_MOTION, SYSTEM))
        self._tell_keys()
        window.installEventFilter(self)

    def set_vi_keys(self, on: bool) -> None:
        """Have keys as in vi, or not, from now on."""
        self._settings.put(_VI, on)
        self.vi_keys.set_on(on)

    def set_motion(self, choice: str) -> None:
        """Move as `choice`, one of `motion.CHOICES`, says, from now on."""
        self._settings.put(_MOTION, choice)
        self.motion.choose(choice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take over what was set in another window when this one comes to the front."""
        if event.type() == QEvent.Type.WindowActivate and watched is self._window:
            self.shortcuts.read_again()
            self.vi_keys.set_on(self._settings.flag(_VI, False))
        return super().eventFilter(watched, event)

    def open_palette(self) -> None:
        """Show the palette of commands; archives not there when last looked for are greyed."""
        self._window.several.presence.look(self._window.state.recent)
        if self.palette is None:
            window, settings = self._window, self._settings
            gathering = Gathering(
                self._look, window.actions_, lambda: window.state.recent, window.open_folder,
                is_missing=window.several.presence.is_missing,
            )  # fmt: skip
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
