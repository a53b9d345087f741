"""The links of an item, parted by paragraph, each between places in its own text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from desktop_app.items import Item, Link

MOST = 20_000  # links of an item that are shown as such; styling them takes half a second


def links_by_paragraph(item: Item) -> Mapping[int, tuple[Link, ...]]:
    """The links in each paragraph that has any, in order, none over another.

    One that reaches over an end of a paragraph is one in each.
    """
    ends = list(accumulate(len(text) + 1 for text in item.paragraphs))  # with the line end
    found: dict[int, list[Link]] = {}
    for link in _apart(item.links):
        number = bisect_right(ends, link.start)
        while number < len(ends) and (begin := ends[number - 1] if number else 0) < link.end:
            found.setdefault(number, []).extend(within((link,), begin, ends[number] - 1))
            number += 1
    return {number: tuple(links) for number, links in found.items() if links}


def within(links: Sequence[Link], start: int, end: int) -> Iterator[Link]:
    """The parts of `links` between `start` and `end`, counted from `start`."""
    for link in links:
        first, last = max(link.start, start), min(link.end, end)
        if first < last:
            yield Link(first - start, last - start, link.address)


def _apart(links: Sequence[Link]) -> Iterator[Link]:
    reached = 0
    for link in sorted(links[:MOST], key=lambda each: (each.start, each.end)):
        if reached <= link.start < link.end:
            reached = link.end
            yield link
