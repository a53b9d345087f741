"""From sources to an archive: read, give ids, store in batches, index, report."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from desktop_app.archive import ArchiveWriter
from desktop_app.errors import ArchiveError, BeilinError, Cancelled
from desktop_app.importing.detect import detect, formats, walk
from desktop_app.importing.raw import Failed, Found, RawItem, RawPhoto, Skipped
from desktop_app.importing.report import Reason, Report
from desktop_app.items import KINDS, Item, Photo
from desktop_app.messages import message

_BATCH_ITEMS = 200  # items in one transaction: a crash costs at most these
_BATCH_CHARACTERS = 4_000_000
_INDEX_EVERY = 3000  # items between two commits of the index
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
Waiting = tuple[Item, str, bool]


class Importer:
    """One import into one archive."""

    def __init__(
        self,
        archive: ArchiveWriter,
        progress: ProgressCallback = lambda _progress: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Import into `archive`, telling `progress` and asking `cancelled` at each item."""
        self._archive = archive
        self._progress = progress
        self._cancelled = cancelled
        self._report = Report()
        self._waiting: list[Waiting] = []
        self._characters = 0
        self._unindexed = 0
        self._met: dict[str, int] = {}  # id -> hash, of this import
        self._formats = formats()

    def run(self, sources: Sequence[Path]) -> Report:
        """Import `sources` (files or folders); what is done stays when cancelled.

        Raises `BeilinError` only where no more can be imported at all: a source that
        does not exist, an archive that cannot be written. What is stored by then stays.
        """
        started = time.monotonic()
        files = [file for source in sources for file in walk(source)]
        sizes = [_size(file) for file in files]
        try:
            done = 0
            for file, size in zip(files, sizes, strict=True):
                self._import_file(file, done, sum(sizes))
                done += size
        except Cancelled:
            self._report.cancelled = True
        self._store_waiting()
        self._archive.catch_up()
        self._report.seconds = time.monotonic() - started
        self._log(sources)
        return self._report

    def _import_file(self, file: Path, done: int, total: int) -> None:
        """Import one file; whatever it does, the next one is read."""

        def report_bytes(read: int) -> None:
            met = self._report.found + len(self._waiting)
            self._progress(ImportProgress(met, done + read, total, str(file)))

        report_bytes(0)
        try:
            format_ = detect(file, self._formats)
            pieces = iter([format_]) if isinstance(format_, Skipped) else format_.read(
                file, report_bytes
            )  # fmt: skip
            self._take_all(file, pieces)
        except (Cancelled, ArchiveError):  # the archive is at fault, not the file
            raise
        except BeilinError as error:
            self._report.failed.append(Reason(_shown(file), error.text))
        except OSError as error:
            reason = message("it cannot be read: {reason}", reason=error.strerror or error)
            self._report.failed.append(Reason(_shown(file), reason))
        except Exception as error:
            # A parser met something its authors did not think of: the file is at
            # fault or the parser is, and the other files are neither.
            log.exception("import of %s", file)
            reason = message("it cannot be understood: {reason}", reason=repr(error))
            self._report.failed.append(Reason(_shown(file), reason))

    def _take_all(self, file: Path, pieces: Iterator[Found]) -> None:
        for piece in pieces:
            if self._cancelled():
                raise Cancelled
            if isinstance(piece, RawItem):
                self._take(file, piece)
            else:
                self._note(file, piece)

    def _note(self, file: Path, piece: Skipped | Failed) -> None:
        source = f"{_shown(file)} {piece.where}" if piece.where else _shown(file)
        reasons = self._report.skipped if isinstance(piece, Skipped) else self._report.failed
        reasons.append(Reason(source, piece.reason))

    def _take(self, file: Path, raw: RawItem) -> None:
        """Keep an item for the next batch, and write the batch when it is full."""
        item = self._item(file, raw)
        content = hash(item)
        if self._met.setdefault(item.id, content) != content:
            where = raw.identity.removeprefix("beilin:") or raw.part
            reason = message("another item of this import has the same id, {id}", id=item.id)
            self._note(file, Skipped(where, reason))
            return
        origin = f"{_shown(file.resolve())} {raw.part}".rstrip()
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

    def _item(self, file: Path, raw: RawItem) -> Item:
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
        self._archive.log_import(now, [_shown(source) for source in sources], report)


def _size(file: Path) -> int:
    """Bytes of a file; 0 for what is gone or no file, which then is reported in its turn."""
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _shown(file: Path) -> str:
    """A file's name as text; what of it is none (a name in another encoding) shows as marks."""
    return os.fsencode(file).decode("utf-8", "replace")


def item_id(file: Path, raw: RawItem) -> str:
    """The id an item has for good: from its own identity, else from its file's place."""
    own = raw.identity.removeprefix("beilin:")
    if own != raw.identity and _PLAIN_ID.fullmatch(own):
        return own
    identity = raw.identity or f"{file.resolve().as_posix()}\n{raw.part}"
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
