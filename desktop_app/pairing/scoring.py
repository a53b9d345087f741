"""How likely it is that an English and a Chinese item tell the same story, by what they share."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from desktop_app.pairing.shelf import Shelf
from desktop_app.pairing.terms import Array, Kind, kinds
from desktop_app.pairing.traits import Traits

FEATURES = (
    "bias",
    "latin",
    "numbers",
    "days",
    "names",
    "words",
    "photos",
    "shared",
    "same day",
    "other day",
    "length",
)
# Logistic regression over the candidates of 3,869 Chinese items, 55 pairs of which are known:
# `python3 -m tests.benchmarks pairing --fit`, which says what of this is set by hand.
WEIGHTS: Array = np.array([-20.8, 3.0, 11.1, 1.0, 3.0, 39.3, 3.0, 1.1, 1.5, -2.0, -2.2])
_PRIOR = 6.0  # weight of terms that a text might have had: few shared of few is less than of many
_LETTERS = 2.9  # English characters for one of a Chinese text, line ends and Latin words included

_PHOTOS = FEATURES.index("photos")
_UNSURE = 3.0  # log odds up to which pictures are looked at, which takes 10 ms each

Alike = Callable[[int, int], bool]


def _never_alike(_one: int, _other: int) -> bool:
    return False


class Scorer:
    """Scores pairs of items of two shelves. Weights of terms are their rarity on both."""

    def __init__(self, english: Shelf, chinese: Shelf, alike: Alike = _never_alike) -> None:
        """Score items of these; `alike` says whether two, by number, show the same picture."""
        self.english, self.chinese = english, chinese
        self._alike = alike
        self._known: dict[int, Array] = {}

    def weights(self, terms: Array) -> Array:
        """What each term tells: ln((items + 1) / items that have it), averaged over languages."""
        total = np.zeros(len(terms))
        for shelf in (self.english, self.chinese):
            total += np.log((len(shelf) + 1) / np.maximum(shelf.counts(terms), 1))
        halved: Array = total / 2
        return halved

    def features(self, one: Traits, other: Traits) -> Array:
        """What is known of a pair, as `FEATURES`; `one` is English, `other` Chinese."""
        shared = np.intersect1d(one.terms, other.terms, assume_unique=True)
        common, ours, theirs = self._by_kind(shared), self._told(one), self._told(other)
        apart = abs(one.day - other.day) if one.day and other.day else -1
        length = abs(math.log((one.length + 50) / (other.length * _LETTERS + 50)))
        return np.array(
            [
                1.0,
                common[Kind.LATIN] / (theirs[Kind.LATIN] + _PRIOR),
                _dice(common, ours, theirs, Kind.NUMBER),
                _dice(common, ours, theirs, Kind.DAY),
                common[Kind.NAME] / (ours[Kind.NAME] + _PRIOR),
                common[Kind.WORD] / (theirs[Kind.WORD] + _PRIOR),
                _dice(common, ours, theirs, Kind.PHOTO),
                math.log1p(float(common.sum())),
                1.0 if 0 <= apart <= 1 else 0.0,
                min(1.0, apart / 30) if apart > 1 else 0.0,
                length,
            ]
        )

    def logit(self, one: Traits, other: Traits) -> float:
        """The log odds that the two are a pair."""
        found = self.features(one, other)
        odds = float(found @ WEIGHTS)
        if not found[_PHOTOS] and abs(odds) < _UNSURE and self._alike(one.number, other.number):
            odds += float(WEIGHTS[_PHOTOS])
        return odds

    def _told(self, item: Traits) -> Array:
        """What all terms of an item tell, by kind; worked out once."""
        known = self._known.get(item.number)
        if known is None:
            known = self._known[item.number] = self._by_kind(item.terms)
        return known

    def _by_kind(self, terms: Array) -> Array:
        return np.bincount(kinds(terms), self.weights(terms), len(Kind))


def probability(logit: float) -> float:
    """From log odds, without overflow."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, logit))))


def _dice(common: Array, ours: Array, theirs: Array, kind: Kind) -> float:
    return float(2 * common[kind] / (ours[kind] + theirs[kind] + _PRIOR))
