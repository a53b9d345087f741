"""Matching on real texts in both languages, with neither places nor days to go by."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from desktop_app.errors import Cancelled
from desktop_app.items import Item, Origin
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.pairing.assignment import MARGIN, assign
from desktop_app.pairing.matching import Match, match
from desktop_app.pairing.scoring import Scorer
from desktop_app.pairing.shelf import Shelf
from desktop_app.pairing.traits import Traits, traits_of
from desktop_app.pairing.translating import Translator
from tests.benchmarks.pairing import gold_items


@pytest.fixture(scope="module")
def traits() -> list[Traits]:
    """Those of the texts checked by hand: even numbers are English, each before its Chinese one."""
    translator = Translator(Lexicon.open())
    found = [
        traits_of(number, _hidden(item), Origin("", str(number)), translator)
        for number, (_source, item, _origin) in enumerate(gold_items())
    ]
    return [each for each in found if each is not None]


def _hidden(item: Item) -> Item:
    return Item(item.id, item.title, None, item.language, "", paragraphs=item.paragraphs)


def scorer(traits: Iterable[Traits]) -> Scorer:
    both = list(traits)
    english = [each for each in both if not each.is_chinese]
    return Scorer(Shelf(english), Shelf([each for each in both if each.is_chinese]))


def numbers(found: Iterable[Match]) -> set[tuple[int, int]]:
    return {(each.english, each.chinese) for each in found}


def test_most_texts_are_paired_and_none_wrongly(traits: list[Traits]) -> None:
    found = match(scorer(traits), range(len(traits)), [])
    assert all(other == one + 1 for one, other in numbers(found))
    assert len(found) >= 0.85 * len(traits) / 2
    assert all(0.5 <= each.score <= 1 and each.by == "evidence" for each in found)


def test_what_comes_later_is_paired_as_if_it_had_been_there(traits: list[Traits]) -> None:
    first = match(scorer(traits[:40]), range(40), [])
    later = match(scorer(traits), range(40, len(traits)), first)
    assert numbers(first) <= numbers(later)
    assert numbers(later) == numbers(match(scorer(traits), range(len(traits)), []))


def test_one_whose_partner_changed_looks_for_another(traits: list[Traits]) -> None:
    before = match(scorer(traits), range(len(traits)), [])
    pair = before[0]
    without = [each for each in traits if each.number != pair.chinese]
    left = match(scorer(without), [pair.chinese], before)
    assert numbers(left) == numbers(before) - {(pair.english, pair.chinese)}
    assert numbers(match(scorer(traits), [pair.chinese], left)) == numbers(before)


def test_a_reader_has_the_last_word(traits: list[Traits]) -> None:
    everything = range(len(traits))
    one = match(scorer(traits), everything, [])[0]
    pair = (one.english, one.chinese)
    assert pair not in numbers(match(scorer(traits), everything, [], apart={pair}))
    kept = match(scorer(traits), everything, [], together={one.english})
    assert not any(one.english in each for each in numbers(kept))


def test_it_can_be_cancelled(traits: list[Traits]) -> None:
    with pytest.raises(Cancelled):
        match(scorer(traits), range(len(traits)), [], cancelled=lambda: True)


def test_nothing_and_one_language_alone_have_no_pairs(traits: list[Traits]) -> None:
    assert match(scorer([]), [], []) == []
    assert match(scorer(traits[::2]), range(len(traits)), []) == []


def test_of_two_that_are_as_good_neither_is_taken() -> None:
    near = 5.0 - MARGIN / 2
    assert assign([(5.0, 1, 2), (near, 1, 4)], 0.0) == []
    assert assign([(5.0, 1, 2), (near, 1, 4), (9.0, 3, 4)], 0.0) == [(9.0, 3, 4), (5.0, 1, 2)]
    assert assign([(-0.1, 1, 2)], 0.0) == []
