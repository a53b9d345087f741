"""Folders that are gone after use, also when their user was killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.scratch import scratch_folder

KILLED = """
import os, sys
from pathlib import Path
from desktop_app.scratch import scratch_folder
with scratch_folder(Path(sys.argv[1])) as folder:
    folder.mkdir()
    (folder / "page.html").write_text("left")
    os._exit(9)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".unpacking.lock")


def test_a_folder_is_removed_after_use(tmp_path: Path) -> None:
    with scratch_folder(tmp_path) as folder:
        folder.mkdir()
        (folder / "page.html").write_text("words", "utf-8")
        assert folder.parent == tmp_path
    assert names(tmp_path) == []


def test_a_folder_is_removed_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), scratch_folder(tmp_path) as folder:
        folder.mkdir()
        raise ZeroDivisionError
    assert names(tmp_path) == []


def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, tmp_path], check=False)
    assert done.returncode == 9
    assert len(names(tmp_path)) == 2
    with scratch_folder(tmp_path) as folder:
        assert names(tmp_path) == [f"{folder.name}.lock"]
    assert names(tmp_path) == []


def test_the_folder_of_another_that_lives_stays(tmp_path: Path) -> None:
    with scratch_folder(tmp_path) as first:
        first.mkdir()
        with scratch_folder(tmp_path) as second:
            assert first != second
            assert first.is_dir()
        assert first.is_dir()
    assert names(tmp_path) == []
