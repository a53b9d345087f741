"""Keyness: the words some texts use more, or less, than all the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.language.association import log_likelihood
from desktop_app.language.bulk_folding import Array, bulk_folder
from desktop_app.language.tokens import HAN
from desktop_app.speeches.collocates import FrequenciesOf
from desktop_app.speeches.text_runs import text_runs
from desktop_app.speeches.units import paired_units


@dataclass(frozen=True, slots=True)
class KeyToken:
    """A word with its tokens in the texts and everywhere.

    `log_likelihood` is negative for a word these texts avoid. `share` and `other_share` are
    per million tokens of its kind (Latin words or Chinese pairs), in them and elsewhere.
    """

    word: str
    own: int
    everywhere: int
    share: float
    other_share: float
    log_likelihood: float


def count_tokens(texts: Iterable[str]) -> dict[str, int]:
    """The tokens of `texts`, folded, Chinese in pairs, and how often each stands there."""
    counts: dict[str, int] = {}
    folder = bulk_folder()
    for run in text_runs(enumerate(texts)):
        folded = folder.fold(run.text)
        units = paired_units(folded)
        for first, last in zip(units.starts.tolist(), units.ends.tolist(), strict=True):
            word = folded.text[first:last]
            counts[word] = counts.get(word, 0) + 1
    return counts


def keyness(
    words: Sequence[str], own: Array, sizes: Callable[[bool], int], frequencies: FrequenciesOf
) -> list[KeyToken]:
    """Each of `words` (`own`: its tokens, int64) against the rest of the archive, best first.

    `sizes`: all tokens of the texts, of Chinese (True) or other words.
    """
    everywhere, latin, chinese = frequencies(words)
    everywhere = np.maximum(everywhere, own)
    kinds = np.array([HAN.match(word) is not None for word in words], np.bool_)
    found: list[KeyToken] = []
    for kind, total in ((False, latin), (True, chinese)):
        at, size = np.flatnonzero(kinds == kind), min(sizes(kind), total)
        mine, all_ = own[at], everywhere[at]
        told = log_likelihood(mine, size, all_, total)
        shares = mine / max(size, 1) * 1e6
        others = (all_ - mine) / max(total - size, 1) * 1e6
        columns = (mine, all_, shares, others, told)
        rows = zip(at.tolist(), *(column.tolist() for column in columns))  # noqa: B905
        found += [KeyToken(words[place], *row) for place, *row in rows]
    return sorted(found, key=lambda each: (-each.log_likelihood, each.word))
