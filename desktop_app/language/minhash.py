"""Texts that are nearly the same, found without comparing each with each: MinHash.

A text is the set of its runs of five tokens (words; single characters of Chinese), a
signature the least hash of that set under each of 48 functions: two texts share about the
part of a signature that their sets share (Broder, "On the resemblance and containment of
documents", 1997). Of 12 bands of 4 one at least is equal in both with a chance of
1 - (1 - s^4)^12: 0.998 where they share s = 0.8, 0.96 at 0.7, 0.54 at 0.5, 0.09 at 0.3. Copies
of one page share 0.8 or more (`store.same_story`), different stories of one template half.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.language.tokens import HAN, WORD

RUN = 5  # tokens
BANDS, ROWS = 12, 4
_MAX_TOKENS = 20_000  # of one text: those of a whole book's first chapters tell it
_TOKEN = re.compile(rf"{HAN.pattern[:-1]}|{WORD.pattern}")
_SEED = 0x9E3779B97F4A7C15  # the golden ratio, as in splitmix64

Array = npt.NDArray[Any]


def shingles(paragraphs: Sequence[str]) -> Array:
    """The different runs of five tokens within each of `paragraphs`, hashed (uint64).

    A shorter paragraph is one run. Nothing is as stable as it must be across processes
    but a checksum.
    """
    tokens: list[str] = []
    lengths: list[int] = []
    for paragraph in paragraphs:
        found = _TOKEN.findall(paragraph.lower())
        if found:
            tokens += found + [""] * (RUN - len(found))
            lengths.append(max(RUN, len(found)))
        if len(tokens) > _MAX_TOKENS:
            break
    return np.unique(_runs(tokens, lengths))


def bands(runs: Array) -> tuple[int, ...]:
    """What the bands of a set of `shingles` hash to (signed, 64 bits); none for an empty set."""
    if not len(runs):
        return ()
    factors, offsets = _functions()
    least = np.full(BANDS * ROWS, np.iinfo(np.uint64).max, np.uint64)
    for start in range(0, len(runs), 1024):  # a table of 400 KB at a time
        piece = runs[start : start + 1024]
        least = np.minimum(least, (piece[None, :] * factors + offsets).min(axis=1))
    rows = least.reshape(BANDS, ROWS)
    mixed = _mixed(rows * np.arange(1, 2 * ROWS, 2, dtype=np.uint64)).sum(axis=1, dtype=np.uint64)
    return tuple(_mixed(mixed + np.arange(BANDS, dtype=np.uint64)).view(np.int64).tolist())


def _runs(tokens: Sequence[str], lengths: Sequence[int]) -> Array:
    """The hashes of the runs of `tokens` within paragraphs of these `lengths`, in order."""
    hashes: Array = np.array([zlib.crc32(t.encode("utf-8", "replace")) for t in tokens], np.uint64)
    owner = np.repeat(np.arange(len(lengths)), lengths)
    starts = np.flatnonzero(owner[: 1 - RUN] == owner[RUN - 1 :])
    total: Array = np.zeros(len(starts), np.uint64)
    for place in range(RUN):
        total = _mixed(total + hashes[starts + place])
    return total


def _mixed(values: Array) -> Array:
    """The bits of `values` mixed, as splitmix64 ends."""
    values = (values + np.uint64(_SEED)) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Array = values ^ (values >> np.uint64(31))
    return mixed


def _functions() -> tuple[Array, Array]:
    """The hash functions, a column each of odd factors and of offsets."""
    numbers = _mixed(np.arange(2 * BANDS * ROWS, dtype=np.uint64))
    factors, offsets = numbers.reshape(2, -1, 1)
    return factors | np.uint64(1), offsets
