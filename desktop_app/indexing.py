"""Keeping an archive's index at its store: catching up, building anew, mending."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.errors import Cancelled
from desktop_app.items import Item
from desktop_app.locking import only_one
from desktop_app.places import cache_folder
from desktop_app.search.codec.damage import IndexDamaged
from desktop_app.search.column_engine import ColumnEngine
from desktop_app.search.helped import WorkersLost
from desktop_app.search.item_documents import document_of
from desktop_app.search.outside import Outside
from desktop_app.search.whoosh_engine import WhooshEngine
from desktop_app.store import database
from desktop_app.store.store import Store
from desktop_app.workers import ALONE, Processes, Workers

# Documents in one commit of the index: what a crash or cancelling costs at most, some
# seconds. As many as one segment holds, so that each is merged once: 100,000 items took
# 14.9 s of one processor, in commits of 16,384 they took 19.5 s. They are read as they
# are indexed, never held.
_COMMIT = 65_536
# Documents outstanding from which on other processes do the analysis. Starting two and
# reading their tables takes 0.5 s: alone and with two on two idle cores 5,000 items took
# 0.95 and 1.15 s, 10,000 items 1.74 and 1.60 s, 20,000 items 3.15 and 2.65 s. All in all
# they use a third more of the processors, so that on a busy machine nothing is gained.
_MANY = 20_000
# Seconds a process has for a batch, which takes a fifth of one; then it is done in this one.
_BATCH_SECONDS = 20.0

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do, in the same unit."""

log = logging.getLogger(__name__)


def never() -> bool:
    """For work that nobody cancels."""
    return False


def quiet(_done: int, _total: int) -> None:
    """For work that nobody watches."""
    return


class Index:
    """The index of the archive in `folder`, in that folder or in the cache."""

    def __init__(
        self, folder: Path, archive_id: str, store: Store, outside: Outside | None = None
    ) -> None:
        """Choose the archive's own index, or one in the cache where that must be.

        That is where the own one lags and cannot be written. `outside` answers what no
        index knows.
        """
        self._folder, self._store, self._outside = folder, store, outside
        self._own = folder / "index"
        self._cached = cache_folder() / "index" / archive_id
        self._open(self._own)
        if not self._writable() and self.engine.covered != store.last_change():
            self._open(self._cached)

    def _open(self, folder: Path) -> None:
        self.engine: ColumnEngine = WhooshEngine(folder, self._outside)
        self._lock = folder.with_name(f".{folder.name}.lock")

    def _writable(self) -> bool:
        return os.access(self._folder, os.W_OK)

    def is_current(self) -> bool:
        """Whether the index covers every change of the store; False for a damaged one."""
        try:
            current = self.engine.covered == self._store.last_change()
            return current and self.engine.count == self._store.count()
        except IndexDamaged:
            return False

    def catch_up(self, progress: Progress, cancelled: Callable[[], bool]) -> None:
        """Bring the index to the store's last change, or build it anew where it must be.

        Another process may be at it; then this one waits. Raises `Cancelled`, and
        `ArchiveError` where it cannot be written; what is committed by then stays.
        """
        self.engine.refresh()
        if self.is_current():  # nothing to write, as on read-only media
            return
        with _naming_what_failed(self._folder), only_one(self._lock, cancelled):
            self.engine.refresh()
            try:
                self._catch_up(progress, cancelled)
            except IndexDamaged as error:
                self._rebuild(error, progress, cancelled)

    def rebuild(self, progress: Progress, cancelled: Callable[[], bool]) -> None:
        """Drop the index and build it from the store."""
        with _naming_what_failed(self._folder), only_one(self._lock, cancelled):
            self.engine.clear()
            self._catch_up(progress, cancelled)

    def mend(self, error: IndexDamaged) -> ColumnEngine:
        """Have a sound index in place of one in which `error` was found; its engine.

        Where the archive cannot be written that is the one in the cache.
        """
        if not self._writable():
            log.warning("%s; using one in the cache", error)
            self._open(self._cached)
        with _naming_what_failed(self._folder), only_one(self._lock):
            self.engine.refresh()
            if self.engine.faults():  # else another process has mended it
                self._rebuild(error, quiet, never)
            elif not self.is_current():
                self._catch_up(quiet, never)
        return self.engine

    def _rebuild(
        self, error: IndexDamaged, progress: Progress, cancelled: Callable[[], bool]
    ) -> None:
        log.warning("%s; building the index anew", error)
        self.engine.clear()
        self._catch_up(progress, cancelled)

    def _catch_up(self, progress: Progress, cancelled: Callable[[], bool]) -> None:
        last, covered = self._store.last_change(), self.engine.covered
        if covered > last:  # the store is an older copy than the index
            covered = 0
        if covered == 0:
            for fault in self.engine.faults():
                log.warning("%s; building the index anew", fault)
            self.engine.clear()
        try:
            with self._workers(covered) as workers:
                self._add_changes(workers, progress, cancelled)
        except WorkersLost:
            log.warning("indexing: its processes take no more work; going on in this one")
            self._add_changes(ALONE, progress, cancelled)
        if not self.is_current():
            self._rebuild_once(covered, progress, cancelled)

    def _workers(self, covered: int) -> Workers:
        """Processes where there is enough to do to pay for starting them."""
        several = (os.cpu_count() or 1) > 1 and self._store.changed_after(covered) >= _MANY
        return Processes(seconds=_BATCH_SECONDS) if several else ALONE

    def _add_changes(
        self, workers: Workers, progress: Progress, cancelled: Callable[[], bool]
    ) -> None:
        """Index what changed since the last commit, a commit at a time."""
        last, covered = self._store.last_change(), self.engine.covered
        while (upto := self._store.change_at(covered, _COMMIT)) > covered:
            changes = self._store.changed_since(covered, upto)
            watched = _watched(changes, progress, last, cancelled)
            self.engine.add((document_of(*change[1:]) for change in watched), upto, workers)
            covered = upto

    def _rebuild_once(
        self, covered: int, progress: Progress, cancelled: Callable[[], bool]
    ) -> None:
        """An index that disagrees after catching up is built anew; a new one is taken as is."""
        if covered and self._store.last_change():
            self.engine.clear()
            self._catch_up(progress, cancelled)


def _watched(
    changes: Iterator[tuple[int, int, Item]],
    progress: Progress,
    last: int,
    cancelled: Callable[[], bool],
) -> Iterator[tuple[int, int, Item]]:
    """Pass `changes` on, reporting each and stopping when asked to."""
    for change, number, item in changes:
        if cancelled():
            raise Cancelled
        progress(change, last)
        yield change, number, item


@contextmanager
def _naming_what_failed(folder: Path) -> Iterator[None]:
    """Turn what the system says of a full or broken disk into one line."""
    try:
        yield
    except OSError as error:
        raise database.unwritable(Path(error.filename or folder), error) from error
