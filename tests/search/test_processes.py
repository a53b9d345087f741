"""Several processes at one index: readers keep their state, writers wait, kills leave it whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.errors import ArchiveError
from desktop_app.search import whoosh_engine
from desktop_app.search.codec.contents import read_contents
from desktop_app.search.codec.index_writer import IndexWriter, writing
from desktop_app.search.query import parse
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = ["MAIN_WRITELOCK"]  # a lock file stays; who locks it matters

# Commits for ever: twenty new documents and three older ones anew, each time.
WRITER = """
import sys
from pathlib import Path
from desktop_app.search.whoosh_engine import WhooshEngine
from tests.material import document
engine = WhooshEngine(Path(sys.argv[1]))
at = engine.covered
while at < int(sys.argv[2]):
    at += 1
    new = [document(20 * at + n, f"harbor oil number{at}") for n in range(20)]
    old = [document(20 * each, f"harbor again{at}") for each in range(max(1, at - 3), at)]
    engine.add([*new, *old], at)
    print(at, flush=True)
"""

# Holds the lock for a while.
HOLDER = """
import sys, time
from pathlib import Path
from desktop_app.search.codec.index_writer import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(0.7)
"""


@contextmanager
def writer(folder: Path, commits: int = 1 << 30) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(commits)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
    ) as process:  # fmt: skip
        yield process
        process.kill()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def whole(folder: Path) -> int:
    """Check that the index is sound and complete; returns how many commits it holds."""
    engine = WhooshEngine(folder)
    covered = engine.covered
    assert engine.faults() == []
    numbers = set(engine.search(parse("harbor").node).numbers)
    assert numbers == set(range(20, 20 * covered + 20))
    assert engine.count == 20 * covered
    for at in {1, covered // 2, covered} - {0}:
        found = set(engine.search(parse(f"number{at}").node).numbers)
        again = {20 * at} if at < covered else set()
        assert found == set(range(20 * at, 20 * at + 20)) - again
    return covered


def files_of_nobody(folder: Path) -> list[str]:
    """The files that the contents do not refer to."""
    contents = read_contents(folder)
    assert contents is not None
    living = {segment.segment_id() for segment in contents.segments}
    toc = f"_MAIN_{contents.generation}.toc"
    names = sorted(path.name for path in folder.iterdir())
    return [name for name in names if name.partition(".")[0] not in living and name != toc]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_kill_9_at_any_moment_leaves_a_whole_index(tmp_path: Path) -> None:
    dice = random.Random(20)
    folder, committed = tmp_path / "index", 0
    for _ in range(20):
        with writer(folder) as process:
            committed = max(committed, int(said(process)))
            time.sleep(dice.uniform(0, 0.12))
            process.send_signal(signal.SIGKILL)
            assert process.stdout is not None
            committed = max([committed, *map(int, process.stdout.read().split())])
        assert whole(folder) >= committed
        with writing(folder, patience=0):  # the lock went with the process
            pass
    covered = WhooshEngine(folder).covered
    with writer(folder, covered + 1) as process:
        assert int(said(process)) == covered + 1
        process.wait(30)
    assert whole(folder) == covered + 1
    assert files_of_nobody(folder) == KEPT


def test_what_an_interrupted_writer_left_goes_with_the_next_commit(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    engine.add([document(1, "harbor")], 1)
    leftovers = ["MAIN_0abc.pos", "MAIN_0abc.tab", "MAIN_0abc.doc", "._MAIN_9.toc.4711.part"]
    for name in leftovers:
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / "somebody's notes.txt").write_text("kept")
    engine.add([document(2, "harbor")], 2)
    assert files_of_nobody(tmp_path) == [*KEPT, "somebody's notes.txt"]


def test_a_batch_that_fails_leaves_no_files(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    engine.add([document(1, "harbor")], 1)
    before = sorted(path.name for path in tmp_path.iterdir())

    def documents() -> Iterator[object]:
        yield from (document(number, "oil " * 40_000) for number in range(2, 20))
        raise KeyError("a broken source")

    with pytest.raises(KeyError):
        engine.add(documents(), 2)  # type: ignore[arg-type]
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert set(engine.search(parse("").node).numbers) == {1}


def test_a_disk_that_fails_in_the_midst_leaves_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = WhooshEngine(tmp_path)
    engine.add([document(1, "harbor")], 1)
    before = sorted(path.name for path in tmp_path.iterdir())

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    for where in ("desktop_app.search.codec.segment_writer.write_table",
                  "desktop_app.search.codec.contents.write_atomically"):  # fmt: skip
        with monkeypatch.context() as patch, pytest.raises(OSError, match="No space"):
            patch.setattr(where, full)
            engine.add([document(2, "oil")], 2)
        assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (engine.covered, engine.count) == (1, 1)


def test_a_reader_keeps_its_state_while_another_process_commits_and_merges(
    tmp_path: Path,
) -> None:
    with writer(tmp_path, 3) as process:
        process.wait(30)
    reader = WhooshEngine(tmp_path)
    kept = list(reader.search(parse("harbor oil").node).numbers)
    with writer(tmp_path, 43) as process:
        while said(process):
            matches = reader.search(parse("harbor oil").node)
            assert list(matches.numbers) == kept
            assert matches.facets["language"] == {"zh": len(kept)}
            assert len(reader.search(parse("again3").node).numbers) == 2
            assert whole_anywhen(tmp_path)
    reader.refresh()
    assert len(reader.search(parse("harbor").node).numbers) == 20 * 43
    contents = read_contents(tmp_path)
    assert contents is not None
    assert len(contents.segments) <= 8


def whole_anywhen(folder: Path) -> bool:
    """Whether a reader that opens the index in the midst of it all finds a whole one."""
    fresh = WhooshEngine(folder)
    numbers = set(fresh.search(parse("harbor").node).numbers)
    return numbers == set(range(20, 20 + len(numbers))) and len(numbers) % 20 == 0


def test_a_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    WhooshEngine(tmp_path).add([document(1, "harbor")], 1)
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE,
                          text=True, cwd=ROOT) as process:  # fmt: skip
        assert said(process) == "held\n"
        WhooshEngine(tmp_path).add([document(2, "harbor")], 2)
    assert WhooshEngine(tmp_path).count == 2


def test_a_writer_that_waits_too_long_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = WhooshEngine(tmp_path / "index")
    engine.add([document(1, "harbor")], 1)

    def impatient(folder: Path) -> object:
        return writing(folder, patience=0.2)

    monkeypatch.setattr(whoosh_engine, "writing", impatient)
    with writing(tmp_path / "index"), pytest.raises(ArchiveError, match="another Beilin") as told:
        engine.add([document(2, "harbor")], 2)
    assert str(tmp_path) in str(told.value) and "\n" not in str(told.value)
    engine.add([document(2, "harbor")], 2)
    assert engine.count == 2


def test_two_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    script = WRITER.replace("20 * at + n", "10_000 * int(sys.argv[3]) + 20 * at + n").replace(
        "20 * each", "10_000 * int(sys.argv[3]) + 20 * each"
    )
    script = script.replace("engine.covered", "0")
    started = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path), "12", str(own)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        for own in (1, 2)
    ]
    assert [process.wait(60) for process in started] == [0, 0]
    engine = WhooshEngine(tmp_path)
    expected = {10_000 * own + number for own in (1, 2) for number in range(20, 13 * 20)}
    assert set(engine.search(parse("harbor").node).numbers) == expected
    assert engine.faults() == []


def test_a_writer_that_is_left_without_a_commit_changes_nothing(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    engine.add([document(1, "harbor")], 1)
    with writing(tmp_path) as open_writer:
        assert isinstance(open_writer, IndexWriter)
        open_writer.delete(lambda segment: segment.numbers("number") * 0)
    assert set(WhooshEngine(tmp_path).search(parse("harbor").node).numbers) == {1}
