"""Keyness: the words some texts use more, or less, than all the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.language.association import log_likelihood
from desktop_app.language.bulk_folding import Array
from desktop_app.language.tokens import HAN
from desktop_app.speeches.collocates import FrequenciesOf
from desktop_app.speeches.joined_pairs import is_pair, joined_pairs
from desktop_app.speeches.word_counts import WordCounts

LEAST = 3  # tokens of a word before keyness is worked out
_JOINED = 300  # words for which it is asked whether they belong to longer ones


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


def spoken_keyness(body: WordCounts, frequencies: FrequenciesOf) -> list[KeyToken]:
    """The words of `body` against the rest of the archive, Chinese pairs joined into words.

    Of a word joined from pairs, `everywhere` and `other_share` are those of its strongest
    pair, which stands nearly nowhere else in `body` but may elsewhere.
    """
    often = {word: count for word, count in body.counts.items() if count >= LEAST}
    own = np.fromiter(often.values(), np.int64, len(often))
    told = {each.word: each for each in keyness([*often], own, body.size, frequencies)}
    head = [*told][:_JOINED]
    joined = [
        told[word] if run == word else _run(told[word], run, body)
        for run, word in joined_pairs(head, body)
    ]
    parts = {each.word[at : at + 2] for each in joined for at in range(len(each.word) - 1)}
    rest = [told[word] for word in [*told][_JOINED:] if not (is_pair(word) and word in parts)]
    return joined + rest


def _run(pair: KeyToken, run: str, body: WordCounts) -> KeyToken:
    own = body.times(run)
    return replace(pair, word=run, own=own, share=own / max(body.chinese, 1) * 1e6)
