"""What the window remembers between sessions."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

_RECENT = 8  # archives in the menu of recent ones


class Settings:
    """Typed access to the settings file; values that make no sense count as absent."""

    def __init__(self, file: Path | None = None) -> None:
        """Use `file`, or the user's own settings file."""
        own = Path(platformdirs.user_config_dir("beilin")) / "window.ini"
        self._values = QSettings(str(file or own), QSettings.Format.IniFormat)

    def string(self, key: str, default: str = "") -> str:
        """The string under `key`."""
        value = self._values.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int) -> int:
        """The number under `key`."""
        try:
            return int(str(self._values.value(key, default)))
        except ValueError:
            return default

    def state(self, key: str) -> QByteArray:
        """The state of a window or splitter under `key`; empty where there is none."""
        value = self._values.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def strings(self, key: str) -> list[str]:
        """The list of strings under `key`."""
        value = self._values.value(key, [])
        if isinstance(value, str):  # how an INI file gives a list of one
            return [value] if value else []
        return [str(each) for each in value] if isinstance(value, list) else []

    def put(self, key: str, value: str | int | list[str] | QByteArray) -> None:
        """Remember `value` under `key`."""
        self._values.setValue(key, value)

    def recent(self) -> list[Path]:
        """Archives opened lately that are still there, newest first."""
        return [Path(each) for each in self.strings("recent") if Path(each).is_dir()]

    def add_recent(self, folder: Path) -> None:
        """Put `folder` first among the recent archives."""
        others = [str(path) for path in self.recent() if path != folder]
        self.put("recent", [str(folder), *others][:_RECENT])

    def save(self) -> None:
        """Write the file now."""
        self._values.sync()
