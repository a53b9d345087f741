"""Building an index, its size, opening it in a new process, adding to it."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from tests.benchmarks.classes import Query
from tests.benchmarks.corpus import Corpus, Story, newer, scratch, spaced
from tests.benchmarks.engines import Maker

ROOT = Path(__file__).resolve().parent.parent.parent
ADDED = 100
_MARKER = "zzqqvx"  # in no story
_COLD_RUNS = 5


@dataclass(frozen=True, slots=True)
class Built:
    """An index: seconds from the first item to the commit, and its size on disk.

    Where `earlier`, it was built in a run before this one.
    """

    name: str
    seconds: float
    bytes: int
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Cold:
    """Opening in a new process, after its libraries were imported.

    Milliseconds to open, and of the first question after it; MB of memory of its own
    and of mapped files that came on top of what the libraries had taken.
    """

    open_ms: float
    first_ms: float
    own_mb: float
    mapped_mb: float


class _Metered:
    """Passes stories on, and knows how long it took to come by them."""

    def __init__(self, stories: Iterable[Story]) -> None:
        self._stories = stories
        self.seconds = 0.0

    def __iter__(self) -> Iterator[Story]:
        rest = iter(self._stories)
        while True:
            started = time.perf_counter()
            story = next(rest, None)
            self.seconds += time.perf_counter() - started
            if story is None:
                return
            yield story


def build(name: str, maker: Maker, folder: Path, corpus: Corpus) -> Built:
    """Index the corpus in `folder`, which is emptied; reading the corpus does not count."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    stories = _Metered(corpus)
    engine = maker(folder, corpus.story)
    started = time.perf_counter()
    engine.build(stories)
    seconds = time.perf_counter() - started - stories.seconds
    engine.close()
    return Built(name, seconds, size(folder))


def kept(name: str, maker: Maker, corpus: Corpus) -> tuple[Path, Built]:
    """An index of an earlier run, or one built to be kept for later ones."""
    folder = scratch() / f"index-{corpus.name}-{name}"
    note = folder.with_suffix(".json")
    if note.exists():
        return folder, Built(**{**json.loads(note.read_text()), "earlier": True})
    built = build(name, maker, folder, corpus)
    note.write_text(json.dumps(asdict(built)))
    return folder, built


def size(folder: Path) -> int:
    """Bytes of all files in `folder`."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def tokenising_seconds(corpus: Corpus) -> float:
    """What the tokens of the whole corpus take, from those of its first stories."""
    texts = [story.text for story in islice(corpus, 3000)]
    started = time.perf_counter()
    for text in texts:
        spaced(text)
    seconds = time.perf_counter() - started
    return seconds * corpus.bytes / sum(len(text.encode()) for text in texts)


def add(maker: Maker, folder: Path, scratch_folder: Path, corpus: Corpus) -> float:
    """Seconds from `ADDED` more items to finding all of them, in a copy of the index."""
    copy = scratch_folder / "added"
    shutil.copytree(folder, copy)
    stories = newer(ADDED, corpus.count, _MARKER)
    asked = Query("rare term", "row", (_MARKER,), _MARKER)
    engine = maker(copy, corpus.story)
    engine.open()
    engine.ask(asked)
    started = time.perf_counter()
    engine.append(stories)
    answer = engine.ask(asked)
    seconds = time.perf_counter() - started
    engine.close()
    shutil.rmtree(copy)
    if answer is None or answer.count != ADDED:
        raise AssertionError(f"of {ADDED} items added {answer} were found")
    return seconds


def open_cold(name: str, folder: Path, query: Query) -> Cold:
    """The medians of several processes that open the index and ask one question."""
    command = [sys.executable, "-m", "tests.benchmarks.cold", name, str(folder)]
    asked = json.dumps(asdict(query))
    runs = [
        subprocess.run([*command, asked], cwd=ROOT, check=True, capture_output=True, text=True)
        for _ in range(_COLD_RUNS)
    ]
    told = [json.loads(run.stdout) for run in runs]
    return Cold(**{key: statistics.median(each[key] for each in told) for key in told[0]})
