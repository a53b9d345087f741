"""Finding words in a vocabulary: by pattern, by word form, by a Chinese character."""

from __future__ import annotations

import re
from functools import cached_property

import numpy as np

from desktop_app.language.stems import FORMS_APART, stem
from desktop_app.language.tokens import HAN
from desktop_app.search.codec.blocks import Array
from desktop_app.search.codec.similar import SpellingTable
from desktop_app.search.codec.vocabulary import Words

_JOKERS = re.compile(r"[*?]")
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
        fits = re.compile(_regular(pattern)).fullmatch
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
        """The numbers of the one- and two-character words with this Chinese character."""
        numbers, first, second = self._characters
        point = ord(character)
        return numbers[(first == point) | (second == point)]

    @cached_property
    def _spelling(self) -> SpellingTable:
        return SpellingTable(self.words)

    @cached_property
    def _characters(self) -> tuple[Array, Array, Array]:
        """The numbers of Chinese words and their two characters (0 for no second)."""
        start = self.words.place(_FIRST_CHINESE)
        listed = [word.decode() for word in self.words.listed(start)]
        held = [(place, word) for place, word in enumerate(listed, start)
                if len(word) <= 2 and HAN.fullmatch(word)]  # fmt: skip
        places = np.array([place for place, _word in held], np.int64)
        first = np.array([ord(word[0]) for _place, word in held], np.int64)
        second = np.array([ord(word[1]) if word[1:] else 0 for _place, word in held], np.int64)
        return places, first, second


def _regular(pattern: str) -> str:
    parts = {"*": ".*", "?": "."}
    return "".join(parts.get(letter, re.escape(letter)) for letter in pattern)
