"""The marks' file: several processes at once, a crash, and files that are something else."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.errors import MarksError
from desktop_app.marks.marks import Marks
from desktop_app.marks.schema import STEPS

_WRITE = """
import sys
from pathlib import Path
from desktop_app.marks.marks import Marks
with Marks.open(Path(sys.argv[1])) as marks:
    for number in range(40):
        marks.put_position("a", f"{sys.argv[2]}-{number}", number, 40)
"""
_DIE = """
import os, signal, sys
from pathlib import Path
from desktop_app.marks.marks import Marks
marks = Marks.open(Path(sys.argv[1]))
marks.put_position("a", "kept", 1, 2)
with marks._database.batch():
    marks._database.run("DELETE FROM positions")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_several_processes_make_and_write_one_file(tmp_path: Path) -> None:
    file = tmp_path / "marks.db"
    command = [sys.executable, "-c", _WRITE, str(file)]
    writers = [subprocess.Popen([*command, str(each)]) for each in range(4)]
    assert [writer.wait(60) for writer in writers] == [0] * 4
    with closing(sqlite3.connect(file)) as raw:
        assert raw.execute("SELECT count(*) FROM positions").fetchone() == (160,)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_process_killed_while_writing_costs_only_that(tmp_path: Path) -> None:
    file = tmp_path / "marks.db"
    died = subprocess.run([sys.executable, "-c", _DIE, str(file)], check=False)
    assert died.returncode == -signal.SIGKILL
    with Marks.open(file) as marks:
        assert marks.position("a", "kept") is not None


def test_half_a_batch_is_undone() -> None:
    with Marks.in_memory() as marks:
        with pytest.raises(ZeroDivisionError), marks._database.batch():
            marks.put_position("a", "i", 1, 2)
            raise ZeroDivisionError
        assert marks.position("a", "i") is None
        marks.put_position("a", "i", 1, 2)
        assert marks.position("a", "i") is not None


def test_what_is_no_file_of_marks_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "letter.db"
    text.write_text("Dear Sir or Madam, " * 100)
    foreign = tmp_path / "items.db"
    with closing(sqlite3.connect(foreign)) as raw:
        raw.execute("CREATE TABLE items (number)")
    for file in (text, foreign):
        before = file.read_bytes()
        with pytest.raises(MarksError, match=file.name):
            Marks.open(file)
        assert file.read_bytes() == before


def test_a_file_of_a_later_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "marks.db"
    Marks.open(file).close()
    with closing(sqlite3.connect(file)) as raw:
        raw.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    with pytest.raises(MarksError, match="later version"):
        Marks.open(file)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MarksError, match=r"marks\.db"):
        Marks.open(tmp_path / "file" / "marks.db")
