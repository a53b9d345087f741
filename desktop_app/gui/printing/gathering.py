"""Takes what is to be printed out of an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop_app.archive import Archive
from desktop_app.errors import Cancelled
from desktop_app.gui.pairs.aligning import twin_of
from desktop_app.gui.printing.printed_item import PrintedItem
from desktop_app.items import Item
from desktop_app.search.engine import Matches
from desktop_app.together import Searched

MOST = 500  # items of a search that are printed: some 2,000 pages


Found = tuple[Archive, Item]  # an item and the archive it is in


def gathered(
    found: Iterable[Found], pairs: bool, cancelled: Callable[[], bool]
) -> list[PrintedItem]:
    """Items as they are printed, with `pairs` beside their counterparts.

    Of two that are a pair the second is left out then. Raises `Cancelled` and `ArchiveError`.
    """
    made: list[PrintedItem] = []
    beside: set[str] = set()
    for archive, item in found:
        if cancelled():
            raise Cancelled
        if item.id in beside:
            continue
        pair = archive.pairing.of(item.id) if pairs else None
        twin = twin_of(archive, item, pair, cancelled) if pair else None
        if twin is not None:
            beside.add(twin.item.id)
        copies, name, path = archive.copies(item.id), archive.manifest.name, archive.photos.path
        made.append(PrintedItem(item, copies, twin, archive=name, photo_path=path))
    return made


def of_hits(searched: Searched, matches: Matches) -> list[Found]:
    """The first `MOST` items a search found, in its order, each with its archive."""
    return [
        (searched.at_home(searched.home_of(number), item.id), item)
        for number in list(matches.numbers[:MOST])
        for item in searched.items_by_number([number])
    ]
