"""Indexing with other processes at work, beside one process alone, in the same run."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from desktop_app.search.engine import Document
from desktop_app.search.whoosh_engine import WhooshEngine
from desktop_app.workers import ALONE, Processes, Workers
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.engines.beilin import documents_of

# Documents in one commit, as in a rebuild; they are in memory before the clock starts.
COMMIT = 65_536


@dataclass(frozen=True, slots=True)
class Parallel:
    """Seconds from documents to committed index: of `count` processes, and of one alone.

    The processes' start is in it.
    """

    count: int
    seconds: float
    alone_seconds: float

    @property
    def ratio(self) -> float:
        """How many times as fast as one process."""
        return self.alone_seconds / self.seconds


def measure(corpus: Corpus, folder: Path) -> Parallel | None:
    """Index the corpus twice over, in `folder`; None on a machine of one core."""
    count = os.cpu_count() or 1
    if count < 2:
        return None
    alone, together = WhooshEngine(folder / "alone"), WhooshEngine(folder / "together")
    alone_seconds = seconds = 0.0
    started = time.perf_counter()
    with Processes(count) as workers:
        seconds += time.perf_counter() - started
        for commit in _commits(corpus):
            alone_seconds += _add(alone, commit, ALONE)
            seconds += _add(together, commit, workers)
        started = time.perf_counter()
    seconds += time.perf_counter() - started
    return Parallel(count, seconds, alone_seconds)


def _commits(corpus: Corpus) -> Iterator[list[Document]]:
    documents = documents_of(iter(corpus))
    while commit := list(islice(documents, COMMIT)):
        yield commit


def _add(engine: WhooshEngine, documents: list[Document], workers: Workers) -> float:
    started = time.perf_counter()
    engine.add(documents, documents[-1].number, workers)
    return time.perf_counter() - started
