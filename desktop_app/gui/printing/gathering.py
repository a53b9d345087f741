"""Takes what is to be printed out of an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from desktop_app.errors import Cancelled
from desktop_app.gui.pairs.aligning import twin_of
from desktop_app.gui.printing.printed_item import PrintedItem
from desktop_app.items import Item
from desktop_app.search.engine import Matches
from desktop_app.together import Searched

MOST = 500  # items of a search that are printed: some 2,000 pages


def gathered(
    archive: Searched, items: Iterable[Item], pairs: bool, cancelled: Callable[[], bool]
) -> list[PrintedItem]:
    """`items` as they are printed, with `pairs` beside their counterparts.

    Of two that are a pair the second is left out then. Raises `Cancelled` and `ArchiveError`.
    """
    made: list[PrintedItem] = []
    beside: set[str] = set()
    for item in items:
        if cancelled():
            raise Cancelled
        if item.id in beside:
            continue
        home = archive.at_home(None, item.id)
        pair = home.pairing.of(item.id) if pairs else None
        twin = twin_of(home, item, pair, cancelled) if pair else None
        if twin is not None:
            beside.add(twin.item.id)
        made.append(PrintedItem(item, home.copies(item.id), twin))
    return made


def of_hits(archive: Searched, matches: Matches) -> Sequence[Item]:
    """The first `MOST` items a search found, in its order."""
    return archive.items_by_number(list(matches.numbers[:MOST]))
