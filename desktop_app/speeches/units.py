"""The units a context is counted in, of many texts end to end."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.language.bulk_folding import IN_HAN, IN_WORD, Array, FoldedText


@dataclass(frozen=True, slots=True)
class Units:
    """Where units start and end (int64, ascending, folded).

    `edges` (int64, ascending) are where one text ends and the next begins: no unit of
    another text is beside one's own.
    """

    starts: Array
    ends: Array
    edges: Array

    def beside(self, starts: Array, ends: Array, offset: int) -> tuple[Array, Array]:
        """The unit at `offset` (−1: the one before) of each span, empty where there is none."""
        if offset < 0:
            at = np.searchsorted(self.ends, starts, side="right") + offset
        else:
            at = np.searchsorted(self.starts, ends) + offset - 1
        there, kept = self.together(starts, at)
        if not len(self.starts):
            return np.zeros_like(starts), np.zeros_like(starts)
        return np.where(there, self.starts[kept], 0), np.where(there, self.ends[kept], 0)

    def together(self, starts: Array, at: Array) -> tuple[Array, Array]:
        """Whether the units `at` stand in the text where spans start; and `at`, within bounds."""
        kept = np.clip(at, 0, max(len(self.starts) - 1, 0))
        if not len(self.starts):
            return np.zeros(at.shape, np.bool_), kept
        bounds = np.concatenate(([-1], self.edges, [int(self.ends[-1]) + 1]))
        own = np.searchsorted(self.edges, starts, side="right")
        first, last = bounds[own], bounds[own + 1]
        if at.ndim > 1:
            first, last = first[:, None], last[:, None]
        inside = (self.starts[kept] >= first) & (self.ends[kept] <= last)
        return (at == kept) & inside, kept


def units_of(folded: FoldedText, text_starts: Array) -> Units:
    """Latin words and single Chinese characters of texts that begin, as written, there."""
    kinds = folded.kinds()
    word, han = kinds == IN_WORD, kinds == IN_HAN
    first, last = _edges_of_words(word)
    return Units(
        np.flatnonzero(first | han),
        np.flatnonzero(last | han) + 1,
        folded.places(text_starts[1:]),
    )


def paired_units(folded: FoldedText) -> Units:
    """The tokens as `language.tokens` has them: Latin words, Chinese pairs, lone characters.

    Here each paragraph is a text of its own.
    """
    kinds = folded.kinds()
    word, han = kinds == IN_WORD, kinds == IN_HAN
    first, last = _edges_of_words(word)
    before, after = np.zeros_like(han), np.zeros_like(han)
    before[1:], after[:-1] = han[:-1], han[1:]
    pairs = han & after
    starts = np.flatnonzero(first | pairs | (han & ~before & ~after))
    ends = starts + 1 + pairs[starts]
    ends[word[starts]] = np.flatnonzero(last) + 1
    return Units(starts, ends, np.flatnonzero(folded.points == ord("\n")))


def _edges_of_words(word: Array) -> tuple[Array, Array]:
    """Which code points are the first, and which the last, of a Latin word."""
    first, last = word.copy(), word.copy()
    first[1:] &= ~word[:-1]
    last[:-1] &= ~word[1:]
    return first, last
