"""Chinese text into words: of all ways to part it the likeliest, each word by itself.

Longest match takes 研究生命 as 研究生 and 命; weighing how common words are finds 研究 and
生命. What is no word of the lexicon costs more than any word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

# Where a word may go on; a stretch longer than this is parted at it.
_STRETCH = re.compile(r"[\w·]{1,200}")
# Costs are powers of ten. A word of Zipf frequency 9 would be all there is; one more for parting.
_WHOLE = 10.0
_RARE = 2.5  # the Zipf frequency of words that no list of frequencies knows
_UNKNOWN = 13.0


@dataclass(frozen=True, slots=True)
class Beginning:
    """The words that begin with one character: their costs, and their lengths."""

    costs: Mapping[str, float]
    lengths: tuple[int, ...]


def cost(zipf: float) -> float:
    """What a word of that frequency costs."""
    return _WHOLE - max(zipf, _RARE)


def segments(
    text: str, folded: str, beginning: Callable[[str], Beginning]
) -> Iterator[tuple[int, int]]:
    """The words of `text` as places; what is no word, and Latin alone, is left out.

    `folded` is the same in simplified characters: a word may stand in either.
    """
    for stretch in _STRETCH.finditer(text):
        start = stretch.start()
        if not stretch[0].isascii():
            both = dict.fromkeys((stretch[0], folded[start : stretch.end()]))
            for first, last in _likeliest(tuple(both), beginning):
                if not text[start + first : start + last].isascii():
                    yield start + first, start + last


def _likeliest(
    written: tuple[str, ...], beginning: Callable[[str], Beginning]
) -> list[tuple[int, int]]:
    """The words of a stretch, written in one way or two."""
    length = len(written[0])
    best, came = [0.0] + [float("inf")] * length, [0] * (length + 1)
    known = [False] * (length + 1)
    for start in range(length):
        for end, price, is_word in _ways(written, start, beginning):
            if best[start] + price < best[end]:
                best[end], came[end], known[end] = best[start] + price, start, is_word
    return _traced(came, known)


def _ways(
    written: tuple[str, ...], start: int, beginning: Callable[[str], Beginning]
) -> Iterator[tuple[int, float, bool]]:
    """Where a word that starts at `start` may end, what it costs, and whether it is one."""
    yield start + 1, _UNKNOWN, False
    for text in written:
        words = beginning(text[start])
        for end in (start + size for size in words.lengths if start + size <= len(text)):
            price = words.costs.get(text[start:end])
            if price is not None:
                yield end, price, True


def _traced(came: list[int], known: list[bool]) -> list[tuple[int, int]]:
    """The way back from the end, without what is no word."""
    found, end = [], len(came) - 1
    while end > 0:
        if known[end]:
            found.append((came[end], end))
        end = came[end]
    return found[::-1]
