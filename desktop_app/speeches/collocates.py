"""Collocates: the words that stand near a key word more often than chance would have it.

Latin words are counted whole, Chinese as the index counts it, in pairs of neighbouring
characters: most Chinese words are two characters long, a longer one shows as pairs that
overlap (高质, 质量), no segmenter's guesses come in, and the index knows how often each
pair stands in the whole archive. Each kind is held against its own: pairs against all
pairs, Latin words against all Latin words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.errors import Cancelled
from desktop_app.language.association import log_likelihood, mutual_information
from desktop_app.language.bulk_folding import Array, FoldedText, bulk_folder
from desktop_app.language.tokens import HAN
from desktop_app.speeches.key_words import KeyWord, find_key_words
from desktop_app.speeches.shelf import Shelf
from desktop_app.speeches.text_runs import text_runs
from desktop_app.speeches.units import paired_units

LEAST = 3  # times a collocate stands near; what is rarer says nothing
FrequenciesOf = Callable[[Sequence[str]], tuple[Array, int, int]]
"""Tokens in the archive of each word (int64), of all Latin ones, of all Chinese ones."""


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word near the key: how often there and in all, and how far that is from chance."""

    word: str
    near: int
    everywhere: int
    log_likelihood: float
    mutual_information: float


def collocates(
    shelf: Shelf,
    numbers: Sequence[int],
    wanted: Sequence[KeyWord],
    span: int,
    frequencies: FrequenciesOf,
    cancelled: Callable[[], bool],
) -> list[Collocate]:
    """What stands at most `span` tokens left or right of what is `wanted`, strongest first.

    Within a paragraph; a token near two keys counts once, the keys' own not at all.
    Raises `Cancelled`.
    """
    near: Counter[str] = Counter()
    for counted in _near(shelf, numbers, wanted, span, cancelled):
        near.update(counted)
    sizes = {False: 0, True: 0}
    for word, count in near.items():
        sizes[_is_chinese(word)] += count
    words = sorted(word for word, count in near.items() if count >= LEAST)
    everywhere, latin, chinese = frequencies(words)
    found: list[Collocate] = []
    for kind, total in ((False, latin), (True, chinese)):
        at = [place for place, word in enumerate(words) if _is_chinese(word) == kind]
        own = [words[place] for place in at]
        found += _scored(own, near, sizes[kind], everywhere[at], total)
    return sorted(found, key=lambda each: (-each.log_likelihood, each.word))


def _scored(
    words: Sequence[str], near: Counter[str], size: int, everywhere: Array, total: int
) -> Iterator[Collocate]:
    """Those of `words` that are near more often than by chance."""
    own = np.array([near[word] for word in words], np.int64)
    everywhere = np.maximum(everywhere, own)  # the index may be a moment behind the texts
    likelihood = log_likelihood(own, size, everywhere, total)
    bits = mutual_information(own, size, everywhere, total)
    rows = zip(words, own.tolist(), everywhere.tolist(), likelihood.tolist(), bits.tolist())  # noqa: B905
    return (Collocate(*row) for row in rows if row[3] > 0)


def _near(
    shelf: Shelf,
    numbers: Sequence[int],
    wanted: Sequence[KeyWord],
    span: int,
    cancelled: Callable[[], bool],
) -> Iterator[Counter[str]]:
    folder = bulk_folder()
    for run in text_runs(shelf.texts(numbers)):
        if cancelled():
            raise Cancelled
        folded = folder.fold(run.text)
        firsts, lasts = _windows(folded, *find_key_words(folded, wanted), span)
        spans = zip(firsts.tolist(), lasts.tolist(), strict=True)
        yield Counter(folded.text[first:last] for first, last in spans)


def _windows(folded: FoldedText, starts: Array, ends: Array, span: int) -> tuple[Array, Array]:
    """The tokens within `span` of keys, each once, the keys' own left out."""
    units = paired_units(folded)
    first, last = (
        np.searchsorted(units.ends, starts, side="right"),
        np.searchsorted(units.starts, ends),
    )
    steps = np.arange(1, span + 1)
    near = np.zeros(len(units.starts), np.bool_)
    for places in (first[:, None] - steps, last[:, None] + steps - 1):
        there, kept = units.together(starts, places)
        near[kept[there]] = True
    _leave_out(near, units.starts, units.ends, starts, ends)
    return units.starts[near], units.ends[near]


def _leave_out(near: Array, firsts: Array, lasts: Array, starts: Array, ends: Array) -> None:
    """Take out of `near` the tokens that share a character with a key."""
    if len(starts):
        at = np.searchsorted(starts, lasts) - 1  # the last key that starts before a token ends
        near &= ~((at >= 0) & (ends[np.maximum(at, 0)] > firsts))


def _is_chinese(word: str) -> bool:
    return HAN.match(word) is not None
