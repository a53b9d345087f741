"""Catching up with other processes at work, where there is much to do."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from desktop_app import indexing
from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.errors import Cancelled
from desktop_app.items import Origin
from desktop_app.search import helped, index_documents
from desktop_app.workers import Alone, Processes
from tests.material import item

Task = TypeVar("Task")
Result = TypeVar("Result")
ITEMS = 900


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """An archive that is not indexed, of which 300 items are a commit and 100 are many."""
    monkeypatch.setattr(index_documents, "BATCH", 8_000)
    monkeypatch.setattr(indexing, "_COMMIT", 300)
    monkeypatch.setattr(indexing, "_MANY", 100)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with open_for_import(tmp_path / "a") as made:
        items = [item(f"i{number}", f"harbor {number} " * 30) for number in range(ITEMS)]
        made.put([(each, Origin("test"), False) for each in items])
    with open_archive(tmp_path / "a") as opened:
        yield opened


def whole(archive: Archive) -> bool:
    found = list(archive.search("harbor", cancelled=lambda: False).numbers)
    sound = not archive.index_faults() and archive.index_is_current()
    return sound and sorted(found) == list(range(1, ITEMS + 1))


class Counted(Processes):
    """Processes that tell of each that is made."""

    made = 0

    def __init__(self, seconds: float) -> None:
        type(self).made += 1
        super().__init__(2, seconds)


def test_much_is_done_by_other_processes_and_little_alone(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = type("Made", (Counted,), {})
    monkeypatch.setattr(indexing, "Processes", made)
    archive.catch_up()
    assert whole(archive)
    assert made.made == 1
    with open_for_import(archive.folder) as writer:
        writer.put([(item(f"n{n}", "oil"), Origin("test"), False) for n in range(99)])
        writer.catch_up()
        assert len(writer.search("oil").numbers) == 99
    assert made.made == 1


@contextmanager
def killing(dice: random.Random) -> Iterator[list[int]]:
    """Kill one of this process's children now and then; yields whom."""
    over, killed = threading.Event(), list[int]()

    def kill() -> None:
        while not over.wait(dice.uniform(0.25, 0.4)):
            for child in multiprocessing.active_children()[:1]:
                os.kill(child.pid or 0, signal.SIGKILL)
                killed.append(child.pid or 0)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_kill_9_of_processes_at_work_loses_nothing(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(helped, "_PATIENCE", 2.0)
    killed = 0
    with killing(random.Random(5)) as victims:
        for _ in range(2):
            archive.rebuild_index()
            archive.refresh()
            assert whole(archive)
        killed = len(victims)
    assert killed


class Refusing(Alone):
    """Processes that take no more work after a while."""

    calls = 0

    def __init__(self, seconds: float) -> None:
        assert seconds

    def submit(self, call: Callable[[Task], Result], task: Task) -> Future[Result]:
        self.calls += 1
        if self.calls > 5:
            raise RuntimeError("Unexpected error within the Pool")
        return super().submit(call, task)


def test_where_processes_take_no_more_work_this_one_goes_on(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(indexing, "Processes", Refusing)
    archive.catch_up()
    assert whole(archive)
    assert "going on in this one" in caplog.text


def test_one_that_is_cancelled_keeps_what_was_committed(archive: Archive) -> None:
    read = 0

    def count(_done: int, _total: int) -> None:
        nonlocal read
        read += 1

    with pytest.raises(Cancelled):
        archive.catch_up(count, lambda: read >= 700)
    archive.refresh()
    assert archive.indexed() == 600
    archive.catch_up()
    assert whole(archive)
    assert read == 700
