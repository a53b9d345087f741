"""Which words of aligned passages are translations of each other, by where both stand.

Association by the log-likelihood ratio (Dunning, "Accurate Methods for the Statistics of
Surprise and Coincidence", 1993) with Dice's coefficient, of words and phrases of up to three;
what is not the best for each other, or not clearly better than another, is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

import numpy as np

from desktop_app.errors import Cancelled
from desktop_app.language.folding import fold
from desktop_app.language.stems import stem
from desktop_app.language.tokens import HAN
from desktop_app.pairing.latin import is_telling
from desktop_app.pairing.terms import Array

Words = Callable[[str], Iterable[tuple[int, int]]]
"""The Chinese words of a text, as places in it; what is none is left out."""

MOST = 20_000  # associations kept
_LEAST = 3  # passages that have both: two have too much else in common
_DICE, _FEW, _LIKELIHOOD = 0.7, 0.45, 20.0  # of few passages, a larger share must have both
_CLEAR = 1.1  # times as good as any other that does not overlap
_MOST_PASSAGES = 400  # with one word: what more have is too common to tell
_LONGEST, _WORDS = 8, 3  # characters of a Chinese phrase, words of either
_CHARACTERS = 2000  # of a passage, in either language
_LETTERS = 2  # of a word at least
_WORD = r"[A-Za-z0-9\u00c0-\u024f'’-]+"
_PHRASE = re.compile(rf"{_WORD}(?: {_WORD})*")
_POSSESSIVE = re.compile("['’]s$")
_LATIN = re.compile(r"[a-z][a-z0-9-]+")
_PARTICLES = frozenset(
    "的了在是和与及或为对中上下不有也将从到把被就都而其该这那等之以于个们着过并向由让使给年月日"
)


@dataclass(frozen=True, slots=True)
class Association:
    """An English word or phrase (small letters) and a Chinese one (simplified).

    `passages` have both; `weight` is Dice's coefficient, to 1.
    """

    english: str
    chinese: str
    passages: int
    weight: float


def associations(
    passages: Iterable[tuple[str, str]],
    words: Words,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Association]:
    """The likely translations in aligned `passages` (English, Chinese), the surest first.

    Raises `Cancelled`.
    """
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    ours, theirs = _Side(), _Side()
    for english, chinese in passages:
        if cancelled():
            raise Cancelled
        folded = fold(chinese[:_CHARACTERS])
        as_they_are = frozenset(_LATIN.findall(folded))
        ours.add(_english(english[:_CHARACTERS], as_they_are, forms))
        theirs.add(_chinese(folded, words))
    table = _Table(ours, theirs)
    found = [
        Association(forms[key].most_common(1)[0][0], term, together, round(dice, 3))
        for key, term, together, dice in table.best(cancelled)
    ]
    return sorted(found, key=lambda each: (-each.weight * each.passages, each.english))[:MOST]


def key_of(phrase: str) -> str:
    """The stems of an English word or phrase, by which its forms are one."""
    return " ".join(stem(_POSSESSIVE.sub("", word)) for word in phrase.lower().split())


class _Side:
    """What each passage has in one language, and in which passages each of it is."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.passages: list[Array] = []

    def add(self, units: Iterable[str]) -> None:
        """The units of the next passage."""
        found = {self.numbers.setdefault(unit, len(self.numbers)) for unit in units}
        self.passages.append(np.fromiter(found, np.int64, len(found)))

    def postings(self) -> dict[int, list[int]]:
        """Number of each unit -> passages, of those neither rare nor everywhere."""
        found: dict[int, list[int]] = defaultdict(list)
        for place, units in enumerate(self.passages):
            for unit in units.tolist():
                found[unit].append(place)
        return {u: at for u, at in found.items() if _LEAST <= len(at) <= _MOST_PASSAGES}

    def counts(self) -> Array:
        """In how many passages each unit is."""
        joined = np.concatenate(self.passages) if self.passages else np.zeros(0, np.int64)
        return np.bincount(joined, minlength=len(self.numbers))


class _Table:
    """The units of one side against those of the other."""

    def __init__(self, ours: _Side, theirs: _Side) -> None:
        self._ours, self._theirs = ours, theirs
        self._total = len(ours.passages)

    def best(self, cancelled: Callable[[], bool]) -> Iterator[tuple[str, str, int, float]]:
        """The units that are the best for each other: English, Chinese, passages, Dice."""
        there = _chosen(self._ours, self._theirs, self._total, cancelled)
        back = _chosen(self._theirs, self._ours, self._total, cancelled)
        for english, (chinese, together, dice) in there.items():
            answer = back.get(chinese)
            if answer is not None and answer[0] == english:
                yield english, chinese, together, dice


def _chosen(
    ours: _Side, theirs: _Side, total: int, cancelled: Callable[[], bool]
) -> dict[str, tuple[str, int, float]]:
    """For each unit of `ours` the one of `theirs` that is clearly the best, if any is."""
    counts, names = theirs.counts(), list(theirs.numbers)
    own_names, chosen = list(ours.numbers), {}
    for unit, places in ours.postings().items():
        if cancelled():
            raise Cancelled
        met = np.concatenate([theirs.passages[place] for place in places])
        others, together = np.unique(met, return_counts=True)
        kept = together >= _LEAST
        others, together = others[kept], together[kept]
        dice = 2 * together / (len(places) + counts[others])
        told = _likelihood(together, len(places), counts[others], total)
        likely = (dice >= _DICE + _FEW / together) & (told >= _LIKELIHOOD)
        pick = _clear([names[each] for each in others[likely]], dice[likely])
        if pick is not None:
            name, worth = pick
            at = int(np.flatnonzero(others == theirs.numbers[name])[0])
            chosen[own_names[unit]] = (name, int(together[at]), worth)
    return chosen


def _clear(names: Sequence[str], dice: Array) -> tuple[str, float] | None:
    """The best; the longest of as good ones that overlap; none where others come near."""
    if not names:
        return None
    top = float(dice.max())
    first = max((n for n, d in zip(names, dice, strict=True) if d >= top - 1e-9), key=len)
    rivals = (d for n, d in zip(names, dice, strict=True) if not _overlaps(n, first))
    return (first, top) if top >= _CLEAR * max(rivals, default=0.0) else None


def _overlaps(one: str, other: str) -> bool:
    return one in other or other in one


def _likelihood(together: Array, ours: int, theirs: Array, total: int) -> Array:
    """Twice the log likelihood ratio of the four counts against chance."""
    cells = (together, ours - together, theirs - together, total - ours - theirs + together)
    sides = (
        (ours, theirs),
        (ours, total - theirs),
        (total - ours, theirs),
        (total - ours, total - theirs),
    )
    summed: Array = np.zeros(len(together))
    for count, (row, column) in zip(cells, sides, strict=True):
        expected = np.maximum(row * column / max(total, 1), 1e-12)
        filled = np.maximum(count, 1e-12)
        summed += 2 * count * np.log(filled / expected)
    return summed


def _english(text: str, as_they_are: Set[str], forms: dict[str, Counter[str]]) -> Iterator[str]:
    """Stems of words and phrases; notes how each is written.

    Words that the Chinese has `as_they_are` need no translation, nor does a phrase with one.
    """
    for run in _PHRASE.findall(text):
        plain = [_POSSESSIVE.sub("", word.strip("'’-")) for word in run.lower().split(" ")]
        for start in range(len(plain)):
            for end in range(start + 1, min(start + _WORDS, len(plain)) + 1):
                words = plain[start:end]
                if len(words[-1]) < _LETTERS or words[-1] in as_they_are:
                    break
                if all(map(is_telling, words)):
                    key = " ".join(map(stem, words))
                    forms[key][" ".join(words)] += 1
                    yield key


def _chinese(text: str, words: Words) -> Iterator[str]:
    """Words and neighbouring ones together, of two characters and more."""
    for run in HAN.findall(text):
        pieces = list(_pieces(run, words))
        for start in range(len(pieces)):
            joined = ""
            for piece in pieces[start : start + _LONGEST]:
                joined += piece
                if len(joined) > _LONGEST:
                    break
                if len(joined) > 1 and joined[0] not in _PARTICLES and joined[-1] not in _PARTICLES:
                    yield joined


def _pieces(run: str, words: Words) -> Iterator[str]:
    """The words of a run and the single characters between them."""
    at = 0
    for start, end in words(run):
        yield from run[at:start]
        yield run[start:end]
        at = end
    yield from run[at:]
