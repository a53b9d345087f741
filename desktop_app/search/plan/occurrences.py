"""Where words stand, as plain numbers: a document's number, then a position.

With two bytes for each, an occurrence is a uint32; in a field with longer positions,
or a segment with more documents, a uint64. Neighbours differ by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.search import sets
from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.field import Field

_SHORT, _LONG = 16, 32  # bits of a position


@dataclass(frozen=True, slots=True)
class Together:
    """Words that stand at their distances in some of the documents that hold them all.

    `starts`: the occurrences of the first of them, ascending, a position taking `shift`
    bits; `within`: the documents that hold all words; `counts`: for each word how often
    it is in each of those.
    """

    starts: Array
    shift: int
    within: Array
    counts: Sequence[Array]


def occurrences(held: Field, number: int) -> tuple[Array, int]:
    """Where the word `number` stands, ascending, and the bits of a position in that."""
    start, stop = held.span(number)
    documents = held.documents(start, stop)
    shift = _shift_of(held, documents)
    return _joined(documents, held.counts_of(start, stop), held.positions(number), shift), shift


def together(held: Field, slots: Sequence[tuple[int, int]], count: int) -> Together:
    """Find words that stand together.

    `slots`: the number of each word and its distance from the first; `count`: how many
    documents the segment has. Documents come first, since a common word's positions are
    many and few of them are in a document that holds the rarest word as well.
    """
    lists = [held.documents(*held.span(number)) for number, _distance in slots]
    within = _in_all(lists, count)
    shift = _shift_of(held, within)
    nothing = np.empty(0, np.uint32)
    if not len(within):
        return Together(nothing, shift, within, [nothing] * len(slots))
    counts, found = [], []
    for (number, distance), documents in zip(slots, lists):  # noqa: B905 (hot)
        own, positions = _narrowed(held, number, documents, within, count)
        places = _joined(within, own, positions, shift)
        counts.append(own)
        found.append(places - places.dtype.type(distance) if distance else places)
    return Together(sets.intersect_all(found), shift, within, counts)


def spread(starts: Array, counts: Array) -> Array:
    """The places of rows that start at `starts` and have `counts`, one row after another."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    if total == len(counts):
        return starts
    return np.repeat(starts - (ends - counts), counts) + np.arange(total)


def documents_of(found: Array, shift: int) -> Array:
    """The documents in which occurrences stand, each once."""
    documents = found >> found.dtype.type(shift)
    if len(documents) > 1:
        firsts = np.empty(len(documents), np.bool_)
        firsts[0] = True
        np.not_equal(documents[1:], documents[:-1], out=firsts[1:])
        documents = documents[firsts]
    return documents.astype(np.uint16) if shift == _SHORT else documents.astype(np.int64)


def counts_in(found: Array, shift: int) -> tuple[Array, Array]:
    """The documents of occurrences and how many stand in each."""
    documents = (found >> found.dtype.type(shift)).astype(np.int64)
    firsts = np.flatnonzero(np.diff(documents, prepend=-1))
    return documents[firsts], np.diff(firsts, append=len(documents))


def _shift_of(held: Field, documents: Array) -> int:
    return _SHORT if held.record.width == 2 and documents.itemsize == 2 else _LONG


def _in_all(lists: Sequence[Array], count: int) -> Array:
    """The documents in all `lists`, the rarest word's first."""
    ordered = sorted(lists, key=len)
    found = ordered[0]
    for other in ordered[1:]:
        if not len(found):
            break
        found = sets.intersect(found, other, count)
    return found


def _narrowed(
    held: Field, number: int, documents: Array, within: Array, count: int
) -> tuple[Array, Array]:
    """How often a word is in each document `within`, and its positions there."""
    counts, positions = held.counts_of(*held.span(number)), held.positions(number)
    if len(within) == len(documents):
        return counts, positions
    at = sets.locate(documents, within, count)
    if len(positions) == len(documents):
        return counts[at], positions[at]
    starts = np.cumsum(counts)
    starts -= counts
    counts = counts[at]
    return counts, positions[spread(starts[at], counts)]


def _joined(documents: Array, counts: Array, positions: Array, shift: int) -> Array:
    kind = np.uint32 if shift == _SHORT else np.uint64
    repeated = documents if len(positions) == len(documents) else np.repeat(documents, counts)
    joined: Array = repeated.astype(kind)
    np.left_shift(joined, kind(shift), out=joined)
    np.bitwise_or(joined, positions, out=joined)
    return joined
