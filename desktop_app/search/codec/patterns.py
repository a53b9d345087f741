"""Finding words in a vocabulary: by pattern, by word form, by a Chinese character."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, partial

import numpy as np

from desktop_app.language.stems import FORMS_APART, stem
from desktop_app.search import wildcards
from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.similar import SpellingTable
from desktop_app.search.codec.vocabulary import Words

_JOKERS = re.compile(r"[*?]")
_SAFE_STARS = 2  # a regular expression with more could take ages over one long word
_FIRST_CHINESE = "\u3005".encode()  # no Chinese character comes before it


class WordFinder:
    """Looks for words of one field in one segment, and remembers what that takes."""

    def __init__(self, words: Words) -> None:
        """Look among `words`."""
        self.words = words

    def beginning(self, prefix: str) -> range:
        """The numbers of the words that begin with `prefix`."""
        return range(*self.words.beginning(prefix.encode()))

    def like(self, pattern: str) -> Array:
        """The numbers of the words of the form `pattern` (``*`` any run, ``?`` any one)."""
        numbers = self.beginning(_JOKERS.split(pattern, maxsplit=1)[0])
        fits = _fitting(pattern)
        listed = self.words.listed(numbers.start, numbers.stop) if numbers else []
        found = [place for place, word in enumerate(listed) if fits(word.decode())]
        return np.array(found, np.int64) + numbers.start

    def similar(self, word: str, distance: int) -> Array:
        """The numbers of the words at most `distance` edits from `word`."""
        return self._spelling.within(word, distance)

    def forms(self, word: str) -> list[str]:
        """The words with the stem of `word`, itself among them where it is there.

        Forms share their beginning but for a last letter or so (happy, happi-ness).
        """
        root = stem(word)
        numbers = self.beginning(root[: max(2, len(root) - 1)])
        listed = self.words.listed(numbers.start, numbers.stop) if numbers else []
        others = [other.decode() for other in listed]
        found = [other for other in others if other.isascii() and stem(other) == root]
        apart = {word, FORMS_APART.get(root, word)}.difference(found)
        return [*found, *(each for each in sorted(apart) if self.words.find(each.encode()) >= 0)]

    def with_character(self, character: str) -> Array:
        """The numbers of the words with this Chinese character: one or two characters long."""
        raw = np.frombuffer(character.encode(), "u1")
        first = self.words.place(_FIRST_CHINESE)
        begin = self.beginning(character)
        ends = self.words.starts[first + 1 :].astype(np.int64)
        same = self.words.lengths[first:] > len(raw)
        for back, byte in enumerate(raw[::-1].tolist(), 1):
            same = same & (self.words.blob[ends - back] == byte)
        second = np.flatnonzero(same) + first
        return np.union1d(np.arange(begin.start, begin.stop), second)

    @cached_property
    def _spelling(self) -> SpellingTable:
        return SpellingTable(self.words)


def _fitting(pattern: str) -> Callable[[str], object]:
    """What tells whether a word is of the form `pattern`: the quick way where it is safe."""
    if pattern.count("*") > _SAFE_STARS:
        return partial(wildcards.fits, pattern)
    return re.compile(_regular(pattern)).fullmatch


def _regular(pattern: str) -> str:
    parts = {"*": ".*", "?": "."}
    return "".join(parts.get(letter, re.escape(letter)) for letter in pattern)
