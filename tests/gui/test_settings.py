"""The window's settings: typed, and read once from the file that earlier Beilins wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from desktop_app.gui import application
from desktop_app.gui.application import words_at_start
from desktop_app.gui.settings import Settings
from desktop_app.portable import Portable


def test_the_old_file_is_read_once(tmp_path: Path) -> None:
    old = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    for key, value in (
        ("theme", "dark"), ("zoom", 130), ("photo_pane", 0), ("history", "港口"),
        ("recent", [str(tmp_path), "/gone"]), ("geometry", QByteArray(b"\x01\x00\xff")),
    ):  # fmt: skip
        old.setValue(key, value)
    old.sync()
    settings = Settings(tmp_path / "settings.toml")
    assert settings.string("theme") == "dark"
    assert settings.number("zoom", 100) == 130
    assert not settings.flag("photo_pane", True)
    assert settings.strings("history") == ["港口"]
    assert settings.recent() == [tmp_path, Path("/gone")]
    assert settings.state("geometry") == QByteArray(b"\x01\x00\xff")
    settings.put("theme", "light")
    settings.save()
    assert Settings(tmp_path / "settings.toml").string("theme") == "light"
    assert Settings(tmp_path / "settings.toml").number("zoom", 100) == 130


def test_values_that_make_no_sense_count_as_absent(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = 7\nzoom = "big"\nhistory = 3\ngeometry = "漢%"\n', "utf-8")
    settings = Settings(path)
    assert settings.string("theme", "system") == "system"
    assert settings.number("zoom", 100) == 100
    assert settings.strings("history") == []
    assert settings.state("geometry").isEmpty()
    assert words_at_start(settings) == []


def test_a_settings_file_that_cannot_be_written_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    settings = Settings(tmp_path / "file" / "settings.toml")
    settings.put("theme", "dark")
    settings.save()
    assert settings.string("theme") == "dark"
    assert "cannot be written" in caplog.text


def test_read_only_media_are_told_of_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What cannot be made cannot be written either.
    monkeypatch.setattr(application, "portable", lambda: Portable(tmp_path / "ejected"))
    settings = Settings(tmp_path / "settings.toml")
    assert "temporary files" in str(words_at_start(settings)[0])
    assert words_at_start(settings) == []
