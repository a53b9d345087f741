"""Steps that look at where words stand: near each other, or in the body alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union

import numpy as np

from desktop_app.messages import message
from desktop_app.search import sets
from desktop_app.search.codec.blocks import Array
from desktop_app.search.explained import Explained
from desktop_app.search.plan.step import Scored
from desktop_app.search.plan.words import NOTHING, PhraseStep, WordStep
from desktop_app.search.view import View

Placed = Union[WordStep, PhraseStep]  # noqa: UP007 (3.10)
_SHIFT = 32


@dataclass(frozen=True, slots=True)
class NearStep:
    """The documents in which all parts stand within a window, in any order.

    `lengths`: the tokens each part takes. At most `distance` other tokens lie between
    the parts.
    """

    parts: Sequence[Placed]
    lengths: Sequence[int]
    distance: int

    def size(self, view: View) -> int:
        """As many as the rarest part."""
        return min(part.size(view) for part in self.parts)

    def documents(self, view: View) -> Array:
        """Try each part as the first, with the next of every other part after it."""
        if not self.size(view):
            return NOTHING
        places = [_starts(part, view) for part in self.parts]
        if not all(map(len, places)):
            return NOTHING
        found = np.concatenate([self._led_by(leader, places) for leader in range(len(places))])
        documents = np.unique(found >> _SHIFT)
        return documents.astype(np.uint16) if view.count <= 1 << 16 else documents

    def _led_by(self, leader: int, places: Sequence[Array]) -> Array:
        """The places of part `leader` from which a window holds all the others."""
        starts = places[leader]
        ends = starts + self.lengths[leader]
        last = ends
        for other, own in enumerate(places):
            if other != leader:
                at = np.searchsorted(own, ends) + self._same_before(other, leader)
                reached = at < len(own)
                nearest = own[np.where(reached, at, 0)] + self.lengths[other]
                last = np.maximum(last, np.where(reached, nearest, np.iinfo(np.int64).max))
        return starts[last - starts <= sum(self.lengths) + self.distance]

    def _same_before(self, part: int, leader: int) -> int:
        """How many parts before `part` are the same words: each takes an occurrence of its own."""
        said = [each.explained() for each in self.parts]
        return sum(said[k] == said[part] for k in range(part) if k != leader)

    def scored(self, view: View) -> Scored:
        """The documents and the sum of the parts' scores."""
        documents = self.documents(view)
        return documents, self.scores(view, documents)

    def scores(self, view: View, documents: Array) -> Array:
        """The sum of the parts' scores."""
        total = np.zeros(len(documents), np.float32)
        for part in self.parts:
            total += part.scores(view, documents)
        return total

    def explained(self) -> Explained:
        """The distance and the parts."""
        says = message("near, at most {distance} other words between", distance=self.distance)
        return Explained(says, tuple(part.explained() for part in self.parts))


def _starts(part: Placed, view: View) -> Array:
    """Where `part` starts, as int64: the document above 32 bits of position."""
    found, shift = part.starts(view)
    wide = found.astype(np.int64)
    if shift == _SHIFT:
        return wide
    return ((wide >> shift) << _SHIFT) | (wide & ((1 << shift) - 1))


@dataclass(frozen=True, slots=True)
class BodyStep:
    """The documents in which words stand in a paragraph.

    The field of all text holds title and captions too: what stands in it more often
    than in those stands in the body.
    """

    text: Placed
    elsewhere: Sequence[Placed]

    def size(self, view: View) -> int:
        """As many as hold the words anywhere."""
        return self.text.size(view)

    def documents(self, view: View) -> Array:
        """Those in which some occurrence is left."""
        documents, counts = self.text.counts(view)
        table = np.zeros(view.count, np.int64)
        table[documents] = counts
        for part in self.elsewhere:
            others, theirs = part.counts(view)
            table[others] -= theirs.astype(np.int64)
        return sets.chosen(table > 0)

    def scored(self, view: View) -> Scored:
        """The documents, scored as in all text."""
        documents = self.documents(view)
        return documents, self.scores(view, documents)

    def scores(self, view: View, documents: Array) -> Array:
        """As in all text."""
        return self.text.scores(view, documents)

    def explained(self) -> Explained:
        """The words."""
        return Explained(message("in a paragraph"), (self.text.explained(),))
