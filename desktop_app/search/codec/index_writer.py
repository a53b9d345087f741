"""Writing to an index: batches, deletions, merging, and one commit for all of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from whoosh.fields import Schema
from whoosh.util.filelock import FileLock, try_for

from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.contents import (
    INDEX_NAME,
    Contents,
    read_contents,
    sync_folder,
    write_contents,
)
from desktop_app.search.codec.damage import IndexDamaged
from desktop_app.search.codec.merging import merge
from desktop_app.search.codec.segment import ColumnSegment
from desktop_app.search.codec.segment_files import (
    DOCUMENTS,
    FREQUENCIES,
    POSITIONS,
    TABLE,
)
from desktop_app.search.codec.segment_reader import SegmentColumns
from desktop_app.search.codec.segment_writer import SEGMENT_LIMIT
from desktop_app.workers import ALONE, Workers

LOCK_FILE = f"{INDEX_NAME}_WRITELOCK"  # the same file Whoosh's own writers lock


class Locked(Exception):
    """Another writer, in this process or another, has the index."""


class IndexWriter:
    """Collects new segments and deletions; nothing counts before `commit`."""

    def __init__(self, folder: Path, contents: Contents) -> None:
        """Continue from `contents`; use `writing` to get one under the lock."""
        self._folder, self._contents = folder, contents
        self._segments = list(contents.segments)
        self._new: set[str] = set()
        self._readers: dict[str, SegmentColumns] = {}

    @property
    def folder(self) -> Path:
        """Where the index lies."""
        return self._folder

    @property
    def segments(self) -> Sequence[ColumnSegment]:
        """The segments as they would be committed now."""
        return self._segments

    def begin(self) -> str:
        """The name of a new segment, for whoever writes its files.

        They are removed in the end unless the segment was adopted and committed.
        """
        name = ColumnSegment(INDEX_NAME).segment_id()
        self._new.add(name)
        return name

    def adopt(self, segment: str, documents: int) -> None:
        """Add the segment that `begin` named, of so many `documents`; its files are written."""
        _index, _, own = segment.partition("_")
        self._segments.append(ColumnSegment(INDEX_NAME, own, documents))

    def delete(self, find: Callable[[SegmentColumns], Array]) -> None:
        """Delete in each segment the documents that `find` gives the numbers of."""
        for place, segment in enumerate(self._segments):
            found = find(self._reader(segment))
            if len(found):
                self._segments[place] = segment.without(found)

    def _reader(self, segment: ColumnSegment) -> SegmentColumns:
        """The segment, opened once a writer: a large import asks after each batch."""
        name = segment.segment_id()
        if name not in self._readers:
            self._readers[name] = SegmentColumns(self._folder, segment)
        return self._readers[name]

    def tidy(self, workers: Workers = ALONE) -> None:
        """Merge the newest segments until each is twice as large as the next."""
        while group := _mergeable(self._segments):
            self._merge(group, workers)

    def gather_new(self, workers: Workers = ALONE) -> None:
        """Merge the new segments into as few as there can be."""
        new = [each for each in self._segments if each.segment_id() in self._new]
        for group in list(_gathered(new)):
            self._merge(group, workers)

    def commit(self, schema: Schema, covered: int, layout: int) -> None:
        """Make all of it durable and the newest state of the index."""
        for segment in self._segments:
            if segment.segment_id() in self._new:
                self._sync(segment)
        sync_folder(self._folder)
        self._contents = replace(
            self._contents,
            segments=tuple(each for each in self._segments if each.doc_count()),
            generation=self._contents.generation + 1,
            covered=covered,
            layout=layout,
        )
        write_contents(self._folder, self._contents, schema)

    def discard(self) -> None:
        """Remove the files of segments that were not committed.

        What is committed is read: a commit may fail before its contents are in place
        or after that.
        """
        if not self._new:
            return
        try:
            contents = read_contents(self._folder) or Contents()
        except IndexDamaged:
            return  # nobody can tell which are; the index will be built anew
        for segment in self._new - {each.segment_id() for each in contents.segments}:
            self._remove(segment)

    def _merge(self, group: Sequence[ColumnSegment], workers: Workers) -> None:
        place = self._segments.index(group[0])
        merged = merge(self._folder, group, workers)
        ids = {segment.segment_id() for segment in group}
        self._segments = [each for each in self._segments if each.segment_id() not in ids]
        if merged.doc_count_all():
            self._segments.insert(place, merged)
        self._new.add(merged.segment_id())
        for segment in ids:
            self._readers.pop(segment, None)
        for segment in ids & self._new:
            self._remove(segment)
            self._new.discard(segment)

    def _remove(self, segment: str) -> None:
        for ending in (TABLE, DOCUMENTS, FREQUENCIES, POSITIONS):
            (self._folder / f"{segment}{ending}").unlink(missing_ok=True)

    def _sync(self, segment: ColumnSegment) -> None:
        for ending in (DOCUMENTS, FREQUENCIES, POSITIONS, TABLE):
            handle = os.open(self._folder / f"{segment.segment_id()}{ending}", os.O_RDWR)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


@contextmanager
def writing(folder: Path, patience: float = 30.0) -> Iterator[IndexWriter]:
    """Write to the index in `folder`, alone.

    Waits `patience` seconds for another writer, then raises `Locked`. The lock is the
    system's, on an open file, so that it ends with the process that holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(str(folder / LOCK_FILE))
    if not try_for(lock.acquire, timeout=patience, delay=0.1):
        raise Locked
    try:
        writer = IndexWriter(folder, read_contents(folder) or Contents())
        try:
            yield writer
        finally:
            writer.discard()
    finally:
        lock.release()


def _mergeable(segments: Sequence[ColumnSegment]) -> list[ColumnSegment]:
    """The next segments to merge, or none: one mostly deleted, or the newest ones.

    All from the oldest one on that is at most twice as large as those after it together:
    each is then more than twice as large as all that follow, so that there are few, and
    each document is written some log2(65,536 / batch) times over. Neighbours only, so
    that documents stay in the order in which they came.
    """
    for segment in segments:
        if segment.doc_count() * 2 < segment.doc_count_all():
            return [segment]
    group: list[ColumnSegment] = []
    newest: list[ColumnSegment] = []
    total = 0
    for segment in reversed(segments):
        size = segment.doc_count()
        if total + size > SEGMENT_LIMIT:
            break
        newest.insert(0, segment)
        if len(newest) > 1 and total * 2 >= size:
            group = list(newest)
        total += size
    return group


def _fitting(segments: Sequence[ColumnSegment]) -> list[ColumnSegment]:
    """As many of `segments`, first ones first, as fit into one."""
    fitting, total = [], 0
    for segment in segments:
        total += segment.doc_count()
        if total > SEGMENT_LIMIT:
            break
        fitting.append(segment)
    return fitting


def _gathered(segments: Sequence[ColumnSegment]) -> Iterator[list[ColumnSegment]]:
    """Groups of neighbouring segments that each fit into one."""
    rest = list(segments)
    while rest:
        group = _fitting(rest) or rest[:1]
        rest = rest[len(group) :]
        if len(group) > 1 or group[0].has_deletions():
            yield group
