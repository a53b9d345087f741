"""The units a context is counted in: Latin words and single Chinese characters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.language.bulk_folding import IN_HAN, IN_WORD, Array, FoldedText


@dataclass(frozen=True, slots=True)
class Units:
    """Where units start and end (int64, folded), and in which of the texts (int64)."""

    starts: Array
    ends: Array
    texts: Array
    text_starts: Array

    def beside(self, starts: Array, ends: Array, offset: int) -> tuple[Array, Array]:
        """The unit at `offset` (−1: the one before) of each span, empty where there is none.

        Units of other texts are none.
        """
        if not len(self.starts):
            return np.zeros_like(starts), np.zeros_like(starts)
        if offset < 0:
            at = np.searchsorted(self.starts, starts) + offset
        else:
            at = np.searchsorted(self.starts, ends) + offset - 1
        kept = np.clip(at, 0, len(self.starts) - 1)
        own = np.searchsorted(self.text_starts, starts, side="right") - 1
        there = (at == kept) & (self.texts[kept] == own)
        return np.where(there, self.starts[kept], 0), np.where(there, self.ends[kept], 0)


def units_of(folded: FoldedText, text_starts: Array) -> Units:
    """The units of texts end to end, which begin at `text_starts` as written."""
    kinds = folded.kinds()
    word = kinds == IN_WORD
    edges = np.diff(word.astype(np.int8), prepend=0, append=0)
    han = np.flatnonzero(kinds == IN_HAN)
    starts = np.concatenate((np.flatnonzero(edges == 1), han))
    ends = np.concatenate((np.flatnonzero(edges == -1), han + 1))
    order = np.argsort(starts, kind="stable")
    starts, ends = starts[order], ends[order]
    text_starts = folded.places(text_starts)
    texts = np.searchsorted(text_starts, starts, side="right") - 1
    return Units(starts, ends, texts, text_starts)


@dataclass(frozen=True, slots=True)
class PairedUnits:
    """Tokens as the index has them: Latin words, pairs of Chinese characters, lone ones.

    `starts` and `ends` (int64) are folded places; `paragraphs` (int64) the paragraph each
    stands in, counted by the line ends at `breaks` before it.
    """

    starts: Array
    ends: Array
    paragraphs: Array
    breaks: Array


def paired_units(folded: FoldedText) -> PairedUnits:
    """The tokens of texts end to end, as `language.tokens` has them."""
    kinds = folded.kinds()
    edges = np.diff((kinds == IN_WORD).astype(np.int8), prepend=0, append=0)
    han = np.concatenate(([False], kinds == IN_HAN, [False]))
    before, own, after = han[:-2], han[1:-1], han[2:]
    pairs, lone = np.flatnonzero(own & after), np.flatnonzero(own & ~before & ~after)
    starts = np.concatenate((np.flatnonzero(edges == 1), pairs, lone))
    ends = np.concatenate((np.flatnonzero(edges == -1), pairs + 2, lone + 1))
    order = np.argsort(starts, kind="stable")
    starts, ends = starts[order], ends[order]
    breaks = np.flatnonzero(folded.points == ord("\n"))
    return PairedUnits(starts, ends, np.searchsorted(breaks, starts), breaks)
