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
    shift, positions = _shift_of(held, documents), held.positions(number)
    if len(positions) > len(documents):
        documents = np.repeat(documents, held.counts_of(start, stop))
    return _joined(documents, positions, shift), shift


def together(held: Field, slots: Sequence[tuple[int, int]], count: int) -> Together:
    """Find words that stand together.

    `slots`: the number of each word and its distance from the first; `count`: how many
    documents the segment has. Documents come first, since a common word's positions are
    many and few of them are in a document that holds the rarest word as well.
    """
    lists = [held.documents(*held.span(number)) for number, _distance in slots]
    within, at = sets.locate_all(lists, count)
    shift = _shift_of(held, within)
    nothing = np.empty(0, np.uint32)
    if not len(within):
        return Together(nothing, shift, within, [nothing] * len(slots))
    counts, found = [], []
    for (number, distance), postings in zip(slots, at):  # noqa: B905 (hot)
        own, places = _occurrences_at(held, number, postings, within, shift)
        counts.append(own)
        found.append(places - places.dtype.type(distance) if distance else places)
    return Together(sets.intersect_all(found), shift, within, counts)


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


def _occurrences_at(
    held: Field, number: int, postings: Array, within: Array, shift: int
) -> tuple[Array, Array]:
    """How often a word is in each document `within`, and where, by its `postings` there."""
    start, stop = held.span(number)
    counts, positions = held.counts_of(start, stop), held.positions(number)
    if len(positions) == len(counts):
        return counts[postings], _joined(within, positions[postings], shift)
    starts = np.cumsum(counts)
    starts -= counts
    if len(postings) < len(counts):
        counts, starts = counts[postings], starts[postings]
    rows = np.repeat(np.arange(len(counts)), counts)
    starts -= np.cumsum(counts) - counts
    return counts, _joined(within[rows], positions[starts[rows] + np.arange(len(rows))], shift)


def _joined(documents: Array, positions: Array, shift: int) -> Array:
    kind = np.uint32 if shift == _SHORT else np.uint64
    joined: Array = documents.astype(kind)
    np.left_shift(joined, kind(shift), out=joined)
    np.bitwise_or(joined, positions, out=joined)
    return joined
