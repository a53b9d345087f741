"""Where translations come from: the lexicon, and whatever an archive knows itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import Protocol

from desktop_app.language.lexicon.glosses import words_of
from desktop_app.language.lexicon.lexicon import Lexicon, Translation
from desktop_app.language.lexicon.weights import stems
from desktop_app.language.tokens import HAN
from desktop_app.search.bilingual.pieces import STOP_WORDS

MOST = 4  # translations of a word
_LOOKED_AT = 12
# What is worth less than this share of the best one is another word.
_SHARE = 0.6
_LEAST = 0.25
# What an English word is worth that no sense of the Chinese one names by itself.
_NOT_NAMED = 0.35


class Source(Protocol):
    """Knows translations; safe to ask from several threads."""

    def translations(self, text: str) -> Sequence[Translation]:
        """English for a Chinese word, simplified Chinese for an English word or phrase.

        Weights from 0 to 1, in any order; none for what it does not know. Of these the `best`
        that the archive has are looked for. It is asked at every key, so within a millisecond.
        """


class LexiconSource:
    """Implements `Source` by the dictionary, both of whose directions must agree."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Look words up in `lexicon`."""
        self._lexicon = lexicon

    def translations(self, text: str) -> list[Translation]:
        """A dozen at most."""
        return list(self._english(text) if HAN.search(text) else self._chinese(text))

    def _chinese(self, text: str) -> Iterator[Translation]:
        wanted = stems(words_of(text))
        for word, weight in self._lexicon.chinese_of(text, _LOOKED_AT):
            yield Translation(word, weight * sqrt(self._named(word, wanted)))

    def _named(self, word: str, wanted: str) -> float:
        """How well the Chinese `word` is translated by English of the stems `wanted`."""
        return max(
            (
                weight
                for english, weight in self._lexicon.english_of(word, _LOOKED_AT)
                if stems(words_of(english)) == wanted
            ),
            default=_NOT_NAMED,
        )

    def _english(self, text: str) -> Iterator[Translation]:
        found = self._lexicon.english_of(text, _LOOKED_AT)
        initials = {word[0] for word, _weight in found if not _is_acronym(word)}
        # "State Council (PRC)" names a country, not the council.
        return (
            each
            for each in found
            if not _is_acronym(each.word) or not initials or each.word[0] in initials
        )


def best(found: Iterable[Translation]) -> list[Translation]:
    """The best of `found`, each once, without what is far behind the first."""
    weights: dict[str, float] = {}
    known = list(found)
    named = [each for each in known if not _explains(each.word)]
    for word, weight in named or known:
        weights[word] = max(weight, weights.get(word, 0.0))
    order = sorted(weights.items(), key=lambda each: -each[1])
    least = max(_LEAST, order[0][1] * _SHARE) if order else 0.0
    whole = [len(word) > 1 for word, weight in order if weight >= least]
    return [
        Translation(word, weight)
        for word, weight in order
        # One Chinese character is part of too many other words where a longer one will do.
        if weight >= least and (len(word) > 1 or not any(whole))
    ][:MOST]


def _explains(phrase: str) -> bool:
    """Whether an English gloss rather tells what a word means (head of a department, call on)."""
    told = any(word in STOP_WORDS or "'" in word for word in phrase.split())
    return told and phrase[:1].islower()


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
