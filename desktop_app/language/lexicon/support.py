"""What compounds say of their parts: 出口额 and 出口商 show that 出口 is *export* before *exit*.

An entry speaks for a gloss where longer entries that hold its word hold a word of the
gloss too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from math import log2

from desktop_app.language.lexicon.entries import Entry
from desktop_app.language.lexicon.glosses import Gloss, glosses
from desktop_app.language.lexicon.weights import COMMON
from desktop_app.language.stems import stem

_LONGEST = 8  # characters of a compound; longer ones are sayings and names
_LONGEST_PART = 4
_MOST_WORDS = 6  # of a gloss; a longer one explains
_UNSUPPORTED, _ENOUGH = 0.7, 12
_OF_CHARACTERS = 0.85


class Support:
    """How often parts of words and words of glosses come together."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Count them in all `entries`."""
        self._together: Counter[tuple[str, str]] = Counter()
        for entry in entries:
            stems = {each for gloss in glosses(entry) for each in _stems(gloss)}
            if stems:
                self._together.update((part, each) for part in _parts(entry) for each in stems)

    def weight(self, word: str, gloss: Gloss) -> float:
        """What the compounds of simplified `word` leave of the weight of `gloss`."""
        if len(word) == 1:  # stands in too many words for its compounds to tell anything
            return _OF_CHARACTERS
        counts = [self._together[word, each] for each in _stems(gloss)]
        known = min(log2(1 + min(counts, default=0)) / log2(1 + _ENOUGH), 1.0)
        return _UNSUPPORTED + (1 - _UNSUPPORTED) * known


def _parts(entry: Entry) -> Iterator[str]:
    """The stretches of a word that may be words, but for itself."""
    word = entry.simplified
    if len(word) <= _LONGEST:
        for length in range(1, min(len(word), _LONGEST_PART + 1)):
            yield from {word[start : start + length] for start in range(len(word) - length + 1)}


def _stems(gloss: Gloss) -> list[str]:
    if len(gloss.words) > _MOST_WORDS:
        return []
    return [stem(word) for word in gloss.words if word not in COMMON]
