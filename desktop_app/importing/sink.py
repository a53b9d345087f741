"""Where an import puts what it finds: an archive, or nowhere in a dry run."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from desktop_app.archive import Archive
from desktop_app.items import Item, Origin
from desktop_app.pictures.signatures import suffix_of
from desktop_app.store import database
from desktop_app.store.store import Outcome, StoreWriter


class PhotoSink(Protocol):
    """Keeps pictures."""

    def put(self, source: Path) -> str | None:
        """Keep the picture in the file `source`; its name, or None where it is none."""

    def put_content(self, content: bytes) -> str | None:
        """Keep a picture; its name, or None where it is none."""


class Sink(Protocol):
    """Takes the items of an import, batch by batch."""

    @property
    def photos(self) -> PhotoSink:
        """Where their pictures go."""

    def put(
        self,
        items: Sequence[tuple[Item, Origin, bool]],
        read: Sequence[tuple[str, str, str]] = (),
    ) -> list[Outcome]:
        """Take a batch; see `ArchiveWriter.put`."""

    def columns(self) -> dict[str, tuple[str, ...]]:
        """The corrected mappings of tables."""

    def kept_title(self, item_id: str) -> str:
        """The title of the item that the one with this id was found to be a copy of."""

    def journal(self) -> dict[str, tuple[str, str]]:
        """The files an unfinished import has read whole: place -> (stamp, tally)."""

    def end_journal(self) -> None:
        """Forget them."""

    def scratch(self) -> AbstractContextManager[Path]:
        """A folder for what is unpacked."""

    def index_up(self) -> None:
        """Make what was put searchable."""

    def catch_up(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        """Do what is done once all is in. Raises `Cancelled`."""

    def log_import(self, finished: str, sources: Sequence[str], report: str) -> None:
        """Keep the report."""


@contextmanager
def dry_run(
    archive: Archive | None,
    told: Callable[[Outcome, Item, Origin], None],
    columns: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Iterator[DryRun]:
    """What says what an import into `archive` (None: into an empty one) would do.

    Each item is told to `told`; `columns` are mappings of tables that the import would add
    to the archive's. Items go into a passing copy of the archive's, as what
    becomes of one, a copy of another above all, hangs on those before it.
    """
    with tempfile.TemporaryDirectory(prefix="beilin-dry-") as folder:
        items = Path(folder) / "items.db"
        if archive is None:
            database.create(items)
        else:
            archive.copy_items(items)
        store = StoreWriter.open(items)
        try:
            yield DryRun(archive, store, Path(folder) / ".unpacked-dry", told, columns)
        finally:
            store.close()


class DryRun:
    """Takes everything and keeps nothing; says what an import would do."""

    def __init__(
        self,
        archive: Archive | None,
        store: StoreWriter,
        scratch: Path,
        told: Callable[[Outcome, Item, Origin], None],
        columns: Mapping[str, tuple[str, ...]],
    ) -> None:
        """See `dry_run`; `store` is the copy, `scratch` a folder that need not be there."""
        self._archive = archive
        self._store = store
        self._scratch = scratch
        self._told = told
        self._added = columns
        self.photos = NamedPhotos(archive)

    def put(
        self,
        items: Sequence[tuple[Item, Origin, bool]],
        read: Sequence[tuple[str, str, str]] = (),
    ) -> list[Outcome]:
        """What putting each would do."""
        with self._store.batch():
            outcomes = [self._store.put(item, origin, same) for item, origin, same in items]
        for outcome, (item, origin, _same) in zip(outcomes, items, strict=True):
            self._told(outcome, item, origin)
        return outcomes

    def kept_title(self, item_id: str) -> str:
        """That of the item that would be kept."""
        item = self._store.item(item_id)
        return item.title if item else ""

    def columns(self) -> dict[str, tuple[str, ...]]:
        """Those of the archive, and those it would be given."""
        return {**(self._archive.columns() if self._archive else {}), **self._added}

    def journal(self) -> dict[str, tuple[str, str]]:
        """None: all is read."""
        return {}

    def end_journal(self) -> None:
        """Nothing to forget."""

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder among the system's temporary files."""
        self._scratch.mkdir(exist_ok=True)
        yield self._scratch

    def index_up(self) -> None:
        """Nothing to index."""

    def catch_up(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        """Nothing to pair."""

    def log_import(self, finished: str, sources: Sequence[str], report: str) -> None:
        """Nothing to keep."""


class NamedPhotos:
    """Names pictures as an archive would, without keeping them.

    `bytes` is how large those are together that the archive has not got.
    """

    def __init__(self, archive: Archive | None) -> None:
        """Count none yet."""
        self.bytes = 0
        self._archive = archive
        self._met: set[str] = set()

    def put(self, source: Path) -> str | None:
        """The name the picture in the file `source` would have."""
        return self.put_content(source.read_bytes())

    def put_content(self, content: bytes) -> str | None:
        """The name a picture would have."""
        suffix = suffix_of(content)
        if not suffix:
            return None
        name = hashlib.sha256(content).hexdigest() + suffix
        if name not in self._met:
            self._met.add(name)
            if self._archive is None or not self._archive.photos.path(name).is_file():
                self.bytes += len(content)
        return name
