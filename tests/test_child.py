"""An object in a process of its own: its answers, its faults, its end."""

from __future__ import annotations

import gc
import os
import signal
import time
from pathlib import Path

import pytest

from desktop_app.child import Child
from desktop_app.errors import ImportFailure
from desktop_app.messages import message
from desktop_app.workers import TaskLost


class Counter:
    def __init__(self, start: int) -> None:
        if start < 0:
            raise ImportFailure(message("{path} is below nothing", path=start))
        self.count = start

    def add(self, number: int) -> int:
        self.count += number
        return self.count

    def process(self) -> int:
        return os.getpid()

    def crash(self) -> None:
        os.kill(os.getpid(), signal.SIGSEGV)

    def abort(self) -> None:
        os.abort()

    def hang(self) -> None:
        time.sleep(60)

    def eat(self) -> int:
        return len(bytearray(8 * 1024**3))


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_object_keeps_its_state_in_another_process() -> None:
    child = Child(Counter, 5)
    assert [child.ask("add", 2), child.ask("add", 3)] == [7, 10]
    assert child.ask("process") != os.getpid()
    child.close()


def test_it_ends_with_its_last_user() -> None:
    child = Child(Counter, 5)
    process = child.ask("process")
    assert is_running(process)
    del child
    gc.collect()
    assert not is_running(process)


def test_a_failure_is_told_and_does_not_end_it() -> None:
    child = Child(Counter, 5)
    with pytest.raises(TypeError):
        child.ask("add", "words")
    assert child.ask("add", 1) == 6
    with pytest.raises(ImportFailure, match="-1 is below nothing"):
        Child(Counter, -1).ask("add", 1)


@pytest.mark.parametrize(
    ("method", "words"), [("crash", "crashed"), ("abort", "crashed"), ("hang", "too long")]
)
def test_a_crash_is_told(
    method: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    child = Child(Counter, 5, seconds=1.5)
    child.ask("add", 1)
    with pytest.raises(TaskLost, match=words):
        child.ask(method)
    with pytest.raises(TaskLost):
        child.ask("add", 1)
    assert list(tmp_path.iterdir()) == []  # no core file


def test_memory_is_bounded() -> None:
    child = Child(Counter, 5, memory=2 * 1024**3)
    with pytest.raises(TaskLost, match="memory"):
        child.ask("eat")
