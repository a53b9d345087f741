"""An archive: the one place that knows both the store (truth) and the index."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from desktop_app.archive_checks import store_problems
from desktop_app.archive_folder import items_file, no_item
from desktop_app.archive_info import ArchiveInfo, figures
from desktop_app.holdings import Holdings
from desktop_app.homes import Home
from desktop_app.indexing import Index, Progress, never, quiet
from desktop_app.items import Item, Origin
from desktop_app.manifest import Manifest, read_manifest
from desktop_app.marked_items import MarkedItems
from desktop_app.messages import Message, message
from desktop_app.own_terms import OwnTerms
from desktop_app.pairing_up import is_stale as has_unpaired
from desktop_app.pairing_up import pair_up
from desktop_app.pairings import Pairings
from desktop_app.search.bilingual.sources import Source
from desktop_app.search.mending import MendingEngine
from desktop_app.sheets.sheets import Sheets
from desktop_app.speech_search.restating import is_stale, restate
from desktop_app.speech_search.search import SpeechSearch
from desktop_app.store.columns import ColumnFile
from desktop_app.store.photos import PhotoStore
from desktop_app.store.store import Store, StoreWriter

Opened = TypeVar("Opened", bound="Archive")


class Archive(Holdings):
    """An open archive. Reading is safe from several threads at once."""

    marked: MarkedItems

    def __init__(self, folder: Path, manifest: Manifest, store: Store) -> None:
        """Use the parts of an archive; see `open_archive`."""
        self.folder = folder
        self.manifest = manifest
        self.photos = PhotoStore(folder / "photos")
        self._columns = ColumnFile(folder)
        self._store = store
        self.marked = MarkedItems(
            manifest.id, store.ids.numbers_of, store.last_change, Pairings(store).numbers
        )
        self._index = Index(folder, manifest.id, store, self.marked)
        self._engine = MendingEngine(self._index.engine, self._index.mend)
        super().__init__(self._engine, store, SpeechSearch(self._engine, store))

    @property
    def id(self) -> str:
        """What tells it from all others, also after it was moved or renamed."""
        return self.manifest.id

    @property
    def name(self) -> str:
        """What it is called."""
        return self.manifest.name

    def photo_path(self, file: str) -> Path:
        """Where the photo called `file` lies."""
        return self.photos.path(file)

    def count_items(self) -> int:
        """How many items there are."""
        return self._store.count()

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where it lies, as a row of one."""
        return (self.folder,)

    @property
    def parts(self) -> tuple[MendingEngine, Store]:
        """What searches and what reads it, for those who join several archives."""
        return self._engine, self._store

    def home(self, _number: int) -> Archive:
        """The archive that has the item with this number: this one."""
        return self

    def elsewhere(self, _number: int) -> tuple[Archive, ...]:
        """Other archives that have the item too: none."""
        return ()

    def at_home(self, _home: Home | None, _item_id: str) -> Archive:
        """The archive to look for an item in: this one."""
        return self

    def __enter__(self: Opened) -> Opened:
        """Use the archive as a context that closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of all files."""
        self._engine.close()
        self.marked.close()
        self._store.close()

    def item(self, item_id: str) -> Item:
        """The item with this id; raises `ArchiveError` where there is none."""
        item = self._store.item(item_id)
        if item is None:
            raise no_item(self.folder, item_id)
        return item

    def origin(self, item_id: str) -> Origin:
        """Where the item with this id came from; raises `ArchiveError` where there is none."""
        return self._store.origin(item_id) or Origin(self.item(item_id).id)

    def item_at(self, address: str, besides: str = "") -> Item | None:
        """The item that has `address` or was saved from there; never the one `besides`."""
        found = self._store.addresses.id_at(address, besides)
        return self.item(found) if found else None

    def items(self) -> Iterator[Item]:
        """Yield all items in the order in which they last changed."""
        return (item for _change, _number, item in self._store.changed_since(0))

    @property
    def pairing(self) -> Pairings:
        """Which items tell the same story in both languages."""
        return Pairings(self._store)

    def count_pairs(self) -> int:
        """How many pairs there are."""
        return self.pairing.count()

    def taught(self) -> tuple[Source, ...]:
        """The translations that its pairs taught."""
        return (OwnTerms(self._store),)

    @property
    def sheets(self) -> Sheets:
        """Photos in contact sheets: of an item, of what a query finds, of all items."""
        return Sheets(self._store.photo_shelf, self.photo_path, self.speakers)

    def copies(self, item_id: str) -> tuple[Origin, ...]:
        """Where else the item with this id was found: printed, for telephones, saved twice."""
        return self._store.copies(item_id)

    def copy_items(self, path: Path) -> None:
        """Write a copy of the items' database to `path`; raises `ArchiveError`."""
        self._store.copy_to(path)

    def has(self, item_id: str) -> bool:
        """Whether there is an item with this id, or a copy of one."""
        return self._store.ids.number(item_id) is not None

    def kept_title(self, item_id: str) -> str:
        """The title of the item that the one with this id is, or is a copy of; "" for none."""
        item = self._store.item(item_id)
        return item.title if item else ""

    def imports(self) -> list[tuple[str, list[str], str]]:
        """All imports, the latest last: when finished, the sources, the report's JSON."""
        return self._store.imports()

    def columns(self) -> dict[str, tuple[str, ...]]:
        """The corrected mappings of tables: signature of a header -> field of each column."""
        return self._columns.read()

    def info(self) -> ArchiveInfo:
        """Count items, photos, languages, dates and bytes."""
        return figures(self.folder, self._store.totals(), self.manifest.format_version)

    def indexed(self) -> int:
        """How many items the index holds."""
        return self._engine.count

    def index_is_current(self) -> bool:
        """Whether the index covers every change of the store."""
        return self._index.is_current()

    def is_searchable(self) -> bool:
        """Whether there is an index to search in, however far it lags."""
        return self._engine.covered > 0

    def read_ahead(self, words: Iterable[str], cancelled: Callable[[], bool] = never) -> None:
        """Read what a first search for one of `words` reads, alone and beside other archives.

        Raises `Cancelled`.
        """
        for word in words:
            self.hits(self.search(word, cancelled=cancelled), 0, 1, cancelled)
        self._store.ids.all()

    def is_held_back(self) -> bool:
        """Whether statements or pairs are as earlier rules found them and cannot be written."""
        stale = is_stale(self._store) or has_unpaired(self._store)
        return stale and not os.access(self.folder, os.W_OK)

    def is_current(self) -> bool:
        """Whether there is nothing to catch up with: index, statements and pairs."""
        stale = is_stale(self._store) or has_unpaired(self._store)
        return not (stale and os.access(self.folder, os.W_OK)) and self.index_is_current()

    def catch_up(self, progress: Progress = quiet, cancelled: Callable[[], bool] = never) -> None:
        """Bring statements to today's rules, the index after them, and pair what is not paired.

        Statements and pairs only where they may be written. The index comes to the store's
        last change, or is built anew where it must be. Another process may be at it; then
        this one waits. Raises `Cancelled`, and `ArchiveError` where it cannot be written; what
        is committed by then stays.
        """
        self.index_up(progress, cancelled)
        if has_unpaired(self._store) and os.access(self.folder, os.W_OK):
            with self._writing() as store:
                pair_up(self.folder, store, progress, cancelled)

    def index_up(self, progress: Progress = quiet, cancelled: Callable[[], bool] = never) -> None:
        """The same without pairs, which are found once, when all items are there."""
        if is_stale(self._store) and os.access(self.folder, os.W_OK):
            with self._writing() as store:
                restate(self.folder, store, progress, cancelled)
        self._index.catch_up(progress, cancelled)

    @contextmanager
    def _writing(self) -> Iterator[StoreWriter]:
        """The store through a connection that may write."""
        with closing(StoreWriter.open(items_file(self.folder))) as store:
            yield store
        self._store.look_again()

    def rebuild_index(
        self, progress: Progress = quiet, cancelled: Callable[[], bool] = never
    ) -> None:
        """Drop the index and build it from the store."""
        self._index.rebuild(progress, cancelled)

    def refresh(self) -> None:
        """See what others have written since."""
        self._engine.refresh()

    def index_faults(self) -> Sequence[Message]:
        """The damaged files of the index, which a search would have built anew."""
        return self._engine.faults()

    def problems(self) -> list[Message]:
        """Everything that is wrong: in the store, among the photos, with the index."""
        found = list(store_problems(self._store, self.photos))
        faults = self.index_faults()
        found.extend(faults)
        if not faults and not self.index_is_current():
            found.append(
                message("the index does not cover all items; run: beilin check --rebuild-index")
            )
        return found


def open_archive(folder: Path) -> Archive:
    """Open the archive in `folder` for reading; raises `ArchiveError`.

    The index may lag; `catch_up` mends that.
    """
    manifest = read_manifest(folder)
    store = Store.open(items_file(folder))
    return Archive(folder, manifest, store)
