"""Where things lie: in the system's places, beside the program, or in the meantime elsewhere."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from desktop_app import places
from desktop_app.portable import PORTABLE, Portable
from tests.unprivileged import as_nobody, open_to_all, read_only

KINDS = (
    places.settings_folder, places.data_folder, places.cache_folder, places.log_folder,
    places.documents_folder,
)  # fmt: skip


def test_the_system_s_places(own_folders: Path) -> None:
    assert places.settings_folder() == own_folders / "xdg_config_home" / "beilin"
    assert places.data_folder() == own_folders / "xdg_data_home" / "beilin"
    assert places.cache_folder() == own_folders / "xdg_cache_home" / "beilin"
    assert places.log_folder().is_relative_to(own_folders / "xdg_state_home")


def test_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "beside_program", lambda: tmp_path)
    assert places.portable() is None
    (tmp_path / PORTABLE).mkdir()
    assert all(place().is_relative_to(tmp_path) for place in KINDS)
    assert len({place() for place in KINDS}) == len(KINDS)
    assert places.settings_folder() == tmp_path / PORTABLE


def test_the_marker_of_an_executable_stands_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "beilin"))
    assert places.beside_program() == tmp_path.resolve()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs another user")
def test_what_cannot_be_written_lives_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, temporary = tmp_path / PORTABLE, tmp_path / "temporary"
    (stick / "data").mkdir(parents=True)
    (stick / "settings.toml").write_text("zoom = 90\n", "utf-8")
    (stick / "data" / "marks.db").write_bytes(b"marks")
    read_only(stick)
    temporary.mkdir()
    temporary.chmod(0o777)
    open_to_all(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    def work() -> bool:
        carried = Portable(stick)
        home = carried.home
        brought = (home / "settings.toml").read_text("utf-8") == "zoom = 90\n"
        (home / "settings.toml").write_text("zoom = 100\n", "utf-8")
        private = home.stat().st_mode & 0o077 == 0
        marks = (home / "data" / "marks.db").read_bytes() == b"marks"
        return carried.read_only and brought and private and marks and home.parent == temporary

    assert as_nobody(work) == 0
    assert (stick / "settings.toml").read_text("utf-8") == "zoom = 90\n"
