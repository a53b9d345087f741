"""A word of an index: where it is, how much it weighs, and scores by it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.search import sets
from desktop_app.search.codec.blocks import Array
from desktop_app.search.view import View


@dataclass(frozen=True, slots=True)
class IndexedWord:
    """A word of a field: its number in each segment, and how much it weighs in a score."""

    field: str
    text: str
    places: tuple[int, ...]
    documents: int
    weight: float
    average: float

    def scores(self, view: View, documents: Array) -> Array:
        """The BM25F scores of `documents`, all of which hold the word."""
        held, place = view.segment.field(self.field), self.places[view.place]
        if held is None or place < 0:
            return np.zeros(len(documents), np.float32)
        start, stop = held.span(place)
        if len(documents) == stop - start:
            frequencies = held.frequencies(start, stop)
        else:
            at = sets.locate(held.documents(start, stop), documents, view.count)
            frequencies = held.frequencies_of(at + start)
        norms = view.norms(self.field, self.average).take(documents)
        return self.weighted(frequencies, norms)

    def weighted(self, frequencies: Array, norms: Array) -> Array:
        """BM25F, in the place of `frequencies` (float32); `norms` are the length factors."""
        norms = norms + frequencies
        frequencies /= norms
        frequencies *= np.float32(self.weight)
        return frequencies

    def __str__(self) -> str:
        """The word with its field and how many documents hold it."""
        return f"{self.field}:{self.text} ({self.documents})"
