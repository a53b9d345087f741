"""A step that puts the documents of one part before those of another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.messages import message
from desktop_app.search import sets
from desktop_app.search.codec.blocks import Array
from desktop_app.search.explained import Explained
from desktop_app.search.plan.step import Scored, Step
from desktop_app.search.view import View


@dataclass(frozen=True, slots=True)
class FirstStep:
    """The documents of either part; those of `first` score more than 1, all others less.

    So whatever the scores are, `first` comes first, in the order it would have alone.
    """

    first: Step
    others: Step

    def size(self, view: View) -> int:
        """As many as both together."""
        return min(view.count, self.first.size(view) + self.others.size(view))

    def documents(self, view: View) -> Array:
        """Those of both, each once."""
        return sets.unite([self.first.documents(view), self.others.documents(view)], view.count)

    def scored(self, view: View) -> Scored:
        """The documents of both; the score of `first` and 1, or less than 1 by the others'."""
        table = np.zeros(view.count, np.float32)
        documents, scores = self.others.scored(view)
        table[documents] = _below_one(scores)
        first, own = self.first.scored(view)
        table[first] = 1 + own
        found = sets.unite([first, documents], view.count)
        return found, table[found]

    def scores(self, view: View, documents: Array) -> Array:
        """The same of some documents."""
        found, scores = self.scored(view)
        return scores[sets.locate(found, documents, view.count)]

    def explained(self) -> Explained:
        """Both."""
        parts = (self.first.explained(), self.others.explained())
        return Explained(message("the items of the first before all others"), parts)


def _below_one(scores: Array) -> Array:
    """Scores from 0 on, in their order, all between 0 and 0.99."""
    return np.float32(0.99) * scores / (1 + scores)
