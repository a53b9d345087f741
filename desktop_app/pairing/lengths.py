"""How long a passage is, in a measure that its translation has about as much of.

After W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora"
(Computational Linguistics 19, 1993): the difference of two lengths, over the square root
of their mean, is spread alike for short and long passages.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from desktop_app.language.tokens import HAN_CLASS

LETTERS_PER_CHARACTER = 3.3
"""English letters for a Chinese character; see `python3 -m tests.benchmarks alignment`."""
VARIANCE = 4.1
"""Of the difference of two lengths, for each letter of their mean."""

_HAN = re.compile(f"[{HAN_CLASS}]")
_LETTER = re.compile(r"[^\W_]")


def length(text: str) -> float:
    """The length of a passage of either language in English letters, at least 1."""
    characters = len(_HAN.findall(text))
    letters = len(_LETTER.findall(text)) - characters
    return max(1.0, letters + LETTERS_PER_CHARACTER * characters)


def surprise(
    english: float | NDArray[np.float64], chinese: NDArray[np.float64]
) -> NDArray[np.float64]:
    """How unlike two lengths are, from 0; a difference of one deviation is 0.7.

    Grows as a logarithm, not as the square that a normal distribution gives: translations
    that leave half of a paragraph out are more frequent than that.
    """
    squared = (english - chinese) ** 2 / (VARIANCE * (english + chinese) / 2 + 1)
    shown: NDArray[np.float64] = np.log1p(squared)
    return shown
