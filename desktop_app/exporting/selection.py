"""Which items of an archive an export takes, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop_app.archive import Archive
from desktop_app.indexing import never
from desktop_app.items import Item
from desktop_app.search.engine import Matches, Sort
from desktop_app.together import Searched

_PAGE = 200  # items read at a time


@dataclass(frozen=True, slots=True)
class Selection:
    """Items in their order, to be gone through once, and how many they are."""

    items: Iterable[Item]
    total: int


def all_items(archive: Searched) -> Selection:
    """Every item, in the order in which they last changed."""
    return Selection(archive.items(), archive.count_items())


def hits(
    archive: Searched,
    query: str,
    sort: Sort = Sort.RELEVANCE,
    cancelled: Callable[[], bool] = never,
) -> Selection:
    """What a search finds, in the order of its hits; raises `Cancelled`."""
    return matched(archive, archive.search(query, sort, cancelled))


def matched(archive: Searched, matches: Matches) -> Selection:
    """The hits of a search that was made before."""
    numbers = matches.numbers
    pages = (numbers[at : at + _PAGE] for at in range(0, len(numbers), _PAGE))
    found = (item for page in pages for item in archive.items_by_number(list(page)))
    return Selection(found, len(numbers))


def named(archive: Archive, ids: Iterable[str]) -> Selection:
    """The items with these ids, each once; raises `ArchiveError` for one that is not there.

    All are looked for before the first is given.
    """
    given = list(dict.fromkeys(ids))
    for item_id in given:
        archive.item(item_id)
    return Selection((archive.item(item_id) for item_id in given), len(given))
