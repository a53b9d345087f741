"""Analysis in other processes: the index of one process, whatever becomes of the others."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from desktop_app.errors import Cancelled
from desktop_app.search import helped, index_documents
from desktop_app.search.batch_segments import Batch, write_segment
from desktop_app.search.codec import merging
from desktop_app.search.codec.contents import read_contents
from desktop_app.search.codec.index_writer import writing
from desktop_app.search.engine import Document, Sort
from desktop_app.search.helped import WorkersLost
from desktop_app.search.query import parse
from desktop_app.search.whoosh_engine import WhooshEngine
from desktop_app.workers import Alone, Processes, Workers
from tests.material import document
from tests.search.contract import bulletins
from tests.search.test_processes import KEPT, files_of_nobody

ROOT = Path(__file__).resolve().parent.parent.parent
QUERIES = ("学院", "科研 OR 教学", '"西安交通大学"', "交通*", "", "-学生", "date:2023", "wang")

Task = TypeVar("Task")
Result = TypeVar("Result")


@pytest.fixture(autouse=True)
def small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_documents, "BATCH", 4_000)
    monkeypatch.setattr(merging, "_STRETCH", 2_000)
    monkeypatch.setattr(merging, "_TOGETHER", 2)


@pytest.fixture(scope="module")
def processes() -> Iterator[Workers]:
    with Processes(2) as workers:
        yield workers


def answers(folder: Path) -> list[object]:
    """Everything a few queries say, to the last digit."""
    engine, said = WhooshEngine(folder), list[object]()
    for query in QUERIES:
        for sort in Sort:
            matches = engine.search(parse(query).node, sort)
            said.append((query, list(matches.numbers), list(matches.scores), matches.facets))
    return said


def columns(folder: Path) -> list[bytes]:
    """What the segments' files hold, but for the tables, which have their names in them."""
    files = (file for file in folder.iterdir() if file.suffix in (".doc", ".frq", ".pos"))
    return sorted(file.read_bytes() for file in files)


class Seen(Alone):
    """Passes calls on to other workers, and keeps which they were."""

    def __init__(self, workers: Workers) -> None:
        self.ahead, self._workers, self.calls = workers.ahead, workers, set[object]()

    def submit(self, call: Callable[[Task], Result], task: Task) -> Future[Result]:
        self.calls.add(call)
        return self._workers.submit(call, task)


def test_the_index_is_the_one_of_a_single_process(
    tmp_path: Path, shared_data: Path, processes: Workers
) -> None:
    seen = Seen(processes)
    documents = bulletins(shared_data)
    newer = [replace(each, title="again", captions=("图",)) for each in documents[::7]]
    for name, workers in (("alone", Alone()), ("together", seen)):
        engine = WhooshEngine(tmp_path / name)
        engine.add([*documents[:300], *newer[:20]], 1, workers)
        engine.add([*documents[300:], *newer[10:]], 2, workers)
        assert (engine.covered, engine.count) == (2, len(documents))
        assert engine.faults() == []
    assert len(seen.calls) == 2  # batches written, and pieces merged
    assert answers(tmp_path / "together") == answers(tmp_path / "alone")
    assert columns(tmp_path / "together") == columns(tmp_path / "alone")
    assert files_of_nobody(tmp_path / "together") == KEPT


def test_a_reader_keeps_its_state_while_other_processes_write(
    tmp_path: Path, processes: Workers
) -> None:
    engine, reader = WhooshEngine(tmp_path), WhooshEngine(tmp_path)
    engine.add(harbors(1, 100), 1, processes)

    def documents() -> Iterator[Document]:
        for each in harbors(101, 300):
            assert len(reader.search(parse("harbor").node).numbers) == 100
            yield each

    assert len(reader.search(parse("harbor").node).numbers) == 100
    engine.add(documents(), 2, processes)
    assert len(reader.search(parse("harbor").node).numbers) == 100
    reader.refresh()
    assert len(reader.search(parse("harbor").node).numbers) == 300


def harbors(first: int, last: int, **given: object) -> list[Document]:
    return [document(n, f"harbor {n} " * 40, **given) for n in range(first, last + 1)]


def found(folder: Path) -> set[int]:
    return set(WhooshEngine(folder).search(parse("harbor").node).numbers)


def test_one_that_is_cancelled_leaves_the_former_commit_and_no_files(
    tmp_path: Path, processes: Workers
) -> None:
    engine = WhooshEngine(tmp_path)
    engine.add(harbors(1, 20), 1, processes)

    def documents() -> Iterator[Document]:
        yield from harbors(21, 200)
        raise Cancelled

    with pytest.raises(Cancelled):
        engine.add(documents(), 2, processes)
    assert (found(tmp_path), engine.covered) == (set(range(1, 21)), 1)
    assert files_of_nobody(tmp_path) == KEPT


def test_what_fails_in_another_process_is_told_in_this_one(
    tmp_path: Path, processes: Workers
) -> None:
    engine = WhooshEngine(tmp_path)
    engine.add(harbors(1, 20), 1, processes)
    wrong = replace(harbors(21, 21)[0], date="no date")  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        engine.add([*harbors(22, 80), wrong], 2, processes)
    assert (found(tmp_path), engine.covered) == (set(range(1, 21)), 1)
    assert files_of_nobody(tmp_path) == KEPT


def troubled(batch: Batch) -> None:
    """Write the segment, but come to grief over some."""
    titles = {each.title for each in batch.documents}
    if "die" in titles:  # in the midst of it
        (batch.folder / f"{batch.segment}.pos").write_bytes(b"half")
        os._exit(9)
    if "hang" in titles:
        time.sleep(60)
    if "greedy" in titles:
        raise MemoryError
    write_segment(batch)


class Troubled(Processes):
    """Processes that come to grief over some batches."""

    def submit(self, call: Callable[[Task], Result], task: Task) -> Future[Result]:
        return super().submit(troubled if call is write_segment else call, task)  # type: ignore


@pytest.mark.parametrize("trouble", ["die", "hang", "greedy"])
def test_a_batch_that_a_process_loses_is_done_here(tmp_path: Path, trouble: str) -> None:
    documents = harbors(1, 300)
    for place in (50, 120):
        documents[place] = replace(documents[place], title=trouble)
    with Troubled(2, seconds=1) as workers:
        WhooshEngine(tmp_path / "index").add(documents, 1, workers)
    assert WhooshEngine(tmp_path / "index").faults() == []
    assert found(tmp_path / "index") == set(range(1, 301))
    assert files_of_nobody(tmp_path / "index") == KEPT
    plain = WhooshEngine(tmp_path / "plain")
    plain.add(documents, 1)
    assert answers(tmp_path / "index") == answers(tmp_path / "plain")


class Gone(Alone):
    """Workers that take no more work after the first calls."""

    ahead = 2

    def __init__(self, how: str) -> None:
        self._how, self._calls = how, 0

    def submit(self, call: Callable[[Task], Result], task: Task) -> Future[Result]:
        self._calls += 1
        if self._calls < 4:
            return super().submit(call, task)
        if self._how == "refuse":
            raise RuntimeError("Unexpected error within the Pool")
        future: Future[Result] = Future()
        if self._how == "broken":
            future.set_exception(BrokenProcessPool("All workers expired"))
        return future


@pytest.mark.parametrize("how", ["refuse", "broken", "silent"])
def test_processes_that_take_no_more_work_are_told_of_and_nothing_is_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(helped, "_PATIENCE", 0.1)
    monkeypatch.setattr(helped, "_SETTLING", 0.1)
    engine = WhooshEngine(tmp_path)
    engine.add(harbors(1, 20), 1)
    with pytest.raises(WorkersLost):
        engine.add(harbors(21, 300), 2, Gone(how))
    assert (found(tmp_path), engine.covered) == (set(range(1, 21)), 1)
    assert files_of_nobody(tmp_path) == KEPT


# Commits for ever, each time two hundred more documents through two processes, and says
# who they are.
PARENT = """
import multiprocessing, sys
from pathlib import Path
from desktop_app.search import index_documents
from desktop_app.search.whoosh_engine import WhooshEngine
from desktop_app.workers import Processes
from tests.search.test_parallel import harbors
index_documents.BATCH = 4_000
engine = WhooshEngine(Path(sys.argv[1]))
with Processes(2) as workers:
    for at in range(engine.covered, 1000):
        engine.add(harbors(200 * at + 1, 200 * at + 200), at + 1, workers)
        print(at + 1, *[each.pid for each in multiprocessing.active_children()], flush=True)
"""


def ended(process: int) -> bool:
    """Whether the process has ended, waiting some seconds for it."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="kill -9, /proc")
def test_kill_9_of_the_parent_leaves_the_former_commit_and_nobody_behind(tmp_path: Path) -> None:
    dice, folder, committed = random.Random(21), tmp_path / "index", 0
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", PARENT, str(folder)], cwd=ROOT,
                              stdout=subprocess.PIPE, text=True) as process:  # fmt: skip
            assert process.stdout is not None
            first, *others = map(int, process.stdout.readline().split())
            time.sleep(dice.uniform(0, 0.4))
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read().split("\n")
            committed = max([first, *(int(line.split()[0]) for line in rest if line)])
        assert WhooshEngine(folder).covered >= committed
        covered = whole(folder)
        with writing(folder, patience=0):  # the lock went with the parent
            pass
        assert len(others) == 2
        assert all(map(ended, others))
    WhooshEngine(folder).add(harbors(200 * covered + 1, 200 * covered + 200), covered + 1)
    assert whole(folder) == covered + 1
    assert files_of_nobody(folder) == KEPT


def whole(folder: Path) -> int:
    """Check that the index is sound and complete; returns how many commits it holds."""
    engine = WhooshEngine(folder)
    assert engine.faults() == []
    assert found(folder) == set(range(1, 200 * engine.covered + 1))
    assert read_contents(folder) is not None
    return engine.covered


def test_documents_arrive_as_they_were_sent() -> None:
    import pickle

    sent = Batch(Path("index"), "MAIN_1", harbors(1, 3, speakers=("王树国",), said=("合作",)))
    got = pickle.loads(pickle.dumps(sent))
    assert got == sent
