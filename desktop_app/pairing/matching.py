"""Matching the items of an archive: links first, then what is shared."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from desktop_app.errors import Cancelled
from desktop_app.pairing.assignment import MARGIN, Scored, assign
from desktop_app.pairing.candidates import candidates
from desktop_app.pairing.linked import linked
from desktop_app.pairing.scoring import Scorer, probability
from desktop_app.pairing.shelf import Shelf
from desktop_app.pairing.traits import Traits

_LEAST = 0.0  # log odds of pairs by evidence, a score of 0.5
_ROUNDS = 3  # in which items that lost their partner look for another

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Match:
    """A pair by the numbers of its items; `by` is link or evidence."""

    english: int
    chinese: int
    score: float
    by: str


def match(
    scorer: Scorer,
    changed: Collection[int],
    known: Iterable[Match],
    apart: Collection[tuple[int, int]] = frozenset(),
    together: Collection[int] = frozenset(),
    progress: Progress = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Match]:
    """All pairs of the scorer's items: those `known`, where nothing changed, and new ones.

    Only the items that are `changed`, or whose partner is, look for one. `apart` are pairs a
    reader rejected, `together` items that a reader paired. Raises `Cancelled`.
    """
    links = _links(scorer.english, scorer.chinese, apart, together)
    settled = set(together) | _partners(links)
    known = list(known)
    stay = [each for each in known if each.by == "evidence" and _stays(each, changed, apart)]
    edges = {(each.english, each.chinese): _log_odds(each.score) for each in stay}
    looking = (set(changed) | _partners(set(known) - set(stay))) - settled
    for _ in range(_ROUNDS):
        found = _edges(looking, scorer, progress, cancelled)
        # What is further below is no rival of anything that is kept.
        near = ((pair, odds) for pair, odds in found if odds > _LEAST - MARGIN)
        edges.update({pair: odds for pair, odds in near if pair not in apart})
        scored: list[Scored] = [(odds, *pair) for pair, odds in edges.items()]
        kept = assign(scored, _LEAST, settled)
        looking = _left_alone(stay, kept, settled) - looking
        if not looking:
            break
    evidence = [Match(one, other, probability(odds), "evidence") for odds, one, other in kept]
    return [*links, *evidence]


def _links(
    english: Shelf,
    chinese: Shelf,
    apart: Collection[tuple[int, int]],
    together: Collection[int],
) -> list[Match]:
    used, kept = set(together), []
    for one, other, score in linked(english, chinese):
        if not used & {one, other} and (one, other) not in apart:
            used |= {one, other}
            kept.append(Match(one, other, score, "link"))
    return kept


def _stays(known: Match, changed: Collection[int], apart: Collection[tuple[int, int]]) -> bool:
    pair = known.english, known.chinese
    return not (known.english in changed or known.chinese in changed or pair in apart)


def _partners(pairs: Iterable[Match]) -> set[int]:
    return {number for each in pairs for number in (each.english, each.chinese)}


def _left_alone(stay: Iterable[Match], kept: Iterable[Scored], settled: set[int]) -> set[int]:
    """The items whose known pair gave way to a better one."""
    return _partners(stay) - {number for edge in kept for number in edge[1:]} - settled


def _edges(
    looking: Collection[int],
    scorer: Scorer,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Iterator[tuple[tuple[int, int], float]]:
    """The scored candidates of the items `looking`, from the language with fewer of them.

    Where all items of one language look for theirs, those of the other need not.
    """
    english, chinese = scorer.english, scorer.chinese
    ours = [place for number, place in english.place_of.items() if number in looking]
    theirs = [place for number, place in chinese.place_of.items() if number in looking]
    if len(theirs) == len(chinese):
        ours = []
    elif len(ours) == len(english):
        theirs = []
    total = len(ours) + len(theirs)
    for done, (place, is_chinese) in enumerate(
        [*((each, False) for each in ours), *((each, True) for each in theirs)]
    ):
        if cancelled():
            raise Cancelled
        progress(done, total)
        item = (chinese if is_chinese else english).traits[place]
        yield from _scored(item, scorer)


def _scored(item: Traits, scorer: Scorer) -> Iterator[tuple[tuple[int, int], float]]:
    """The candidates of `item`, each as the pair's numbers, with log odds."""
    places, others = candidates(item, scorer), scorer.others(item)
    if len(places):
        for place, odds in zip(places.tolist(), scorer.logits(item, places).tolist(), strict=True):
            number = others.traits[place].number
            yield (number, item.number) if item.is_chinese else (item.number, number), odds


def _log_odds(score: float) -> float:
    score = min(1 - 1e-12, max(1e-12, score))
    return math.log(score / (1 - score))
