"""What the window remembers between sessions."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray

from desktop_app.gui.old_settings import old_values
from desktop_app.messages import Message
from desktop_app.places import settings_folder
from desktop_app.settings.file import SettingsFile

log = logging.getLogger(__name__)

_RECENT = 8  # archives in the menu of recent ones
_FILE = "settings.toml"
_OLD_FILE = "window.ini"  # until 2026; read where there is no file of today's yet

Value = str | int | float | bool | list[str] | QByteArray


class Settings:
    """Typed access to the settings file; values that make no sense count as absent."""

    def __init__(self, path: Path | None = None) -> None:
        """Use the file at `path`, or the user's own settings file."""
        self._file = SettingsFile(path or settings_folder() / _FILE)
        old = self._file.path.with_name(_OLD_FILE)
        if self._file.is_new and old.is_file():
            for key, value in old_values(old).items():
                self.put(key, value)

    @property
    def problem(self) -> Message | None:
        """What was wrong with the file when it was read."""
        return self._file.problem

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    def string(self, key: str, default: str = "") -> str:
        """The string under `key`."""
        value = self._file.get(key)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int) -> int:
        """The number under `key`; 1 and 0 for true and false."""
        value = self._file.get(key)
        return int(value) if isinstance(value, (bool, int)) else default

    def flag(self, key: str, default: bool) -> bool:
        """Whether `key` is on."""
        return self.number(key, int(default)) != 0

    def state(self, key: str) -> QByteArray:
        """The state of a window or splitter under `key`; empty where there is none."""
        return QByteArray.fromBase64(self.string(key).encode("ascii", "ignore"))

    def strings(self, key: str) -> list[str]:
        """The list of strings under `key`."""
        value = self._file.get(key)
        if isinstance(value, str):  # a list of one, as a person may write it
            return [value]
        return [str(each) for each in value] if isinstance(value, list) else []

    def table(self, key: str) -> dict[str, list[str]]:
        """The lists of strings in the table `key`."""
        value = self._file.get(key)
        names = value if isinstance(value, dict) else {}
        return {name: self.strings(f"{key}.{name}") for name in names}

    def put(self, key: str, value: Value | None) -> None:
        """Remember `value` under the dotted `key`; None forgets it."""
        if isinstance(value, QByteArray):
            value = bytes(value.toBase64().data()).decode("ascii")
        self._file.put(key, value)

    def recent(self) -> list[Path]:
        """Archives opened lately, newest first; some may be on media that are away now."""
        return [Path(each) for each in self.strings("recent")]

    def add_recent(self, folder: Path) -> None:
        """Put `folder` first among the recent archives."""
        others = [str(path) for path in self.recent() if path != folder]
        self.put("recent", [str(folder), *others][:_RECENT])

    def save(self) -> None:
        """Write the file now."""
        self.saving()()

    def saving(self) -> Callable[[], None]:
        """What writes the file as it is to be now, on any thread.

        Where it cannot be written, the log says so: that is no reason to stop.
        """
        write = self._file.saving()

        def save() -> None:
            try:
                write()
            except OSError as error:
                log.warning("the settings cannot be written: %s", error)

        return save
