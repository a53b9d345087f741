"""How often words stand in all of a field: what a sample is held against.

Deleted documents count until their segment is merged, in each figure alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.field import Field
from desktop_app.search.figures import Counted, Frequencies
from desktop_app.search.snapshot import Snapshot

# Postings looked at in one go, 16 bytes each.
_STEP = 1 << 20
# The blocks `tokens.HAN` takes for Chinese, by UTF-8, whose order is that of code points.
_CHINESE = (("\u3005", "\u3006"), ("\u3007", "\u3008"), ("\u3400", "\u4dc0"), ("\u4e00", "\ua000"),
            ("\uf900", "\ufb00"), ("\U00020000", "\U00040000"))  # fmt: skip


class WordFrequencies:
    """The frequencies of one field's words. Safe to read from several threads at once."""

    def __init__(self, snapshot: Snapshot, field: str) -> None:
        """Read `field`."""
        self._snapshot, self._field = snapshot, field

    def of(self, words: Sequence[str]) -> Frequencies:
        """The tokens of each of `words`, which are folded as tokens are, and of all."""
        totals = np.zeros(len(words), np.int64)
        chinese = length = 0
        for held in self._fields():
            length += held.record.length
            chinese += sum(_tokens(held, *stretch) for stretch in _chinese(held))
            for place, word in enumerate(words):
                number = held.find(word.encode("utf-8", "surrogatepass"))
                if number >= 0:
                    totals[place] += held.counts_of(*held.span(number)).sum()
        return Frequencies(totals, length - chinese, chinese)

    def among(self, numbers: Sequence[int], least: int) -> Counted:
        """The words that items of these numbers hold at least so often together."""
        wanted = np.array(numbers, np.int64)
        own: dict[bytes, int] = defaultdict(int)
        for view in self._snapshot.views:
            held = view.segment.field(self._field)
            if held is not None:
                mask = np.isin(view.numbers, wanted)
                _add(held, mask if view.living is None else mask & view.living, own)
        words = [word for word, count in own.items() if count >= least]
        decoded = [word.decode("utf-8", "surrogatepass") for word in words]
        return Counted(decoded, np.array([own[word] for word in words], np.int64))

    def _fields(self) -> Iterator[Field]:
        for view in self._snapshot.views:
            if (held := view.segment.field(self._field)) is not None:
                yield held


def _chinese(held: Field) -> Iterator[tuple[int, int]]:
    """The numbers, first and one past the last, of the Chinese words, block by block."""
    for first, after in _CHINESE:
        yield held.words.place(first.encode()), held.words.place(after.encode())


def _tokens(held: Field, first: int, stop: int) -> int:
    start, end = held.span(first, stop) if stop > first else (0, 0)
    steps = range(start, end, _STEP)
    return sum(int(held.counts_of(at, min(at + _STEP, end)).sum()) for at in steps)


def _add(held: Field, mask: Array, own: dict[bytes, int]) -> None:
    """Add the tokens of each word in the documents of `mask`, some postings at a time."""
    starts = held.posting_starts.astype(np.int64)
    first = 0
    while first < len(starts) - 1:
        stop = int(np.searchsorted(starts, starts[first] + _STEP, side="right")) - 1
        stop = max(stop, first + 1)
        start, end = int(starts[first]), int(starts[stop])
        counts = np.where(mask[held.documents(start, end)], held.counts_of(start, end), 0)
        sums = np.add.reduceat(counts, starts[first:stop] - start)
        for place in np.flatnonzero(sums).tolist():
            own[held.words[first + place]] += int(sums[place])
        first = stop
