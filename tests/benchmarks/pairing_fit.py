"""``pairing --fit``: how the weights in `desktop_app.pairing.scoring` were found.

Logistic regression over the candidates of all Chinese items. As the texts checked by hand are
rich in Latin words, which most news is not, each candidate counts once as it is and once as if
none of these were there. Fitted on half of the true pairs, told on the other, then on all.
"""

from __future__ import annotations

import zlib

import numpy as np
import numpy.typing as npt

from desktop_app.pairing.candidates import candidates
from desktop_app.pairing.scoring import FEATURES, Scorer
from desktop_app.pairing.shelf import Shelf
from desktop_app.pairing.terms import Kind, kinds
from desktop_app.pairing.traits import Traits

Array = npt.NDArray[np.float64]
_PENALTY = 1.0  # on the squares of the weights of features as wide as their deviation
_STEPS = 80
# Too few of the true pairs can tell what these are worth, and of Latin words too many; they
# are set by hand.
_BY_HAND = {
    "latin": 3.0,
    "days": 1.0,
    "names": 3.0,
    "photos": 3.0,
    "same day": 1.5,
    "other day": -2.0,
}


def fit(ids: dict[int, str], english: Shelf, chinese: Shelf, true: set[tuple[str, str]]) -> None:
    """Print the weights, and what those of one half of the true pairs make of the other."""
    rows, labels, halves = _table(ids, english, chinese, true)
    for half in (0, 1):
        weights = _fitted(rows[halves != half], labels[halves != half])
        odds = rows[halves == half] @ weights
        right, wrong = odds[labels[halves == half] == 1], odds[labels[halves == half] == 0]
        print(
            f"half {half}: {np.mean(right > 0):.3f} of {len(right)} true ones above 0, "
            f"{np.sum(wrong > 0)} of {len(wrong)} others"
        )
    for name, weight in zip(FEATURES, _fitted(rows, labels), strict=True):
        print(f"{name}: {weight:.2f}")


def _table(
    ids: dict[int, str], english: Shelf, chinese: Shelf, true: set[tuple[str, str]]
) -> tuple[Array, Array, Array]:
    """Features of all candidates, 1 for true pairs, and the half of each."""
    rows, labels, halves = [], [], []
    for sides in ((english, chinese), tuple(map(_without_latin, (english, chinese)))):
        scorer = Scorer(*sides)
        for other in sides[1].traits:
            places = candidates(other, scorer)
            rows.extend(scorer.features(other, places))
            for place in places:
                pair = ids[sides[0].traits[place].number], ids[other.number]
                labels.append(float(pair in true))
                halves.append(zlib.crc32(pair[1].encode()) >> 7 & 1)
    return np.array(rows), np.array(labels), np.array(halves)


def _without_latin(shelf: Shelf) -> Shelf:
    return Shelf([_plain(each) for each in shelf.traits])


def _plain(item: Traits) -> Traits:
    terms = item.terms[kinds(item.terms) != Kind.LATIN]
    return Traits(
        item.number, item.is_chinese, item.day, item.length, item.own, item.named, item.neutral,
        terms,
    )  # fmt: skip


def _fitted(rows: Array, labels: Array) -> Array:
    """The weights by Newton's method, those set by hand taken as they are."""
    given = np.array([_BY_HAND.get(name, 0.0) for name in FEATURES])
    free = np.array([name not in _BY_HAND for name in FEATURES])
    width = np.where(rows.std(0) > 0, rows.std(0), 1.0)[free]
    table, offset = rows[:, free] / width, rows @ given
    weights = np.zeros(table.shape[1])
    penalty = np.full(len(weights), _PENALTY)
    penalty[0] = 1e-6  # the bias
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(table @ weights + offset, -30, 30)))
        slope = table.T @ (likely - labels) + penalty * weights
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + np.diag(penalty)
        weights -= np.clip(np.linalg.solve(bend, slope), -5, 5)
    found = given.copy()
    found[free] = weights / width
    return found
