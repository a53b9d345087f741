"""An archive open for import."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from desktop_app.archive import Archive
from desktop_app.archive_folder import cannot_write, create_archive, items_file
from desktop_app.items import Item, Origin
from desktop_app.manifest import FILE, Manifest, read_manifest
from desktop_app.pairings import PairingsWriter
from desktop_app.scratch import scratch_folder
from desktop_app.speech_search.restating import begin
from desktop_app.store.store import Outcome, StoreWriter


class ArchiveWriter(Archive):
    """Reads, and writes what an import or a reader's decision brings."""

    _store: StoreWriter

    def put(
        self,
        items: Sequence[tuple[Item, Origin, bool]],
        read: Sequence[tuple[str, str, str]] = (),
    ) -> list[Outcome]:
        """Write a batch of (item, origin, same_if_equal), durable when this returns.

        `read` are the files, as (place, stamp, tally), whose items are all in by then.
        """
        with self._store.batch():
            outcomes = [self._store.put(item, origin, same) for item, origin, same in items]
            for place, stamp, tally in read:
                self._store.note_read(place, stamp, tally)
        return outcomes

    def journal(self) -> dict[str, tuple[str, str]]:
        """The files an unfinished import has read whole: place -> (stamp, tally)."""
        return self._store.journal()

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder for what is unpacked during an import; it need not be made, and is removed.

        It lies in the archive, where there is room, and nothing is written elsewhere.
        """
        with scratch_folder(self.folder) as folder:
            yield folder

    def log_import(self, finished: str, sources: Sequence[str], report: str) -> None:
        """Keep an import's report in the archive."""
        self._store.log_import(finished, sources, report)

    def save_columns(self, mappings: Mapping[str, tuple[str, ...]]) -> None:
        """Keep corrected mappings of tables, for those with the same header."""
        self._columns.add(mappings)

    def decide_speakers(self, decisions: Mapping[str, str]) -> None:
        """Keep which person each name is, against any rule; see `speeches.decisions`."""
        with self._store.batch():
            self._store.speech.decide(decisions)

    def undecide_speakers(self, names: Iterable[str]) -> None:
        """Leave `names` to the rules again."""
        with self._store.batch():
            self._store.speech.undecide(names)

    @property
    def pairing(self) -> PairingsWriter:
        """The same, and a reader's decisions."""
        return PairingsWriter(self._store)

    @contextmanager
    def _writing(self) -> Iterator[StoreWriter]:
        yield self._store

    def end_journal(self) -> None:
        """Forget which files were read: the import is finished."""
        self._store.end_journal()


def open_for_import(folder: Path, name: str = "", front: str = "") -> ArchiveWriter:
    """Open the archive in `folder` for writing, making it where there is none yet."""
    is_new = not (folder / FILE).exists()
    try:
        if is_new:
            create_archive(folder, Manifest.new(name or folder.name.removesuffix(".beilin"), front))
    except OSError as error:
        raise cannot_write(folder, error) from error
    manifest = read_manifest(folder)
    if not os.access(folder, os.W_OK):
        raise cannot_write(folder, PermissionError("read-only"))
    store = StoreWriter.open(items_file(folder))
    if is_new:
        begin(store)
    return ArchiveWriter(folder, manifest, store)
