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
_CHUNK = 8192  # terms whose items are counted at once, of some hundred thousand
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
        self._weights = _rarity(english, chinese), _rarity(chinese, english)
        self._told = _told(english, self._weights[0]), _told(chinese, self._weights[1])

    def others(self, item: Traits) -> Shelf:
        """The items of the other language."""
        return self.english if item.is_chinese else self.chinese

    def term_weights(self, shelf: Shelf) -> Array:
        """What each of the shelf's terms tells: `_rarity`."""
        return self._weights[shelf is self.chinese]

    def features(self, item: Traits, places: Array) -> Array:
        """What is known of `item` with each of the other shelf's at `places`: rows of `FEATURES`.

        All at once: 0.05 ms for eight, of which one at a time took 0.4.
        """
        others = self.others(item)
        own = self.chinese if item.is_chinese else self.english
        common = self._common(item, others, places)
        ours = np.broadcast_to(self._told[item.is_chinese][own.place_of[item.number]], common.shape)
        theirs = self._told[not item.is_chinese][places]
        length: Array = np.full(len(places), float(item.length))
        other_length, apart = others.lengths[places], _apart(item.day, others.days[places])
        if item.is_chinese:
            ours, theirs, length, other_length = theirs, ours, other_length, length
        columns = (
            np.ones(len(places)),
            common[:, Kind.LATIN] / (theirs[:, Kind.LATIN] + _PRIOR),
            _dice(common, ours, theirs, Kind.NUMBER),
            _dice(common, ours, theirs, Kind.DAY),
            common[:, Kind.NAME] / (ours[:, Kind.NAME] + _PRIOR),
            common[:, Kind.WORD] / (theirs[:, Kind.WORD] + _PRIOR),
            _dice(common, ours, theirs, Kind.PHOTO),
            np.log1p(common.sum(axis=1)),
            (apart >= 0) & (apart <= 1),
            np.where(apart > 1, np.minimum(1.0, apart / 30), 0.0),
            np.abs(np.log((length + 50) / (other_length * _LETTERS + 50))),
        )
        return np.stack(columns, axis=1)

    def logits(self, item: Traits, places: Array) -> Array:
        """The log odds that each at `places` on the other shelf is the other version of `item`."""
        found = self.features(item, places)
        odds: Array = found @ WEIGHTS
        unsure = (found[:, _PHOTOS] == 0) & (np.abs(odds) < _UNSURE)
        for row in np.flatnonzero(unsure).tolist():
            pair = item.number, self.others(item).traits[places[row]].number
            if self._alike(*(reversed(pair) if item.is_chinese else pair)):
                odds[row] += WEIGHTS[_PHOTOS]
        return odds

    def _common(self, item: Traits, others: Shelf, places: Array) -> Array:
        """What the terms tell that each at `places` has in common with `item`, by kind."""
        found, known = others.find(item.terms)
        terms, weights = item.terms[known], self.term_weights(others)[found[known]]
        if not len(terms):
            return np.zeros((len(places), len(Kind)))
        theirs = [others.traits[place].terms for place in places.tolist()]
        rows = np.repeat(np.arange(len(theirs)) * len(Kind), [len(each) for each in theirs])
        joined = np.concatenate(theirs)
        at = np.minimum(np.searchsorted(terms, joined), len(terms) - 1)
        same = terms[at] == joined
        cells = rows[same] + kinds(joined[same])
        summed = np.bincount(cells, weights[at[same]], len(theirs) * len(Kind))
        return summed.reshape(len(theirs), len(Kind))


def _rarity(shelf: Shelf, other: Shelf) -> Array:
    """What each term of `shelf` tells: ln((items + 1) / items that have it), of both averaged."""
    places, known = other.find(shelf.terms)
    elsewhere = np.ones(len(places), np.int64)
    elsewhere[known] = other.counts[places[known]]
    halved: Array = (
        np.log((len(shelf) + 1) / shelf.counts) + np.log((len(other) + 1) / elsewhere)
    ) / 2
    return halved


def _told(shelf: Shelf, weights: Array) -> Array:
    """What all terms of each item tell, a line an item, a column a kind."""
    told = np.zeros(len(shelf) * len(Kind))
    for start in range(0, len(weights), _CHUNK):
        terms = np.arange(start, min(start + _CHUNK, len(weights)))
        counts = shelf.counts[terms]
        cells = shelf.owners(terms).astype(np.int64) * len(Kind)
        cells += np.repeat(kinds(shelf.terms[terms]).astype(np.int64), counts)
        told += np.bincount(cells, np.repeat(weights[terms], counts), len(told))
    return told.reshape(len(shelf), len(Kind))


def _apart(day: int, days: Array) -> Array:
    """Days between, -1 where one is not known."""
    return np.where((days > 0) & (day > 0), np.abs(days - day), -1)


def probability(logit: float) -> float:
    """From log odds, without overflow."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, logit))))


def _dice(common: Array, ours: Array, theirs: Array, kind: Kind) -> Array:
    dice: Array = 2 * common[:, kind] / (ours[:, kind] + theirs[:, kind] + _PRIOR)
    return dice
