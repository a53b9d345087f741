"""The word a reader points at in a text, and what the lexicon says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.language.lexicon import weights
from desktop_app.language.lexicon.entries import Entry
from desktop_app.language.lexicon.glosses import glosses, words_of
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.language.tokens import HAN, HAN_CLASS

# Characters before the place where a word over it may begin; sayings have rarely more.
_BACK = 8
_AROUND = 120  # characters on either side of the place in which an English phrase is sought
_MOST_WORDS = 4  # of an English phrase
_MOST = 10  # Chinese words for an English one
_ENGLISH = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_GAP = re.compile(r"[ \u00a0-]")  # between the words of one phrase
_START = re.compile(rf"[A-Za-z{HAN_CLASS}]")


@dataclass(frozen=True, slots=True)
class Pointed:
    """The word between two code points of a text, and its `entries`, the likeliest first.

    Those of an English word are the Chinese words for it. None where it is unknown.
    """

    start: int
    end: int
    word: str
    entries: tuple[Entry, ...]

    @property
    def chinese(self) -> bool:
        """Whether it is a Chinese word."""
        return HAN.match(self.word) is not None


def pointed_at(lexicon: Lexicon, text: str, place: int) -> Pointed | None:
    """The word over code point `place` of `text`; None where there stands no letter."""
    if not 0 <= place < len(text):
        return None
    if HAN.match(text, place):
        return _chinese(lexicon, text, place)
    return _english(lexicon, text, place)


def prepare(lexicon: Lexicon) -> None:
    """Have read what the first look-ups of either language read, so that none waits."""
    for text in ("合作", "signed"):
        pointed_at(lexicon, text, 0)


def word_from(lexicon: Lexicon, text: str, place: int) -> Pointed | None:
    """The word over `place`, or the next after it."""
    found = _START.search(text, place)
    return pointed_at(lexicon, text, found.start()) if found else None


def word_before(lexicon: Lexicon, text: str, place: int) -> Pointed | None:
    """The last word that ends at `place` or before."""
    while place > 0:
        place -= 1
        if _START.match(text, place):
            return pointed_at(lexicon, text, place)
    return None


def selected(lexicon: Lexicon, text: str) -> Iterator[Pointed]:
    """The text as one word where it is in the lexicon, or the words in it, one by one."""
    stripped = text.strip()
    start = text.find(stripped)
    entries = lexicon.entries(stripped) or _translations(lexicon, stripped)
    if entries:
        yield Pointed(start, start + len(stripped), stripped, entries)
        return
    found = word_from(lexicon, text, 0)
    while found is not None:
        yield found
        found = word_from(lexicon, text, found.end)


def _chinese(lexicon: Lexicon, text: str, place: int) -> Pointed:
    """The longest word over the place; of two as long the first, as reading goes."""
    best = (place, place + 1)
    for start in range(max(0, place - _BACK), place + 1):
        found = lexicon.longest_at(text, start)
        if found is not None and found.end > place and found.end - start > best[1] - best[0]:
            best = (start, found.end)
    word = text[best[0] : best[1]]
    return Pointed(*best, word, lexicon.entries(word))


def _english(lexicon: Lexicon, text: str, place: int) -> Pointed | None:
    """The longest phrase of the lexicon over the place, or the word there in any form."""
    from_, till = max(0, place - _AROUND), place + _AROUND
    words = [found.span() for found in _ENGLISH.finditer(text, from_, till)]
    here = next((n for n, (start, end) in enumerate(words) if start <= place < end), None)
    if here is None:
        return None
    for first, last in _phrases(text, words, here):
        start, end = words[first][0], words[last][1]
        if len(words_of(text[start:end])) == last + 1 - first:  # no article before it
            entries = _translations(lexicon, text[start:end])
            if entries:
                return Pointed(start, end, text[start:end], entries)
    start, end = words[here]
    return Pointed(start, end, text[start:end], _translations(lexicon, text[start:end]))


def _phrases(text: str, words: list[tuple[int, int]], here: int) -> Iterator[tuple[int, int]]:
    """Runs of words over number `here` with single gaps between, the longest first."""
    for length in range(_MOST_WORDS, 1, -1):
        for first in range(max(0, here + 1 - length), min(here, len(words) - length) + 1):
            last = first + length - 1
            gaps = (text[words[n][1] : words[n + 1][0]] for n in range(first, last))
            if all(_GAP.fullmatch(gap) for gap in gaps):
                yield first, last


def _translations(lexicon: Lexicon, phrase: str) -> tuple[Entry, ...]:
    """The entries of the Chinese words for `phrase`, each in the reading that means it.

    Verbs go first where the form is one of a verb only: "signed" is 签署 before 标志.
    """
    wanted = weights.stems(words_of(phrase))
    found = lexicon.chinese_of(phrase, _MOST)
    entries = [_meant(lexicon.entries(each.word), wanted) for each in found]
    known = [entry for entry in dict.fromkeys(entries) if entry is not None]
    if phrase.lower().endswith("ed") and wanted != phrase.lower():
        known.sort(key=lambda entry: not _does(entry, wanted))
    return tuple(known)


def _meant(entries: tuple[Entry, ...], wanted: str) -> Entry | None:
    """The first entry with a gloss that has the `wanted` stems, or the first at all."""
    for entry in entries:
        if any(wanted in weights.stems(gloss.words) for gloss in glosses(entry)):
            return entry
    return entries[0] if entries else None


def _does(entry: Entry, wanted: str) -> bool:
    """Whether a sense is "to …" of the `wanted` stem."""
    verbs = (gloss.words for gloss in glosses(entry) if gloss.verb)
    return any(weights.stems(words).split()[:1] == [wanted] for words in verbs)
