"""The items that may be the counterpart of one: in the other language, near its day first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from desktop_app.archive import Archive
from desktop_app.items import Item
from desktop_app.pairing.traits import side

MOST = 200  # listed
_LOADED = 1000  # of those found, to be put in the order of their days
_NEAR = timedelta(days=45)


def candidates(
    archive: Archive, item: Item, words: str, cancelled: Callable[[], bool]
) -> list[Item]:
    """At most `MOST` items: those with `words`, else those near the day of `item`.

    The nearest in time come first; without a day, the order is the search's. Raises `Cancelled`.
    """
    is_chinese = side(item.language)
    if is_chinese is None:
        return []
    query = "lang:en" if is_chinese else "lang:zh"
    if words.strip():
        query += f" ({words.strip()})"
    elif item.date is not None:
        query += f" date:{item.date - _NEAR}..{item.date + _NEAR}"
    found = archive.search(query, cancelled=cancelled)
    items = archive.items_by_number(list(found.numbers[:_LOADED]))
    others = [each for each in items if side(each.language) is (not is_chinese)]
    return sorted(others, key=lambda each: _distance(item, each))[:MOST]


def _distance(one: Item, other: Item) -> int:
    """Days between two items; more than any where one is without a day."""
    if one.date is None or other.date is None:
        return timedelta.max.days
    return abs((one.date - other.date).days)
