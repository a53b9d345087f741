"""The search engine: a Whoosh index in Beilin's columns, searched a whole list at a time."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from desktop_app.errors import ArchiveError
from desktop_app.messages import Message, message
from desktop_app.search.batch_segments import written
from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.checking import faults
from desktop_app.search.codec.contents import Contents, contents_file, read_contents
from desktop_app.search.codec.damage import IndexDamaged
from desktop_app.search.codec.index_writer import IndexWriter, Locked, writing
from desktop_app.search.codec.segment_reader import SegmentColumns
from desktop_app.search.engine import Document
from desktop_app.search.outside import NothingOutside, Outside
from desktop_app.search.searching import Searching
from desktop_app.search.snapshot import Snapshot
from desktop_app.search.whoosh_schema import LAYOUT_VERSION, schema
from desktop_app.workers import ALONE, Workers

# From so many new segments on, all of them are merged at once rather than in fours.
_MANY_BATCHES = 4


class WhooshEngine(Searching):
    """Implements `SearchEngine` in one folder, which it makes when first written to.

    Safe to search from several threads at once.
    """

    def __init__(self, folder: Path, outside: Outside | None = None) -> None:
        """Open the index in `folder`, which may be missing or empty.

        `outside` knows what the index does not.
        """
        self._folder, self._outside = folder, outside or NothingOutside()
        self._snapshot: Snapshot | None = None
        self._opening = threading.Lock()

    @property
    def covered(self) -> int:
        """The change number the last commit covers; 0 for no index or none to be used."""
        try:
            return self._contents().covered
        except IndexDamaged:
            return 0

    @property
    def count(self) -> int:
        """How many documents the index holds."""
        return sum(segment.doc_count() for segment in self._contents().segments)

    def add(self, documents: Iterable[Document], covered: int, workers: Workers = ALONE) -> None:
        """Index `documents` in one commit; raises `WorkersLost`."""
        try:
            with writing(self._folder) as writer:
                _write(writer, documents, workers)
                writer.commit(schema(), covered, LAYOUT_VERSION)
        except Locked as error:
            raise _in_use(self._folder) from error
        self.refresh()

    @property
    def outside(self) -> Outside:
        """Who knows what the index does not."""
        return self._outside

    def faults(self) -> list[Message]:
        """What is wrong with the index's files, each named."""
        try:
            return list(faults(self._folder, self._contents()))
        except IndexDamaged as error:
            return [error.text]

    def refresh(self) -> None:
        """Look at the newest commit at the next search."""
        self._snapshot = None

    def clear(self) -> None:
        """Drop the index."""
        self.refresh()
        if self._folder.exists():
            shutil.rmtree(self._folder)

    def close(self) -> None:
        """Let go of the index's files, once no search uses them."""
        self.refresh()

    def snapshot(self) -> Snapshot:
        """The snapshot searches look at; raises `IndexDamaged`."""
        with self._opening:
            if self._snapshot is None:
                self._snapshot = self._newest()
            return self._snapshot

    def _newest(self) -> Snapshot:
        """The newest state; a commit may remove files between reading which and opening them."""
        while True:
            # Which file first: one that is replaced while it is read is then seen to be.
            file, contents = contents_file(self._folder), self._contents()
            try:
                return Snapshot.open(self._folder, contents)
            except IndexDamaged:
                if contents_file(self._folder) == file:
                    raise

    def _contents(self) -> Contents:
        contents = read_contents(self._folder)
        current = contents is not None and contents.layout == LAYOUT_VERSION
        return contents if contents is not None and current else Contents()


def _write(writer: IndexWriter, documents: Iterable[Document], workers: Workers) -> None:
    """Write `documents` as new segments, the last of each number, and merge."""
    adopted = 0
    with closing(written(writer, documents, workers)) as batches:
        for batch in batches:
            _replace(writer, batch.documents)
            writer.adopt(batch.segment, len(batch.documents))
            adopted += 1
    if adopted >= _MANY_BATCHES:
        writer.gather_new(workers)
    writer.tidy(workers)


def _replace(writer: IndexWriter, documents: Sequence[Document]) -> None:
    """Delete the older versions of `documents`."""
    numbers = np.sort(np.array([document.number for document in documents], np.int64))

    def older(segment: SegmentColumns) -> Array:
        held = segment.numbers("number")
        if not len(held) or int(held.max()) < numbers[0] or int(held.min()) > numbers[-1]:
            return np.empty(0, np.int64)
        return np.flatnonzero(np.isin(held, numbers))

    writer.delete(older)


def _in_use(folder: Path) -> ArchiveError:
    return ArchiveError(
        message(
            "{path} is being written by another Beilin; try again when that has finished",
            path=folder.parent,
        )
    )
