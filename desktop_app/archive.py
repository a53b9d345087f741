"""An archive: the one place that knows both the store (truth) and the index."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from desktop_app.archive_checks import store_problems
from desktop_app.archive_folder import items_file, no_item
from desktop_app.archive_info import ArchiveInfo, figures
from desktop_app.indexing import Index, Progress, never, quiet
from desktop_app.items import Item, Origin
from desktop_app.manifest import Manifest, read_manifest
from desktop_app.marked_items import MarkedItems
from desktop_app.messages import Message, message
from desktop_app.pairing_up import is_stale as has_unpaired
from desktop_app.pairing_up import pair_up
from desktop_app.pairings import Pairings
from desktop_app.search.bilingual.expanding import Bilingual
from desktop_app.search.engine import Matches, Sort
from desktop_app.search.explained import Explained
from desktop_app.search.hits import Hit, make_hits
from desktop_app.search.mending import MendingEngine
from desktop_app.search.nodes import Node
from desktop_app.search.query import node_of
from desktop_app.search.suggest import Suggester
from desktop_app.sheets.sheets import Sheets
from desktop_app.speaker_record import SpeakerRecords
from desktop_app.speech_search.matches import SaidMatches
from desktop_app.speech_search.ranking import StatementSort
from desktop_app.speech_search.restating import is_stale, restate
from desktop_app.speech_search.search import Asked, SpeechSearch
from desktop_app.speech_search.speakers import Speakers
from desktop_app.store.columns import ColumnFile
from desktop_app.store.photos import PhotoStore
from desktop_app.store.store import Store, StoreWriter
from desktop_app.word_use import WordUse

Opened = TypeVar("Opened", bound="Archive")


class Archive:
    """An open archive. Reading is safe from several threads at once."""

    def __init__(self, folder: Path, manifest: Manifest, store: Store) -> None:
        """Use the parts of an archive; see `open_archive`."""
        self.folder = folder
        self.manifest = manifest
        self.photos = PhotoStore(folder / "photos")
        self._columns = ColumnFile(folder)
        self._store = store
        self.marked = MarkedItems(manifest.id, store.numbers_of, store.last_change)
        self._index = Index(folder, manifest.id, store, self.marked)
        self._engine = MendingEngine(self._index.engine, self._index.mend)
        self._speech = SpeechSearch(self._engine, store)

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

    def items_by_number(self, numbers: Sequence[int]) -> list[Item]:
        """The items a search found, in the order of its `numbers`."""
        return self._store.items_by_number(numbers)

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

    def search(
        self,
        query: str | Node,
        sort: Sort = Sort.RELEVANCE,
        cancelled: Callable[[], bool] = never,
    ) -> Matches:
        """Find what matches `query`, whatever is typed; raises `Cancelled`."""
        return self._engine.search(self._speech.named(node_of(query)), sort, cancelled)

    def statements(
        self,
        query: str | Node = "",
        speaker: str = "",
        first: date | None = None,
        last: date | None = None,
        sort: StatementSort = StatementSort.RELEVANCE,
        cancelled: Callable[[], bool] = never,
    ) -> SaidMatches:
        """Find what was said: words of `query` in a statement, the rest of it in its item.

        `speaker` is any name of a person. Raises `Cancelled`.
        """
        return self._speech.find(Asked(node_of(query), speaker, first, last, sort), cancelled)

    def speakers(self) -> Speakers:
        """Everyone who speaks, several names of one person together, as the reader decided."""
        return self._speech.speakers()

    @property
    def records(self) -> SpeakerRecords:
        """What is known of each speaker."""
        return SpeakerRecords(self._engine, self._store, self._speech, self.words)

    @property
    def suggester(self) -> Suggester:
        """What to suggest while someone types, and in place of what finds nothing."""
        return Suggester(self._engine, self._store.items_by_number, self._speech.person)

    @property
    def pairing(self) -> Pairings:
        """Which items tell the same story in both languages."""
        return Pairings(self._store)

    @property
    def sheets(self) -> Sheets:
        """Its photos in contact sheets: of an item, of what a query finds, of all items."""
        return Sheets(self._store.photo_shelf, self.photos.path, self.speakers)

    @property
    def words(self) -> WordUse:
        """How words are used: their places, their neighbours, their share over time."""
        return WordUse(self._engine, self._store.shelf, self._speech)

    @property
    def bilingual(self) -> Bilingual:
        """Reads queries so that they find both languages."""
        return Bilingual(self._engine.vocabulary)

    def explain(self, query: str | Node) -> Explained:
        """How the index works `query` out, step by step."""
        return self._engine.explain(self._speech.named(node_of(query)))

    def hits(
        self, matches: Matches, start: int, stop: int, cancelled: Callable[[], bool] = never
    ) -> list[Hit]:
        """The matches from place `start` to before `stop`, with what a list shows of them.

        Raises `Cancelled`.
        """
        items = self._store.items_by_number(list(matches.numbers[start:stop]))
        return make_hits(matches.query, items, matches.scores[start:stop], cancelled)

    def copies(self, item_id: str) -> tuple[Origin, ...]:
        """Where else the item with this id was found: printed, for telephones, saved twice."""
        return self._store.copies(item_id)

    def copy_items(self, path: Path) -> None:
        """Write a copy of the items' database to `path`; raises `ArchiveError`."""
        self._store.copy_to(path)

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
