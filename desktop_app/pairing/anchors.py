"""What a passage says that can be recognised in the other language.

Each language gives *keys*, strings in one common space: numbers, months, Latin words by
their English stems. A Chinese passage gives groups of them, one for each of its words, as
a dictionary knows several English words for one; and names by their pinyin.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from desktop_app.language.folding import fold
from desktop_app.language.pinyin import readings
from desktop_app.language.stems import stem
from desktop_app.language.syllables import SYLLABLES
from desktop_app.language.tokens import HAN, WORD
from desktop_app.pairing.numerals import months, numbers

Keys = frozenset[str]

LOOKED_AT = 20_000
"""Code points of a passage that are looked at; what is behind them only counts as length."""
_LONGEST_WORD = 4  # characters of a Chinese word that is looked up
_SENSES = 12  # English words of one Chinese word that are looked at
_SHORTEST_NAME = 4  # letters of a name in pinyin; shorter ones are English words too
_LONGEST_NAME = 4  # syllables
_NAME = re.compile(r"\b[A-Z][a-z]+(?:[-' ]?[A-Z]?[a-z]+)?\b")
_WHOLE = 200  # code points of a passage without Chinese that is a key as a whole
_LETTERS = re.compile(r"[a-z]+")
_COMMON = frozenset(
    (
        *("the", "of", "and", "to", "in", "a", "is", "that", "for", "with", "on", "as", "by"),
        *("an", "be", "are", "was", "were", "it", "its", "at", "or", "from", "this", "which"),
        *("has", "have", "had", "not", "but", "will", "can", "would", "their", "they", "he"),
        *("she", "his", "her", "we", "our", "you", "your", "i", "do", "does", "did", "been"),
        *("sth", "sb", "etc", "one", "so", "if", "there", "these", "those", "than", "into"),
    )
)


class Lexicon(Protocol):
    """A bilingual dictionary, as far as an alignment asks it."""

    def english_of(self, chinese: str, /) -> Sequence[tuple[str, float]]:
        """English words or phrases for a simplified Chinese word, the best first."""


class NoLexicon:
    """A dictionary without words."""

    def english_of(self, _chinese: str, /) -> Sequence[tuple[str, float]]:
        """Nothing."""
        return ()


def english_keys(text: str) -> Keys:
    """The keys of an English passage."""
    folded = fold(text[:LOOKED_AT])
    return frozenset((*_plain(folded), *_names(text[:LOOKED_AT])))


def _plain(folded: str) -> Iterator[str]:
    """Keys that look alike in both languages; a line of signs or program text is one too."""
    if len(folded) <= _WHOLE and HAN.search(folded) is None and folded.strip():
        yield f"«{''.join(folded.split())}»"
    yield from numbers(folded)
    yield from months(folded)
    for found in WORD.finditer(folded):
        yield from _stems(found.group())


def _stems(words: str) -> Iterator[str]:
    for word in _LETTERS.findall(words):
        if len(word) > 1 and word not in _COMMON:
            yield stem(word)


def _names(text: str) -> Iterator[str]:
    """Capitalised words that may be a Chinese name or place, as ``=shuguo``."""
    for found in _NAME.finditer(text):
        letters = "".join(_LETTERS.findall(found.group().lower()))
        for each in {letters, *_LETTERS.findall(found.group().lower())}:
            if len(each) >= _SHORTEST_NAME and _is_pinyin(each):
                yield f"={each}"


def _is_pinyin(letters: str) -> bool:
    """Whether `letters` can be two to four syllables."""
    ends = {0}
    for _syllable in range(_LONGEST_NAME):
        ends = {
            end
            for start in ends
            for end in range(start + 1, min(start + 6, len(letters)) + 1)
            if letters[start:end] in SYLLABLES
        }
        if len(letters) in ends:
            return _syllable > 0
    return False


class ChineseReader:
    """Reads Chinese passages into groups of keys; remembers the words it looked up."""

    def __init__(self, lexicon: Lexicon, names: Collection[str]) -> None:
        """Look words up in `lexicon`, and in a text's pinyin for `names` (``=shuguo``)."""
        self._lexicon = lexicon
        self._names = frozenset(names)
        self._known: dict[str, Keys] = {}

    def groups(self, text: str) -> list[Keys]:
        """The keys of a passage, those of one word together, each group once."""
        folded = fold(text[:LOOKED_AT])
        found: dict[Keys, None] = {frozenset((key,)): None for key in _plain(folded)}
        for run in HAN.finditer(folded):
            for group in self._words(run.group()):
                found[group] = None
            if self._names:
                found.update((group, None) for group in self._spoken(run.group()))
        return list(found)

    def _words(self, run: str) -> Iterable[Keys]:
        """The words of a run by longest match, those that the dictionary knows."""
        place = 0
        while place < len(run):
            step = 1
            for length in range(min(_LONGEST_WORD, len(run) - place), 0, -1):
                keys = self._looked_up(run[place : place + length])
                if keys:
                    yield keys
                    step = length
                    break
            place += step

    def _looked_up(self, word: str) -> Keys:
        keys = self._known.get(word)
        if keys is None:
            senses = (english for english, _weight in self._lexicon.english_of(word))
            stems = [key for english in senses for key in _stems(fold(english))]
            keys = self._known[word] = frozenset(stems[:_SENSES])
        return keys

    def _spoken(self, run: str) -> Iterator[Keys]:
        """The names among `self._names` that some of a run's characters sound like."""
        first = [each[0] if each else "" for each in readings(run)]
        for start in range(len(first)):
            spoken = first[start]
            for end in range(start + 2, min(start + _LONGEST_NAME, len(first)) + 1):
                spoken += first[end - 1]
                if f"={spoken}" in self._names:
                    yield frozenset((f"={spoken}",))
