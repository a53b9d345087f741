"""What one body of text says and another does not: each word's use in both, compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from desktop_app.errors import Cancelled
from desktop_app.language.association import log_likelihood
from desktop_app.speeches.joined_pairs import joined_pairs
from desktop_app.speeches.word_counts import WordCounts, is_chinese

LEAST = 3  # tokens of a word in both together; what is rarer says nothing
_JOINED = 300  # words of each side for which it is asked whether they belong to longer ones


@dataclass(frozen=True, slots=True)
class Contrast:
    """A word with its tokens in either body, and their share per million of its kind there.

    `log_likelihood` is positive where the first uses it more, negative where the second
    does; beyond 10.83 chance is less likely than one in a thousand.
    """

    word: str
    first: int
    second: int
    first_share: float
    second_share: float
    log_likelihood: float

    def turned(self) -> Contrast:
        """The same with first and second in each other's place."""
        shares = (self.second_share, self.first_share)
        return Contrast(self.word, self.second, self.first, *shares, -self.log_likelihood)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What tells two bodies apart: the words of the first, and of the second, best first.

    `sizes`: the tokens of the first and the second, of all kinds.
    """

    sizes: tuple[int, int]
    first: tuple[Contrast, ...]
    second: tuple[Contrast, ...]


def compare_bodies(
    first: WordCounts, second: WordCounts, cancelled: Callable[[], bool] = lambda: False
) -> Comparison:
    """Compare two bodies; languages each against its own. Raises `Cancelled`."""
    told = [each for kind in (False, True) for each in _contrasts(first, second, kind)]
    told.sort(key=lambda each: (-each.log_likelihood, each.word))
    ours = [each for each in told if each.log_likelihood > 0]
    theirs = [each.turned() for each in reversed(told) if each.log_likelihood < 0]
    return Comparison(
        (first.latin + first.chinese, second.latin + second.chinese),
        tuple(_joined(ours, first, second, cancelled)),
        tuple(_joined(theirs, second, first, cancelled)),
    )


def _contrasts(first: WordCounts, second: WordCounts, kind: bool) -> list[Contrast]:
    if not first.size(kind) or not second.size(kind):
        return []  # nothing of that language to hold it against
    words = [
        word
        for word in {**first.counts, **second.counts}
        if is_chinese(word) == kind
        and first.counts.get(word, 0) + second.counts.get(word, 0) >= LEAST
    ]
    return _told(words, first, second, kind)


def _told(words: list[str], first: WordCounts, second: WordCounts, kind: bool) -> list[Contrast]:
    """The figures of `words`, tokens or runs of Chinese."""
    own = np.array([first.times(word) for word in words], np.int64)
    other = np.array([second.times(word) for word in words], np.int64)
    sizes = first.size(kind), second.size(kind)
    likelihood = log_likelihood(own, sizes[0], own + other, sum(sizes))
    columns = (own, other, own / sizes[0] * 1e6, other / sizes[1] * 1e6, likelihood)
    rows = zip(words, *(column.tolist() for column in columns))  # noqa: B905
    return [Contrast(*row) for row in rows]


def _joined(
    told: list[Contrast],
    own: WordCounts,
    other: WordCounts,
    cancelled: Callable[[], bool],
) -> Iterator[Contrast]:
    """`told`, the strongest of its Chinese pairs as the words they are part of."""
    by_word = {each.word: each for each in told}
    head = [each.word for each in told[:_JOINED]]
    given = set[str]()
    for run, word in joined_pairs(head, own):
        if cancelled():
            raise Cancelled
        given.update(run[place : place + 2] for place in range(len(run) - 1) if len(run) > 2)
        given.add(word)
        yield by_word[word] if run == word else _told([run], own, other, True)[0]
    yield from (each for each in told[_JOINED:] if each.word not in given)
