"""Where words stand, as plain numbers: a document's number, then a position.

With two bytes for each, an occurrence is a uint32; in a field with longer positions,
or a segment with more documents, a uint64. Neighbours differ by one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_app.search import sets
from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.field import Field

_SHORT, _LONG = 16, 32  # bits of a position

# Positions are read in some documents alone where the word is in so many times more.
_SELECTIVE = 4


def shift_of(held: Field, documents: Array) -> int:
    """The bits that positions take in the occurrences of `held`."""
    return _SHORT if held.record.width == 2 and documents.itemsize == 2 else _LONG


def occurrences(held: Field, number: int, within: Array | None, count: int) -> Array:
    """Where the word `number` stands, ascending.

    Those in the documents `within` are enough, where they are given; `count` is how
    many documents the segment has.
    """
    start, stop = held.span(number)
    documents = held.documents(start, stop)
    positions = held.positions(number)
    counts = held.counts_of(start, stop)
    if within is not None and len(within) * _SELECTIVE < len(documents):
        shared = sets.intersect(documents, within, count)
        at = sets.locate(documents, shared, count)
        starts = np.cumsum(counts) - counts
        documents, positions = documents[at], positions[spread(starts[at], counts[at])]
        counts = counts[at]
    return _joined(documents, counts, positions, shift_of(held, documents))


def spread(starts: Array, counts: Array) -> Array:
    """The places of rows that start at `starts` and have `counts`, one row after another."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - counts), counts) + np.arange(total)


def phrase(held: Field, slots: Sequence[tuple[int, int]], count: int) -> tuple[Array, int]:
    """Where words stand at their distances: the occurrences of the first, and their shift.

    `slots`: the number of each word and its distance from the first.
    """
    rarest = sorted(slots, key=lambda slot: held.span(slot[0])[1] - held.span(slot[0])[0])
    found, shift = None, _SHORT
    for number, distance in rarest:
        within = None if found is None else documents_of(found, shift)
        own = occurrences(held, number, within, count)
        shift = _SHORT if own.itemsize == 4 else _LONG
        own = own - own.dtype.type(distance) if distance else own
        found = own if found is None else sets.intersect_wide(*_shorter(found, own))
        if not len(found):
            break
    return (np.empty(0, np.uint32) if found is None else found), shift


def documents_of(found: Array, shift: int) -> Array:
    """The documents in which occurrences stand, each once."""
    documents = found >> found.dtype.type(shift)
    if len(documents) > 1:
        documents = documents[np.concatenate(([True], documents[1:] != documents[:-1]))]
    return documents.astype(np.uint16) if shift == _SHORT else documents


def counts_in(found: Array, shift: int) -> tuple[Array, Array]:
    """The documents of occurrences and how many stand in each."""
    documents = (found >> found.dtype.type(shift)).astype(np.int64)
    firsts = np.flatnonzero(np.diff(documents, prepend=-1))
    return documents[firsts], np.diff(firsts, append=len(documents))


def _shorter(first: Array, second: Array) -> tuple[Array, Array]:
    return (first, second) if len(first) <= len(second) else (second, first)


def _joined(documents: Array, counts: Array, positions: Array, shift: int) -> Array:
    kind = np.uint32 if shift == _SHORT else np.uint64
    repeated = documents if len(positions) == len(documents) else np.repeat(documents, counts)
    joined: Array = repeated.astype(kind)
    np.left_shift(joined, kind(shift), out=joined)
    np.bitwise_or(joined, positions, out=joined)
    return joined
