"""Several archives searched as one.

Scores compare, as words weigh by all archives together. An item that stands in several of
them is found once, in the first whose version of it matches; statements, words in use,
suggestions and both languages follow from that. What is read of one item, its photos,
pairs and copies, is its own archive's, which `home` tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Union

import numpy as np

from desktop_app.archive import Archive
from desktop_app.errors import ArchiveError
from desktop_app.holdings import Holdings
from desktop_app.homes import Home
from desktop_app.items import Item
from desktop_app.marked_items import MarkedTogether
from desktop_app.messages import message
from desktop_app.search.bilingual.sources import Source
from desktop_app.search.codec.blocks import Array
from desktop_app.search.joined_engine import MOST, SPAN, JoinedEngine
from desktop_app.search.mending import MendingSearches
from desktop_app.sheets.sheets import Sheets
from desktop_app.speech_search.search import SpeechSearch
from desktop_app.store.joined import JoinedStore


class Together(Holdings):
    """Archives that are open, searched together. Safe from several threads at once.

    They stay who opened them's to close.
    """

    marked: MarkedTogether

    def __init__(self, archives: Sequence[Archive]) -> None:
        """Search `archives`; what stands in several is shown as the first's.

        Raises `ArchiveError` for more than `MOST`.
        """
        if len(archives) > MOST:
            raise ArchiveError(message("at most {most} archives are searched together", most=MOST))
        self.archives = tuple(archives)
        self.marked = MarkedTogether([archive.marked for archive in archives], SPAN)
        self._names = names_of(archives)
        self._store = JoinedStore([archive.parts[1] for archive in archives], SPAN)
        self._joined = JoinedEngine(
            [archive.parts[0] for archive in archives], self._twins, self.marked
        )
        engine = MendingSearches(self._joined, self._joined.mend)
        super().__init__(engine, self._store, SpeechSearch(engine, self._store))

    @property
    def id(self) -> str:
        """The first one's: what is kept for them all is kept for that."""
        return self.archives[0].id

    @property
    def name(self) -> str:
        """What they are called together."""
        return " + ".join(self._names.values())

    def count_pairs(self) -> int:
        """How many pairs there are in each, added up."""
        return sum(archive.count_pairs() for archive in self.archives)

    def taught(self) -> tuple[Source, ...]:
        """The translations that the pairs of each taught."""
        return tuple(source for archive in self.archives for source in archive.taught())

    def photo_path(self, file: str) -> Path:
        """Where the photo called `file` lies: its name tells its content, in whichever archive."""
        paths = [archive.photos.path(file) for archive in self.archives]
        return next(filter(Path.exists, paths), paths[0])

    @property
    def sheets(self) -> Sheets:
        """Photos in contact sheets: of an item, of what a query finds, of all items."""
        return Sheets(self._store.photo_shelf, self.photo_path, self.speakers)

    def items(self) -> Iterator[Item]:
        """Yield all items, each once, archive by archive, in the order of changes there."""
        return self._store.items()

    def item(self, item_id: str) -> Item:
        """The item with this id, in the first that has it; raises `ArchiveError`."""
        return self.at_home(None, item_id).item(item_id)

    def count_items(self) -> int:
        """How many items there are, each counted once."""
        every = sum(archive.count_items() for archive in self.archives)
        return every - len(self._store.twins().hidden)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where they lie."""
        return tuple(archive.folder for archive in self.archives)

    def home(self, number: int) -> Archive:
        """The archive that has the item with this number."""
        return self.archives[self._store.located(number)[0]]

    def elsewhere(self, number: int) -> tuple[Archive, ...]:
        """The other archives that have the item with this number."""
        return tuple(map(self.home, self._store.twins().others.get(number, ())))

    def home_of(self, number: int) -> Home:
        """The same in words that a list shows."""
        home, also = self.home(number), self.elsewhere(number)
        elsewhere = tuple((each.folder, self._names[each.folder]) for each in also)
        return Home(home.folder, self._names[home.folder], home.photos.folder, elsewhere)

    def at_home(self, home: Home | None, item_id: str) -> Archive:
        """The archive that `home` tells, else the first that has an item with this id.

        The first of all where none has.
        """
        at_home = (each for each in self.archives if home and each.folder == home.folder)
        having = (each for each in self.archives if each.has(item_id))
        return next(at_home, None) or next(having, self.archives[0])

    def indexed(self) -> int:
        """How many items there are, each counted once."""
        return self._joined.snapshot().count

    def refresh(self) -> None:
        """See what others have written since."""
        for archive in self.archives:
            archive.refresh()

    def _twins(self) -> tuple[Array, Array]:
        pairs = np.array(self._store.twins().pairs, np.int64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]


Searched = Union[Archive, Together]  # noqa: UP007 (3.10)
"""What a search is made in: one archive, or several together."""


def searched(archives: Sequence[Archive]) -> Searched:
    """`archives` as one; a single one as it is, so that nothing is added to its searches."""
    return archives[0] if len(archives) == 1 else Together(archives)


def names_of(archives: Sequence[Archive]) -> dict[Path, str]:
    """Folder -> what to call the archive: its name, with the folder's where others have it too."""
    counts = Counter(each.manifest.name for each in archives)
    return {
        each.folder: f"{each.manifest.name} ({each.folder.name})"
        if counts[each.manifest.name] > 1
        else each.manifest.name
        for each in archives
    }
