"""From sources to an archive: read, give ids, store in batches, index, report."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import time
from collections.abc import Callable, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from itertools import accumulate
from pathlib import Path

from desktop_app.errors import Cancelled
from desktop_app.importing.detect import walk
from desktop_app.importing.met import Kept, Meeting, Met
from desktop_app.importing.photographs.shown_pictures import pictures_last
from desktop_app.importing.raw import Failed, RawItem, RawPhoto, Skipped
from desktop_app.importing.reading import End, SourceReader
from desktop_app.importing.report import Reason, Report
from desktop_app.importing.sink import Sink
from desktop_app.importing.source_file import SourceFile, shown
from desktop_app.importing.tally import Tally, stamp
from desktop_app.items import KINDS, Item, Origin, Photo
from desktop_app.language.mixed import other_languages
from desktop_app.messages import Message, message
from desktop_app.speeches.statements import statements_of
from desktop_app.store.store import Outcome
from desktop_app.workers import Alone, Processes, Workers

_BATCH_ITEMS = 200  # items in one transaction: a crash costs at most these
_BATCH_FILES = 1000  # files without an item in one transaction
_BATCH_CHARACTERS = 4_000_000
_INDEX_EVERY = 3000  # items between two commits of the index
_SETTLED = 2.0  # seconds before a rate says anything
_PARALLEL_FROM = 8 * 1024 * 1024  # bytes of sources
_PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: items met, bytes of all sources read, seconds so far.

    Once all are in, `pairing`: then what is `done` of what there is to do is in no unit.
    """

    items: int
    bytes_done: int
    bytes_total: int
    source: str
    seconds: float = 0.0
    pairing: bool = False

    @property
    def rate(self) -> float:
        """Items a second; 0.0 while too little has been seen to say."""
        return self.items / self.seconds if self.seconds >= _SETTLED else 0.0

    @property
    def left(self) -> float | None:
        """Seconds still to go at the present rate of bytes; None while nobody can say."""
        if self.seconds < _SETTLED or self.bytes_done * 100 < self.bytes_total:
            return None
        return self.seconds * (self.bytes_total - self.bytes_done) / max(self.bytes_done, 1)


ProgressCallback = Callable[[ImportProgress], None]
Waiting = tuple[Item, Origin, bool]


class Importer:
    """One import into one archive."""

    def __init__(
        self,
        archive: Sink,
        progress: ProgressCallback = lambda _progress: None,
        cancelled: Callable[[], bool] = lambda: False,
        parallel: bool = False,
        recognised: MutableMapping[str, str] | None = None,
    ) -> None:
        """Import into `archive`, telling `progress` and asking `cancelled` at each piece.

        `cancelled` may wait before it answers: the import is paused meanwhile. With
        `parallel`, large sources are read by several processes. The format of each file is
        noted in `recognised`, where that is given, by its place as an `Origin` has it.
        """
        self._recognised = recognised
        self._archive = archive
        self._progress = progress
        self._cancelled = cancelled
        self._parallel = parallel
        self._report = Report()
        self._waiting: list[Waiting] = []
        self._characters = 0
        self._unindexed = 0
        self._met = Met()
        self._renewed: set[str] = set()  # ids counted with the version that was put before
        self._tally = Tally()  # of the file being read
        self._read: list[tuple[str, str, str]] = []  # files whose last items wait
        self._started = time.monotonic()

    def run(
        self, sources: Sequence[Path], wanted: Callable[[Path], bool] = lambda _file: True
    ) -> Report:
        """Import the `wanted` files of `sources` (files or folders).

        What is done stays when cancelled. Files that an interrupted import had read are
        not read again; their items count as unchanged.

        Raises `BeilinError` only where no more can be imported at all: a source that
        does not exist, an archive that cannot be written. What is stored by then stays.
        """
        self._started = time.monotonic()
        found = ((path, path == source) for source in sources for path in walk(source))
        files = pictures_last(SourceFile.of(path, named) for path, named in found)
        try:
            self._import(files, self._unread([file for file in files if wanted(file.path)]))
        except Cancelled:
            self._report.cancelled = True
        self._store_waiting()
        self._archive.index_up()
        self._pair()
        self._report.seconds = time.monotonic() - self._started
        self._log(sources)
        return self._report

    def _pair(self) -> None:
        """Find the other versions of what came; where cancelled, opening the archive goes on."""
        with suppress(Cancelled):
            if not self._report.cancelled:
                self._archive.catch_up(self._tell_pairing, self._cancelled)

    def _tell_pairing(self, done: int, total: int) -> None:
        self._progress(ImportProgress(self._report.found, done, total, "", pairing=True))

    def _unread(self, files: Sequence[SourceFile]) -> list[SourceFile]:
        """The files that an interrupted import has not read whole as they are now."""
        journal, unread = self._archive.journal(), []
        for file in files:
            known, tally = journal.get(shown(Path(file.place)), ("", ""))
            if known and known == stamp(file):
                Tally.from_json(tally).count_in(self._report)
            else:
                unread.append(file)
        return unread

    def _import(self, all_files: Sequence[SourceFile], files: Sequence[SourceFile]) -> None:
        """Take every piece of `files`, which lie among `all_files`; raises `Cancelled`."""
        others = set(all_files).difference(files)
        sizes = [file.size() for file in files]
        told = self._bytes_reporter(files, sizes)
        with self._workers(sum(sizes)) as workers, self._archive.scratch() as scratch:
            columns = self._archive.columns()
            reader = SourceReader(workers, scratch, told, columns, self._recognise)
            for file, piece in reader.read(files, others):
                if self._cancelled():
                    raise Cancelled
                if isinstance(piece, RawItem):
                    self._take(file, piece)
                elif not isinstance(piece, End):
                    self._note(file, piece)
                elif file.is_outermost:
                    self._end(file)

    def _recognise(self, file: SourceFile, format_: str) -> None:
        if self._recognised is not None:
            self._recognised[shown(Path(file.place))] = format_

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
            if self._cancelled():  # a container unpacks for minutes before its first piece
                raise Cancelled
            met = self._report.found + len(self._waiting)
            seconds = time.monotonic() - self._started
            self._progress(ImportProgress(met, done, total, file.name, seconds))

        return report

    def _note(self, file: SourceFile, piece: Skipped | Failed) -> None:
        source = f"{file.name} {piece.where}" if piece.where else file.name
        if isinstance(piece, Skipped):
            self._skip(source, piece.reason)
            return
        for counted in (self._report, self._tally):
            counted.failed.append(Reason(source, piece.reason))

    def _skip(self, source: str, reason: Message) -> None:
        for counted in (self._report, self._tally):
            counted.skipped.append(Reason(source, reason))

    def _end(self, file: SourceFile) -> None:
        """Note, with the next batch, that all of a file has been read."""
        self._read.append((shown(Path(file.place)), stamp(file), self._tally.to_json()))
        self._tally = Tally()
        if len(self._read) >= _BATCH_FILES:
            self._store_waiting()

    def _take(self, file: SourceFile, raw: RawItem) -> None:
        """Keep an item for the next batch, and write the batch when it is full."""
        item = self._item(file, raw)
        where = raw.identity.removeprefix("beilin:") or raw.part
        own = Kept(raw.version, f"{file.name} {where}".rstrip())
        meeting, kept = self._met.meet(item.id, hash(item), own)
        if meeting is Meeting.OTHER:
            reason = message("another item of this import has the same id, {id}", id=item.id)
            self._skip(own.source, reason)
            return
        if meeting is Meeting.OLDER:
            self._skip(own.source, message("a newer version of it is in {file}", file=kept.source))
            return
        origin = Origin(shown(Path(file.place)), raw.part, raw.offset, raw.address, raw.captured)
        if meeting is Meeting.NEWER:
            self._skip(kept.source, message("a newer version of it is in {file}", file=own.source))
            self._renew(item.id)
        else:
            self._tally.items += 1
        self._waiting.append((item, origin, not raw.identity))
        self._characters += len(item.text)
        if len(self._waiting) >= _BATCH_ITEMS or self._characters >= _BATCH_CHARACTERS:
            self._store_waiting()

    def _renew(self, item_id: str) -> None:
        """Let the version that was taken go: of two, one is counted and one is skipped."""
        before = len(self._waiting)
        self._waiting = [each for each in self._waiting if each[0].id != item_id]
        if len(self._waiting) == before:
            self._renewed.add(item_id)

    def _store_waiting(self) -> None:
        waiting, self._waiting, self._characters = self._waiting, [], 0
        read, self._read = self._read, []
        outcomes = self._archive.put(waiting, read)
        for outcome, (item, origin, _) in zip(outcomes, waiting, strict=True):
            if item.id in self._renewed and outcome is not Outcome.COPY:
                self._renewed.discard(item.id)
            elif outcome is Outcome.COPY:
                self._report.skipped.append(self._copy(item, origin))
            else:
                self._report.count(outcome, sum(1 for photo in item.photos if photo.file))
        self._unindexed += len(waiting)
        if self._unindexed >= _INDEX_EVERY:
            self._unindexed = 0
            self._archive.index_up()

    def _copy(self, item: Item, origin: Origin) -> Reason:
        """A copy as the report tells of it."""
        title = self._archive.kept_title(item.id) or item.title
        where = f"{origin.file} {origin.part}".rstrip()
        return Reason(where, message("it is the same story as “{title}”", title=title))

    def _item(self, file: SourceFile, raw: RawItem) -> Item:
        item = Item(
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
        languages = raw.other_languages
        if languages is None:
            languages = other_languages(item.language, item.words)
        return replace(item, statements=statements_of(item), other_languages=languages)

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
        report = json.dumps(self._report.to_record(), ensure_ascii=False)
        places = [shown(Path(SourceFile.of(source).place)) for source in sources]
        self._archive.log_import(now, places, report)
        if not self._report.cancelled:
            self._archive.end_journal()


def item_id(file: SourceFile, raw: RawItem) -> str:
    """The id an item has for good: from its own identity, else from its file's place."""
    own = raw.identity.removeprefix("beilin:")
    if own != raw.identity and _PLAIN_ID.fullmatch(own):
        return own
    identity = raw.identity or f"{file.place}\n{raw.part}"
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
