"""The tokens of many texts at once, as arrays: what `tokens` says of each, in bulk.

Indexing spends its time here. `tokens` makes a Python object a token and splits some
6 MB/s of bulletins and speeches; whole arrays of code points make that 30 MB/s. Chinese
tokens never become Python strings: a pair of characters is a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.language.folding import fold_character
from desktop_app.language.tokens import HAN, WORD

Array = npt.NDArray[Any]

# A token is a number while it is counted: a Chinese one its characters (18 bits each,
# the second 0 for a lone one), a word its place in the alphabet over `_WORDS`.
_CHARACTER_BITS = 18
_WORDS = 1 << (2 * _CHARACTER_BITS)
CODE_BITS = 2 * _CHARACTER_BITS + 1
_UNICODE = 0x110000

# What a code point is: not looked at yet; between tokens; of a word; of a Chinese run;
# or one that folds to several characters.
_UNKNOWN, _BETWEEN, _WORD, _HAN, _SEVERAL = range(5)


@dataclass(frozen=True, slots=True)
class TokenArrays:
    """Tokens in the order in which they stand, text after text.

    `codes` (uint64) tells tokens apart, see `spell`; `positions` (int64) count from 0 in
    each text; `texts` (int64) is the text each stands in. `widths` (int64), one a text,
    is the position after its last token. `words` are the spellings of codes that are not
    Chinese, in the order of their bytes.
    """

    codes: Array
    positions: Array
    texts: Array
    widths: Array
    words: tuple[bytes, ...]

    def spell(self, codes: Array) -> list[bytes]:
        """The UTF-8 spellings of `codes`, which must ascend."""
        words = int(np.searchsorted(codes, _WORDS))
        spelt = [self.words[code] for code in (codes[words:] - _WORDS).tolist()]
        return [*_spell_chinese(codes[:words]), *spelt]


class TokenSplitter:
    """Splits texts into arrays; remembers what it has learnt of each character."""

    def __init__(self) -> None:
        """Know nothing yet; two tables of one entry a code point, 5.5 MB."""
        self._kinds = np.zeros(_UNICODE, "u1")
        self._folded = np.zeros(_UNICODE, "u4")
        self._several: dict[int, str] = {}

    def split(self, texts: Sequence[str]) -> TokenArrays:
        """The tokens of `texts`."""
        points, kinds, starts = self._points(texts)
        firsts, is_han = _tokens_at(kinds)
        at = np.flatnonzero(firsts)
        owner = np.searchsorted(starts, at, side="right") - 1
        positions, widths = _positions(kinds, at, owner, len(texts))
        words, alphabet = _word_codes(points, kinds)
        codes = np.empty(len(at), np.uint64)
        han = is_han[at]
        codes[han] = _chinese_codes(points, kinds, at[han])
        codes[~han] = words
        return TokenArrays(codes, positions, owner, widths, alphabet)

    def _points(self, texts: Sequence[str]) -> tuple[Array, Array, Array]:
        """Folded code points, what each is, and where each text starts."""
        points, starts = _joined(texts)
        kinds = self._kinds[points]
        if not kinds.all():
            self._learn(np.unique(points[kinds == _UNKNOWN]))
            kinds = self._kinds[points]
        if (kinds == _SEVERAL).any():
            owners = np.searchsorted(starts, np.flatnonzero(kinds == _SEVERAL), side="right") - 1
            expanded = list(texts)
            for owner in np.unique(owners).tolist():
                expanded[owner] = texts[owner].translate(self._several)
            return self._points(expanded)
        return self._folded[points], kinds, starts

    def _learn(self, points: Array) -> None:
        """Fold each of `points` and say what it is."""
        for point in points.tolist():
            folded = fold_character(point)
            kinds = {_kind(character) for character in folded} or {_BETWEEN}
            if kinds == {_BETWEEN}:
                self._kinds[point] = _BETWEEN
            elif len(folded) == 1:
                self._kinds[point], self._folded[point] = kinds.pop(), ord(folded)
            else:
                self._kinds[point], self._several[point] = _SEVERAL, folded


class _Numbering(dict[str, int]):
    """Numbers words in the order in which they are first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


def _kind(character: str) -> int:
    if HAN.match(character):
        return _HAN
    return _WORD if WORD.match(character) else _BETWEEN


def _joined(texts: Sequence[str]) -> tuple[Array, Array]:
    """The code points of all texts, a line end after each, and where each text starts."""
    joined = "\n".join([*texts, ""])
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    lengths = np.fromiter(map(len, texts), np.int64, len(texts)) + 1
    return points, np.cumsum(lengths) - lengths


def _tokens_at(kinds: Array) -> tuple[Array, Array]:
    """Whether a token starts at each code point, and whether it is Chinese there."""
    han = kinds == _HAN
    before = np.zeros(len(kinds), np.bool_)
    before[1:] = kinds[1:] == kinds[:-1]
    after = np.zeros(len(kinds), np.bool_)
    after[:-1] = before[1:]
    # A Chinese run starts a token at each character but its last, a lone one at itself.
    return (han & (after | ~before)) | ((kinds == _WORD) & ~before), han


def _positions(kinds: Array, at: Array, owner: Array, texts: int) -> tuple[Array, Array]:
    """The position of each token in its text, and the width of each text."""
    han = kinds[at] == _HAN
    starts_run = han & (kinds[at - 1] != _HAN)
    starts_run[:1] = han[:1]  # `at - 1` of the first may be -1, the last line end
    follows = np.zeros(len(at), np.bool_)
    follows[1:] = han[:-1] & (owner[1:] == owner[:-1])
    steps = np.cumsum(1 + (starts_run & follows).astype(np.int64))
    ends = np.searchsorted(owner, np.arange(texts), side="right")
    totals = np.concatenate(([0], steps))[ends]
    befores = np.concatenate(([0], totals[:-1]))
    return steps - 1 - befores[owner], totals - befores


def _chinese_codes(points: Array, kinds: Array, at: Array) -> Array:
    """The codes of the Chinese tokens that start `at`."""
    first = points[at].astype(np.uint64) << np.uint64(_CHARACTER_BITS)
    second = np.where(kinds[at + 1] == _HAN, points[at + 1], 0).astype(np.uint64)
    return first | second


def _word_codes(points: Array, kinds: Array) -> tuple[Array, tuple[bytes, ...]]:
    """The code of each word in order, and the alphabet the codes count in."""
    text = np.where(kinds == _WORD, points, 32).astype("<u4").tobytes()
    written = text.decode("utf-32-le", "surrogatepass").split()
    ids = _Numbering()
    numbers = list(map(ids.__getitem__, written))
    spelt = [word.encode() for word in ids]
    order = sorted(range(len(spelt)), key=spelt.__getitem__)
    rank = np.empty(len(order), np.uint64)
    rank[order] = np.arange(len(order), dtype=np.uint64)
    codes = rank[np.array(numbers, np.int64)] + np.uint64(_WORDS)
    return codes, tuple(spelt[place] for place in order)


def _spell_chinese(codes: Array) -> list[bytes]:
    first = (codes >> np.uint64(_CHARACTER_BITS)).astype("<u4")
    second = (codes & np.uint64((1 << _CHARACTER_BITS) - 1)).astype("<u4")
    text = np.stack([first, second], axis=1).tobytes().decode("utf-32-le")
    return [text[at : at + 2].rstrip("\0").encode() for at in range(0, len(text), 2)]
