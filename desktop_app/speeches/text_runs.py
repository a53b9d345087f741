"""Many texts end to end, so that each step over them is one call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from desktop_app.language.bulk_folding import Array

# Code points in a run: what is held at a time, some 60 MB with the arrays made of it. Runs
# of a million take as long in all; below that, starting each step begins to count.
_RUN = 1 << 21


@dataclass(frozen=True, slots=True)
class TextRun:
    """Texts end to end, a line end after each.

    `numbers` (int64) are their items', `starts` (int64) where each begins in `text`.
    """

    text: str
    numbers: Array
    starts: Array

    def located(self, starts: Array, ends: Array) -> tuple[Array, Array, Array]:
        """Item numbers, and starts and ends in its item's text, of ascending spans of `text`."""
        at = np.searchsorted(self.starts, starts, side="right") - 1
        base = self.starts[at]
        return self.numbers[at], starts - base, ends - base


def text_runs(texts: Iterable[tuple[int, str]]) -> Iterator[TextRun]:
    """Yield runs of `texts`, item number and text each, that have something in them."""
    numbers: list[int] = []
    held: list[str] = []
    size = 0
    for number, text in texts:
        numbers.append(number)
        held.append(text)
        size += len(text) + 1
        if size >= _RUN:
            yield _run(numbers, held)
            numbers, held, size = [], [], 0
    if numbers:
        yield _run(numbers, held)


def _run(numbers: list[int], texts: list[str]) -> TextRun:
    lengths = np.fromiter(map(len, texts), np.int64, len(texts)) + 1
    joined = "\n".join([*texts, ""])
    return TextRun(joined, np.array(numbers, np.int64), np.cumsum(lengths) - lengths)
