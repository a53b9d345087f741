"""Batches of documents made into segments, here or in other processes.

A batch goes out with the name of a segment that nobody else has or will have, so that no
two processes ever write one file, whatever becomes of them. Its files are part of the
index only once a commit says so; of a process that ended in the midst of it they stay
behind, and go with the next commit.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Future, wait
from dataclasses import dataclass, replace
from itertools import starmap
from operator import attrgetter
from pathlib import Path

from desktop_app.language.token_arrays import TokenSplitter
from desktop_app.search.codec.index_writer import IndexWriter
from desktop_app.search.codec.segment_writer import SegmentWriter
from desktop_app.search.engine import Document, WorkersLost
from desktop_app.search.index_documents import batches, write_documents
from desktop_app.workers import TaskLost, Workers, result_of

_VALUES = attrgetter(*Document.__slots__)
# Seconds to wait for the first batch in the row, which takes a fifth of one. Beyond that
# the processes take no more work: one that is killed just as it takes a batch leaves the
# pipe in disorder for the others.
_PATIENCE = 30.0
_SETTLING = 10.0  # seconds to wait for batches under way after something failed

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents, no number twice, and the name of the segment to make of them in `folder`."""

    folder: Path
    segment: str
    documents: Sequence[Document]

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle documents as tuples: 20,000 there and back in 0.13 s rather than 0.26."""
        return _unpickled, (self.folder, self.segment, list(map(_VALUES, self.documents)))


def _unpickled(folder: Path, segment: str, rows: list[tuple[object, ...]]) -> Batch:
    return Batch(folder, segment, list(starmap(Document, rows)))


def write_segment(batch: Batch) -> None:
    """Write the segment of `batch`; leaves no files where that fails."""
    writer = SegmentWriter(batch.folder, batch.segment, len(batch.documents))
    try:
        write_documents(writer, batch.documents, TokenSplitter())
        writer.finish()
    except BaseException:
        writer.discard()
        raise


def written(
    writer: IndexWriter, documents: Iterable[Document], workers: Workers
) -> Generator[Batch, None, None]:
    """Have segments of `documents` written by `workers`; yield each batch once it is.

    In the order of the documents, of each number the last in its batch. A batch that a
    process loses (it dies, hangs, or has not memory enough) is written here. Raises
    `WorkersLost` where they all do. Close the iterator, to wait for what is under way.
    """
    waiting: deque[tuple[Batch, Future[None]]] = deque()
    try:
        for each in batches(documents):
            newest = {document.number: document for document in each}
            batch = Batch(writer.folder, writer.begin(), list(newest.values()))
            waiting.append((batch, _sent(workers, batch)))
            if len(waiting) > workers.ahead:
                yield _finished(writer, *waiting.popleft())
        while waiting:
            yield _finished(writer, *waiting.popleft())
    except WorkersLost:
        waiting.clear()  # nothing is under way, or nobody will ever say so
        raise
    finally:
        wait([future for _batch, future in waiting], _SETTLING)


def _sent(workers: Workers, batch: Batch) -> Future[None]:
    try:
        return workers.submit(write_segment, batch)
    except RuntimeError as error:  # what pebble says of a pool that has broken
        raise WorkersLost from error


def _finished(writer: IndexWriter, batch: Batch, future: Future[None]) -> Batch:
    """`batch` when its segment is there; another segment's where its process lost it."""
    if not wait([future], _PATIENCE).done:
        raise WorkersLost
    try:
        result_of(future)
    except BrokenExecutor as error:
        raise WorkersLost from error
    except TaskLost as error:
        log.warning("indexing: %s; done again in this process", error)
        again = replace(batch, segment=writer.begin())
        write_segment(again)
        return again
    return batch
