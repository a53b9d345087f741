"""Words within a few edits of another, over a whole vocabulary at once.

Words of ASCII letters stand in one matrix a length, so that a step of the dynamic
programme (Wagner & Fischer, 1974) is taken for thousands of words together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.vocabulary import Words
from desktop_app.search.levenshtein import within

_LONGEST = 40  # bytes; nobody misspells longer words by a letter or two


@dataclass(frozen=True, slots=True)
class SameLength:
    """The ASCII words of one length: a byte a column, and their numbers."""

    letters: Array
    numbers: Array


class SpellingTable:
    """The words of a vocabulary laid out for comparison; made once a segment."""

    def __init__(self, words: Words) -> None:
        """Lay out `words`, some 3 MB for 300,000 of them."""
        self._ascii: dict[int, SameLength] = {}
        lengths = words.lengths
        pure = _pure(words)
        for length in range(1, _LONGEST + 1):
            numbers = np.flatnonzero((lengths == length) & pure)
            if len(numbers):
                at = words.starts[numbers].astype(np.int64)[:, None] + np.arange(length)
                self._ascii[length] = SameLength(words.blob[at], numbers)
        others = ~pure & (lengths <= 4 * _LONGEST) & ~_chinese_pairs(words)
        self._others = [(number, words[number].decode("utf-8", "replace"))
                        for number in np.flatnonzero(others).tolist()]  # fmt: skip

    def within(self, word: str, distance: int) -> Array:
        """The numbers, ascending, of the words at most `distance` edits from `word`."""
        found = []
        for length in range(max(1, len(word) - distance), len(word) + distance + 1):
            same = self._ascii.get(length)
            if same is not None:
                found.append(same.numbers[_close(same.letters, word, distance)])
        others = [number for number, other in self._others
                  if within(other, word, distance)]  # fmt: skip
        return np.sort(np.concatenate([*found, np.array(others, np.int64)]))


def _pure(words: Words) -> Array:
    """Which words are of ASCII letters alone."""
    return _bytes_in_each(words, words.blob >= 128) == 0


def _chinese_pairs(words: Words) -> Array:
    """Which words are one or two characters, the first of them of three bytes or more.

    Nearly all that is not ASCII: told by the bytes, as decoding them took 0.3 s.
    """
    characters = _bytes_in_each(words, (words.blob & 0xC0) != 0x80)  # those that begin one
    pairs: Array = (words.blob[words.starts[:-1]] >= 0xE3) & (characters <= 2)
    return pairs


def _bytes_in_each(words: Words, counted: Array) -> Array:
    """How many of the bytes that are `counted` each word has."""
    sums = np.concatenate(([0], np.cumsum(counted)))
    each: Array = sums[words.starts[1:]] - sums[words.starts[:-1]]
    return each


def _close(letters: Array, word: str, distance: int) -> Array:
    """Which rows of `letters` are at most `distance` edits from `word`."""
    wanted = [ord(letter) for letter in word]
    if distance == 1:
        return _one_edit(letters, np.array(wanted))
    count, length = letters.shape
    row = np.repeat(np.arange(length + 1, dtype=np.int16)[:, None], count, axis=1)
    columns = np.ascontiguousarray(letters.T)
    for place, letter in enumerate(wanted, 1):
        above, row[0] = row[0].copy(), place
        for column in range(1, length + 1):
            change = above + (columns[column - 1] != letter)
            above = row[column].copy()
            np.minimum(np.minimum(row[column], row[column - 1]) + 1, change, out=row[column])
    close: Array = row[length] <= distance
    return close


def _one_edit(letters: Array, wanted: Array) -> Array:
    """Rows that agree with `wanted` from the front and from the back but for one letter."""
    length = letters.shape[1]
    shared = min(length, len(wanted))
    front = _agreeing(letters[:, :shared] == wanted[:shared])
    back = _agreeing((letters[:, length - shared :] == wanted[len(wanted) - shared :])[:, ::-1])
    longest = max(length, len(wanted))
    close: Array = front + back >= longest - 1
    return close


def _agreeing(same: Array) -> Array:
    """How many columns agree before the first that does not."""
    if not same.shape[1]:
        return np.zeros(len(same), np.int64)
    first = np.argmin(same, axis=1)
    return np.where(same.all(axis=1), same.shape[1], first)
