"""From sources to an archive: read, give ids, store in batches, index, report."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from itertools import accumulate
from pathlib import Path

from desktop_app.archive import ArchiveWriter
from desktop_app.errors import Cancelled
from desktop_app.importing.detect import walk
from desktop_app.importing.raw import Failed, RawItem, RawPhoto, Skipped
from desktop_app.importing.reading import End, SourceReader
from desktop_app.importing.report import Reason, Report
from desktop_app.importing.source_file import SourceFile, shown
from desktop_app.items import KINDS, Item, Origin, Photo
from desktop_app.messages import message
from desktop_app.workers import Alone, Processes, Workers

_BATCH_ITEMS = 200  # items in one transaction: a crash costs at most these
_BATCH_CHARACTERS = 4_000_000
_INDEX_EVERY = 3000  # items between two commits of the index
_PARALLEL_FROM = 8 * 1024 * 1024  # bytes of sources
_PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: items met, and bytes of all sources read."""

    items: int
    bytes_done: int
    bytes_total: int
    source: str


ProgressCallback = Callable[[ImportProgress], None]
Waiting = tuple[Item, Origin, bool]


class Importer:
    """One import into one archive."""

    def __init__(
        self,
        archive: ArchiveWriter,
        progress: ProgressCallback = lambda _progress: None,
        cancelled: Callable[[], bool] = lambda: False,
        parallel: bool = False,
    ) -> None:
        """Import into `archive`, telling `progress` and asking `cancelled` at each item.

        With `parallel`, large sources are read by several processes.
        """
        self._archive = archive
        self._progress = progress
        self._cancelled = cancelled
        self._parallel = parallel
        self._report = Report()
        self._waiting: list[Waiting] = []
        self._characters = 0
        self._unindexed = 0
        self._met: dict[str, int] = {}  # id -> hash, of this import

    def run(self, sources: Sequence[Path]) -> Report:
        """Import `sources` (files or folders); what is done stays when cancelled.

        Raises `BeilinError` only where no more can be imported at all: a source that
        does not exist, an archive that cannot be written. What is stored by then stays.
        """
        started = time.monotonic()
        files = [SourceFile.of(path) for source in sources for path in walk(source)]
        try:
            self._import(files)
        except Cancelled:
            self._report.cancelled = True
        self._store_waiting()
        self._archive.catch_up()
        self._report.seconds = time.monotonic() - started
        self._log(sources)
        return self._report

    def _import(self, files: Sequence[SourceFile]) -> None:
        """Take every piece of `files`; raises `Cancelled`."""
        sizes = [file.size() for file in files]
        told = self._bytes_reporter(files, sizes)
        with self._workers(sum(sizes)) as workers, self._archive.scratch() as scratch:
            for file, piece in SourceReader(workers, scratch, told).read(files):
                if self._cancelled():
                    raise Cancelled
                if isinstance(piece, RawItem):
                    self._take(file, piece)
                elif not isinstance(piece, End):
                    self._note(file, piece)

    def _workers(self, size: int) -> Workers:
        return Processes() if self._parallel and size >= _PARALLEL_FROM else Alone()

    def _bytes_reporter(
        self, files: Sequence[SourceFile], sizes: Sequence[int]
    ) -> Callable[[SourceFile, int], None]:
        """Tells how many bytes of all `files` are read; files inside others count there."""
        starts = dict(zip(files, accumulate(sizes, initial=0)))  # noqa: B905 (one more start)
        total = sum(sizes)
        done = 0

        def report(file: SourceFile, read: int) -> None:
            nonlocal done
            if file in starts:
                done = starts[file] + read
            met = self._report.found + len(self._waiting)
            self._progress(ImportProgress(met, done, total, file.name))

        return report

    def _note(self, file: SourceFile, piece: Skipped | Failed) -> None:
        source = f"{file.name} {piece.where}" if piece.where else file.name
        reasons = self._report.skipped if isinstance(piece, Skipped) else self._report.failed
        reasons.append(Reason(source, piece.reason))

    def _take(self, file: SourceFile, raw: RawItem) -> None:
        """Keep an item for the next batch, and write the batch when it is full."""
        item = self._item(file, raw)
        content = hash(item)
        if self._met.setdefault(item.id, content) != content:
            where = raw.identity.removeprefix("beilin:") or raw.part
            reason = message("another item of this import has the same id, {id}", id=item.id)
            self._note(file, Skipped(where, reason))
            return
        origin = Origin(shown(Path(file.place)), raw.part, raw.offset, raw.address, raw.captured)
        self._waiting.append((item, origin, not raw.identity))
        self._characters += len(item.text)
        if len(self._waiting) >= _BATCH_ITEMS or self._characters >= _BATCH_CHARACTERS:
            self._store_waiting()

    def _store_waiting(self) -> None:
        waiting, self._waiting, self._characters = self._waiting, [], 0
        for outcome, (item, _, _) in zip(self._archive.put(waiting), waiting, strict=True):
            self._report.count(outcome, sum(1 for photo in item.photos if photo.file))
        self._unindexed += len(waiting)
        if self._unindexed >= _INDEX_EVERY:
            self._unindexed = 0
            self._archive.catch_up()

    def _item(self, file: SourceFile, raw: RawItem) -> Item:
        return Item(
            id=item_id(file, raw),
            title=raw.title,
            date=raw.date,
            language=raw.language,
            source=raw.source,
            kind=raw.kind if raw.kind in KINDS else "document",
            byline=raw.byline,
            url=raw.url,
            paragraphs=raw.paragraphs,
            photos=tuple(self._photo(photo) for photo in raw.photos),
            links=raw.links,
            alternates=raw.alternates,
            details=raw.details,
        )

    def _photo(self, raw: RawPhoto) -> Photo:
        """Store the picture; one that cannot be read leaves its caption."""
        file = self._archive.photos.put_content(raw.content) if raw.content else None
        if raw.path is not None:
            try:
                file = self._archive.photos.put(raw.path)
            except OSError as error:
                log.warning("photo %s: %s", raw.path, error)
        return Photo(file, raw.caption, raw.credit, raw.taken, raw.after)

    def _log(self, sources: Sequence[Path]) -> None:
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        report = json.dumps(self._report.to_json(), ensure_ascii=False)
        self._archive.log_import(now, [shown(source) for source in sources], report)


def item_id(file: SourceFile, raw: RawItem) -> str:
    """The id an item has for good: from its own identity, else from its file's place."""
    own = raw.identity.removeprefix("beilin:")
    if own != raw.identity and _PLAIN_ID.fullmatch(own):
        return own
    identity = raw.identity or f"{file.place}\n{raw.part}"
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
