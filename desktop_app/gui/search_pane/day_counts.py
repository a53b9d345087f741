"""How many hits there would be of each day, were no dates filtered by."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.search.nodes import All, Everything, Node
from desktop_app.search.query import node_of
from desktop_app.together import Searched


def day_counts(archive: Searched, query: Node, dates: str) -> Mapping[str, int]:
    """ISO day -> items that `query` would find without its filter of `dates`, if it has one."""
    every = without(query, node_of(f'date:"{dates}"')) if dates else query
    found = archive.days(every)
    return dict(zip(found.periods, found.items, strict=True))


def without(query: Node, part: Node) -> Node:
    """`query` where `part`, one of those that must all match, need not."""
    if query == part:
        return Everything()
    if not isinstance(query, All):
        return query
    kept = tuple(each for each in query.parts if each != part)
    return kept[0] if len(kept) == 1 else All(kept)
