"""Several archives searched as one.

Scores compare, as words weigh by all archives together. An item that stands in several of
them is found once, in the first whose version of it matches; statements, words in use,
suggestions and both languages follow from that. What is read of one item, its photos,
pairs and copies, is its own archive's, which `home` tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Union

import numpy as np

from desktop_app.archive import Archive
from desktop_app.errors import ArchiveError
from desktop_app.holdings import Holdings
from desktop_app.marked_items import MarkedTogether
from desktop_app.messages import message
from desktop_app.search.codec.blocks import Array
from desktop_app.search.joined_engine import MOST, SPAN, JoinedEngine
from desktop_app.search.mending import MendingSearches
from desktop_app.speech_search.search import SpeechSearch
from desktop_app.store.joined import JoinedStore


class Together(Holdings):
    """Archives that are open, searched together. Safe from several threads at once.

    They stay who opened them's to close.
    """

    def __init__(self, archives: Sequence[Archive]) -> None:
        """Search `archives`; what stands in several is shown as the first's.

        Raises `ArchiveError` for more than `MOST`.
        """
        if len(archives) > MOST:
            raise ArchiveError(message("at most {most} archives are searched together", most=MOST))
        self.archives = tuple(archives)
        self.marked = MarkedTogether([archive.marked for archive in archives], SPAN)
        self._store = JoinedStore([archive.parts[1] for archive in archives], SPAN)
        self._joined = JoinedEngine(
            [archive.parts[0] for archive in archives], self._twins, self.marked
        )
        engine = MendingSearches(self._joined, self._joined.mend)
        super().__init__(engine, self._store, SpeechSearch(engine, self._store))

    def home(self, number: int) -> Archive:
        """The archive that has the item with this number."""
        return self.archives[self._store.located(number)[0]]

    def elsewhere(self, number: int) -> tuple[Archive, ...]:
        """The other archives that have the item with this number."""
        return tuple(map(self.home, self._store.twins().others.get(number, ())))

    def archive_with(self, item_id: str) -> Archive:
        """The first archive that has an item with this id; the first of all where none has."""
        having = (each for each in self.archives if each.has(item_id))
        return next(having, self.archives[0])

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


@dataclass(frozen=True, slots=True)
class Home:
    """The archive an item is in, and others that have it too, by their folders and names."""

    folder: Path
    name: str
    elsewhere: tuple[tuple[Path, str], ...] = ()


def homes_of(opened: Searched, numbers: Sequence[int]) -> list[Home]:
    """The home of each of the items `numbers`; none where a single archive is searched."""
    if not isinstance(opened, Together):
        return []
    names = names_of(opened.archives)
    return [
        Home(
            home.folder,
            names[home.folder],
            tuple((each.folder, names[each.folder]) for each in also),
        )
        for home, also in ((opened.home(number), opened.elsewhere(number)) for number in numbers)
    ]


def names_of(archives: Sequence[Archive]) -> dict[Path, str]:
    """Folder -> what to call the archive: its name, with the folder's where others have it too."""
    counts = Counter(each.manifest.name for each in archives)
    return {
        each.folder: f"{each.manifest.name} ({each.folder.name})"
        if counts[each.manifest.name] > 1
        else each.manifest.name
        for each in archives
    }
