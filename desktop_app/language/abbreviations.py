"""How well something typed in haste fits a name: its letters, pinyin or pinyin initials.

``opar`` fits "Open archive", ``打开`` and ``dakai`` and ``dk`` fit 打开档案库. A letter fits
where the one before fitted, or where a word or syllable begins; Latin names also let
letters be left out, at a cost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.language.folding import fold, fold_character
from desktop_app.language.syllables import toneless

_WORD = re.compile(r"[^\W_]+")
LONGEST = 40  # characters of what is typed that count
_NEXT, _START, _SKIPPED, _FIRST = 3.0, 4.0, -2.0, 2.0
_LENGTH = 0.02  # what each letter of a name costs, so that of equals the shorter comes first

# The syllables of a Chinese text, one for each code point, "" over what is not Chinese.
Spoken = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Fit:
    """`score` grows with the fit; `places` are the code points of the name that were meant."""

    score: float
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter of a name, whether a word or syllable begins with it, and its place."""

    letter: str
    starts: bool
    place: int


class Name:
    """A name made ready to be compared with what is typed."""

    def __init__(self, text: str, spoken: Spoken) -> None:
        """Take `text` apart, as written and, where it has Chinese in it, as spoken."""
        self.text = text
        self._written = tuple(_written(text))
        self._loose = text.isascii()
        syllables = () if text.isascii() else spoken(text)
        self._spoken = tuple(_said(text, syllables)) if any(syllables) else ()

    def fit(self, typed: str) -> Fit | None:
        """How well `typed` fits, all its words in any order; None where one does not."""
        words = _WORD.findall(fold(typed[:LONGEST]))
        fits = [self._fit_word(word) for word in words]
        if not all(fits) or not (words or typed.isspace() or typed == ""):
            return None
        places = {place for fit in fits if fit for place in fit.places}
        score = sum(fit.score for fit in fits if fit)
        return Fit(score - _LENGTH * len(self._written), tuple(sorted(places)))

    def _fit_word(self, word: str) -> Fit | None:
        ways = (
            _fit(word, self._written, self._loose),
            _fit(said, self._spoken, False) if (said := toneless(word)).isascii() else None,
        )
        return max(filter(None, ways), key=lambda fit: fit.score, default=None)


def _written(text: str) -> Iterator[_Letter]:
    """The letters of `text`, folded; each Chinese character begins a word."""
    before = " "
    for place, character in enumerate(text):
        for letter in fold_character(ord(character)):
            if letter.isalnum():
                yield _Letter(letter, not letter.isascii() or not before.isalnum(), place)
            before = letter


def _said(text: str, syllables: tuple[str, ...]) -> Iterator[_Letter]:
    """The same as spoken, Latin words as they are."""
    before = " "
    for place, (character, syllable) in enumerate(zip(text, syllables, strict=True)):
        letters = toneless(syllable) if syllable else fold_character(ord(character))
        for number, letter in enumerate(letters):
            if letter.isalnum():
                starts = number == 0 and (bool(syllable) or not before.isalnum())
                yield _Letter(letter, starts, place)
        before = "" if syllable else character


def _fit(word: str, letters: tuple[_Letter, ...], loose: bool) -> Fit | None:
    """The best way to find `word` in `letters`, in order; None without one.

    For each letter typed the best score of ending at each letter of the name: the time
    grows with the lengths of both.
    """
    if not _has_in_order(word, letters):
        return None
    best: dict[int, tuple[float, tuple[int, ...]]] = {-1: (0.0, ())}
    for typed in word:
        best = dict(_steps(typed, letters, best, loose))
        if not best:
            return None
    score, ends = max(best.values())
    return Fit(score, tuple(dict.fromkeys(letters[end].place for end in ends)))


def _steps(
    typed: str,
    letters: tuple[_Letter, ...],
    best: dict[int, tuple[float, tuple[int, ...]]],
    loose: bool,
) -> Iterator[tuple[int, tuple[float, tuple[int, ...]]]]:
    """Go on from each end in `best` to each letter that is `typed`."""
    reached: tuple[float, tuple[int, ...]] | None = None  # the best end before this letter
    for number, letter in enumerate(letters):
        before = best.get(number - 1)
        if before is not None and (reached is None or before[0] > reached[0]):
            reached = before
        if letter.letter != typed or reached is None:
            continue
        ways = []
        if before is not None and number > 0 and before[1]:
            ways.append((before[0] + _NEXT, before[1]))
        if letter.starts:
            ways.append((reached[0] + _START + (_FIRST if number == 0 else 0.0), reached[1]))
        elif loose:
            ways.append((reached[0] + _SKIPPED, reached[1]))
        if ways:
            score, ends = max(ways, key=lambda way: way[0])
            yield number, (score, (*ends, number))


def _has_in_order(word: str, letters: tuple[_Letter, ...]) -> bool:
    rest = iter(letters)
    return all(any(letter.letter == typed for letter in rest) for typed in word)
