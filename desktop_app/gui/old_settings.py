"""The settings file of earlier Beilins, an INI file by Qt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_LISTS = ("recent", "history")  # of which an INI file gives one of one entry as a string


def old_values(path: Path) -> dict[str, str | int | list[str] | QByteArray]:
    """What the file at `path` holds, as today's settings take it."""
    values = QSettings(str(path), QSettings.Format.IniFormat)
    read = {key: _value(key, values.value(key)) for key in values.allKeys()}
    return {key: value for key, value in read.items() if value is not None}


def _value(key: str, value: object) -> str | int | list[str] | QByteArray | None:
    if key in _LISTS:
        several = value if isinstance(value, list) else [value] if value else []
        return [str(each) for each in several]
    if isinstance(value, str):
        return int(value) if value.isdecimal() else value
    return value if isinstance(value, (int, QByteArray)) else None
