"""Asking the engines in turn, so that whatever else the machine does meets all alike."""

from __future__ import annotations

import statistics
import time
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks.classes import Query
from tests.benchmarks.engines import Answer, Contestant

ROUNDS = 9
_QUICK = 5.0  # milliseconds: below, an engine is asked several times a turn, warmed before
_QUICK_CALLS = 5
# Above so many milliseconds, so many rounds: a prefix takes stock Whoosh many seconds.
_SLOW = ((2_000.0, 1), (300.0, 3))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with, by engine, the median time in ms and what was answered."""

    query: Query
    milliseconds: Mapping[str, float]
    calls: Mapping[str, int]
    answers: Mapping[str, Answer]

    @property
    def counts(self) -> dict[str, int]:
        """Hits by engine."""
        return {name: answer.count for name, answer in self.answers.items()}

    @property
    def hits(self) -> int:
        """The count most engines agree on."""
        return statistics.mode(self.counts.values()) if self.answers else 0

    @property
    def odd(self) -> list[str]:
        """The engines that do not answer as most do, in count or facets; all where none is most."""
        told = {name: _plain(answer) for name, answer in self.answers.items()}
        if not told:
            return []
        usual, times = Counter(told.values()).most_common(1)[0]
        agreed = times > len(told) / 2 or len(told) == 1
        return [name for name in told if told[name] != usual or not agreed]


def _plain(answer: Answer) -> tuple[object, ...]:
    years, languages = (answer.facets.get(name, {}) for name in ("year", "language"))
    return answer.count, tuple(sorted(years.items())), tuple(sorted(languages.items()))


def ask_all(
    engines: Mapping[str, Contestant], queries: Sequence[Query], rounds: int = ROUNDS
) -> list[Asked]:
    """Ask every engine every question, in turns, and keep the median of each."""
    return [_ask_in_turns(engines, query, rounds) for query in queries]


def _ask_in_turns(engines: Mapping[str, Contestant], query: Query, rounds: int) -> Asked:
    answers: dict[str, Answer] = {}
    taken: dict[str, list[float]] = {}
    for name, engine in engines.items():
        once, answer = _timed(engine, query)
        if answer is not None:
            answers[name], taken[name] = answer, [once]
    first = {name: times.pop() for name, times in taken.items()}
    names = deque(taken)
    for turn in range(rounds):
        for name in names:
            if turn < _rounds_of(first[name], rounds):
                taken[name].extend(_turn(engines[name], query, first[name]))
        names.rotate(-1)  # nobody always comes after the same other
    return Asked(
        query,
        {name: statistics.median(times) for name, times in taken.items()},
        {name: len(times) for name, times in taken.items()},
        answers,
    )


def _rounds_of(first: float, rounds: int) -> int:
    return min([rounds, *(few for slow, few in _SLOW if first > slow)])


def _turn(engine: Contestant, query: Query, first: float) -> list[float]:
    """One engine's calls of a turn, in milliseconds."""
    if first > _QUICK * 4:
        return [_timed(engine, query)[0]]
    warm, _answer = _timed(engine, query)  # the others have emptied the processor's caches
    if warm > _QUICK:
        return [warm]
    return [_timed(engine, query)[0] for _ in range(_QUICK_CALLS)]


def _timed(engine: Contestant, query: Query) -> tuple[float, Answer | None]:
    started = time.perf_counter()
    answer = engine.ask(query)
    return (time.perf_counter() - started) * 1000, answer
