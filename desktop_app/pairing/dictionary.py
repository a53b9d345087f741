"""Words of both languages as Chinese words, by a bilingual dictionary where there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from desktop_app.language.folding import fold
from desktop_app.language.tokens import HAN
from desktop_app.pairing.latin import is_telling

MOST_CHINESE, MOST_ENGLISH = 160, 320  # terms of one item
_CHARACTERS = 2500  # of a text: the beginning of a story says what it is about
_TRANSLATIONS = 4  # of an English word
_LEAST = 0.25  # weight of a translation, of 1
_ENGLISH = re.compile(r"[A-Za-z]{3,}")


class Translated(Protocol):
    """A translation with how well it answers, from 0 to 1."""

    @property
    def word(self) -> str:
        """The word, in simplified characters."""

    @property
    def weight(self) -> float:
        """1 for the best there is."""


class Dictionary(Protocol):
    """What pairing asks of a bilingual dictionary."""

    def words(self, text: str) -> Iterator[tuple[int, int]]:
        """The places of the words of a Chinese text, by longest match."""

    def chinese_of(self, english: str, limit: int = 20) -> Sequence[Translated]:
        """Chinese words for an English one in any form, the best first."""


def chinese_words(text: str, dictionary: Dictionary) -> Iterator[str]:
    """Yield the words of two characters or more in a Chinese text, simplified."""
    for run in HAN.findall(fold(text[:_CHARACTERS])):
        for start, end in dictionary.words(run):
            if end - start > 1:
                yield run[start:end]


def english_words(text: str, dictionary: Dictionary) -> Iterator[str]:
    """Yield the Chinese words of two characters or more for the words of an English text."""
    told = (word.lower() for word in _ENGLISH.findall(text[: 2 * _CHARACTERS]))
    for word in dict.fromkeys(filter(is_telling, told)):
        for found in dictionary.chinese_of(word, _TRANSLATIONS):
            if len(found.word) > 1 and found.weight >= _LEAST:
                yield found.word
