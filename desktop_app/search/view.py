"""One segment of an index, open for searching, with what is worked out of it once."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.lengths import LENGTHS
from desktop_app.search.codec.patterns import WordFinder
from desktop_app.search.codec.segment_reader import SegmentColumns
from desktop_app.search.makeups import Makeups, read_makeups

# BM25F's free parameters, as in whoosh.scoring.BM25F.
K1, B = 1.2, 0.75


class View:
    """One segment of a snapshot. `living` is None where nothing is deleted."""

    def __init__(
        self, place: int, segment: SegmentColumns, living: Array | None, base: int = 0
    ) -> None:
        """The segment at `place` among those of its snapshot.

        `base` is added to its documents' own numbers, where several indexes are searched
        together.
        """
        self.place, self.segment, self.living, self.base = place, segment, living, base
        self.count = segment.count
        self._norms: dict[str, Array] = {}
        self._finders: dict[str, WordFinder] = {}

    def norms(self, field: str, average: float) -> Array:
        """BM25F's length factor (float32) of each document in `field`."""
        norms = self._norms.get(field)
        if norms is None:
            held = self.segment.field(field)
            steps = K1 * ((1 - B) + B * LENGTHS / (average or 1))
            lengths = np.zeros(self.count, "u1") if held is None else held.length_bytes
            norms = self._norms[field] = steps.astype(np.float32)[lengths]
        return norms

    def finder(self, field: str) -> WordFinder | None:
        """Looks for words of `field`; None where the segment has none."""
        finder = self._finders.get(field)
        if finder is None and (held := self.segment.field(field)) is not None:
            finder = self._finders[field] = WordFinder(held.words)
        return finder

    @cached_property
    def numbers(self) -> Array:
        """The archive's number of each document."""
        own = self.segment.numbers("number")
        return own.astype(np.int64) + self.base if self.base else own

    @cached_property
    def in_order(self) -> bool:
        """Whether documents stand in the order of their numbers."""
        return bool((self.numbers[1:] > self.numbers[:-1]).all())

    @cached_property
    def makeups(self) -> Makeups:
        """What facets count by."""
        return read_makeups(self.segment)

    def beside(self, place: int, base: int) -> View:
        """The same segment in a snapshot of several indexes, whose averages are others."""
        view = View(place, self.segment, self.living, base)
        if "makeups" in self.__dict__:  # worked out already
            view.__dict__["makeups"] = self.makeups
        view._finders = self._finders
        return view

    def alive(self, documents: Array) -> Array:
        """Those of `documents` that are not deleted."""
        return documents if self.living is None else documents[self.living[documents]]
