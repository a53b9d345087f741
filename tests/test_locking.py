from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop_app.errors import Cancelled
from desktop_app.locking import only_one

_HOLDER = """
import sys
from pathlib import Path
from desktop_app.locking import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_process_is_waited_for_and_its_end_frees_the_lock(tmp_path: Path) -> None:
    lock = tmp_path / "folder" / ".lock"
    command = [sys.executable, "-c", _HOLDER, str(lock)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"held\n"
        with pytest.raises(Cancelled), only_one(lock, lambda: True):
            pass
        holder.kill()
        with only_one(lock):
            assert lock.exists()


def test_two_threads_take_turns(tmp_path: Path) -> None:
    inside: list[str] = []

    def work() -> None:
        with only_one(tmp_path / ".lock"):
            inside.append("in")
            inside.append("out")

    threads = [threading.Thread(target=work) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert inside == ["in", "out"] * 8
