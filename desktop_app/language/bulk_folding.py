"""Folding many texts in one go, as `folding.fold_letters` folds each.

Code points are looked up in a table a whole text at a time: four million characters of
bulletins take some 20 ms, where `fold_letters` on each text takes ten times that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.language.folding import fold_character
from desktop_app.language.tokens import HAN, WORD

Array = npt.NDArray[Any]

BETWEEN, IN_WORD, IN_HAN = range(3)
"""What a code point is: a mark or blank, of a Latin word, of a Chinese run."""
_UNICODE = 0x110000


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text folded for looking at its words; marks may stay as written.

    `kinds` (uint8) tells of each code point of `text` whether it is `BETWEEN`, `IN_WORD` or
    `IN_HAN`. `offsets` (int64, one more than there are) are its places in the text as
    written, or None where every place is its own.
    """

    text: str
    kinds: Array
    offsets: Array | None

    def written(self, starts: Array, ends: Array) -> tuple[Array, Array]:
        """Where spans of the folded text, none of them empty, were written."""
        if self.offsets is None:
            return starts, ends
        return self.offsets[starts], self.offsets[ends - 1] + 1


class BulkFolder:
    """Folds long texts; remembers what it has learnt of each character. For one thread."""

    def __init__(self) -> None:
        """Know nothing yet; tables of one entry a code point, 7.8 MB."""
        self._known = np.zeros(_UNICODE, np.bool_)
        self._folded = np.arange(_UNICODE, dtype="<u4")
        self._kinds = np.zeros(_UNICODE, "u1")
        self._widths = np.ones(_UNICODE, "u1")
        self._several: dict[int, str] = {}

    def fold(self, text: str) -> FoldedText:
        """Fold `text`, which may be many texts with line ends between."""
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        known = self._known[points]
        if not known.all():
            self._learn(np.unique(points[~known]))
        folded, offsets = self._folded[points], None
        if self._several:
            folded, offsets = self._expanded(points, folded)
        kinds = self._kinds[folded]
        return FoldedText(folded.tobytes().decode("utf-32-le", "surrogatepass"), kinds, offsets)

    def _learn(self, points: Array) -> None:
        for point in points.tolist():
            self._known[point] = True
            folded = fold_character(point)
            if not any(map(_kind, folded)):
                continue  # a mark, which may stay
            if len(folded) == 1:
                self._folded[point] = ord(folded)
            else:
                self._several[point], self._widths[point] = folded, len(folded)
            for character in folded:
                self._kinds[ord(character)] = _kind(character)

    def _expanded(self, points: Array, folded: Array) -> tuple[Array, Array | None]:
        """Let the characters that fold to several take their places."""
        widths = self._widths[points]
        longer = np.flatnonzero(widths > 1)
        if not len(longer):
            return folded, None
        offsets = np.repeat(np.arange(len(points)), widths)
        starts = np.cumsum(widths, dtype=np.int64) - widths
        folded = folded[offsets]
        for place in longer.tolist():
            spelt = self._several[int(points[place])]
            folded[starts[place] : starts[place] + len(spelt)] = list(map(ord, spelt))
        return folded, np.append(offsets, len(points))


def _kind(character: str) -> int:
    if HAN.match(character):
        return IN_HAN
    return IN_WORD if WORD.match(character) else BETWEEN
