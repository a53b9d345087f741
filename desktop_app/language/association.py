"""How much more often two things go together than chance would have it.

Both measures look at a table of two by two: a word's tokens in a sample and elsewhere,
all other tokens there and elsewhere.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


def log_likelihood(own: Array, size: int, everywhere: Array, total: int) -> Array:
    """Dunning's log-likelihood ratio (float64), negative where a word is rarer than by chance.

    `own`: a word's tokens in the sample of `size` tokens; `everywhere`: its tokens in all
    `total`, the sample among them. T. Dunning, "Accurate Methods for the Statistics of
    Surprise and Coincidence", Computational Linguistics 19 (1993): twice the sum over the
    four cells of O ln(O/E). Above 10.83 chance is less likely than one in a thousand.
    """
    own, everywhere = own.astype(np.float64), everywhere.astype(np.float64)
    cells = (own, size - own, everywhere - own, total - size - everywhere + own)
    rows, columns = (size, total - size), (everywhere, total - everywhere)
    expected = [row * column / max(total, 1) for row in rows for column in columns]
    told: Array = np.zeros(len(own), np.float64)
    for seen, by_chance in zip(cells, expected, strict=True):
        told += 2 * _cell(seen, by_chance)
    told = np.maximum(told, 0.0)  # rounding may leave it a trifle below
    return np.where(own < expected[0], -told, told)


def mutual_information(own: Array, size: int, everywhere: Array, total: int) -> Array:
    """Pointwise mutual information in bits (float64); −inf where `own` is 0.

    K. Church, P. Hanks, "Word Association Norms, Mutual Information, and Lexicography",
    Computational Linguistics 16 (1990): log2 of observed over expected.
    """
    expected = everywhere.astype(np.float64) * size / max(total, 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log2(own / expected)


def _cell(seen: Array, expected: Array) -> Array:
    """O ln(O/E), 0 where nothing was seen."""
    held = (seen > 0) & (expected > 0)
    ratio = np.divide(seen, expected, out=np.ones_like(seen), where=held)
    return np.where(held, seen * np.log(ratio), 0.0)
