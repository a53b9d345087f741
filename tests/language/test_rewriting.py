"""Chinese in the other script."""

from __future__ import annotations

import pytest

from desktop_app.language.rewriting import (
    AS_PUBLISHED,
    SIMPLIFIED,
    TRADITIONAL,
    place_in,
    rewritten,
    spans_in,
)


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("皇后的头发，后来发展。", "皇后的頭髮，後來發展。"),
        ("干燥的干部在里面", "乾燥的幹部在裡面"),
        ("软件 (v2)：网络", "軟件 (v2)：網絡"),  # characters, not Taiwan's words
    ],
)
def test_phrases_decide_which_character_is_meant(simplified: str, traditional: str) -> None:
    assert rewritten(simplified, TRADITIONAL) == traditional
    assert rewritten(traditional, SIMPLIFIED) == simplified


@pytest.mark.parametrize("text", ["皇后的头发", "皇后的頭髮", "Plain English.", ""])
def test_as_published_changes_nothing(text: str) -> None:
    assert rewritten(text, AS_PUBLISHED) == text


def test_a_text_in_the_script_wanted_stays() -> None:
    for text in ("乾隆皇帝與於右任的著作", "皇后乾燥的頭髮"):
        assert rewritten(text, TRADITIONAL) == text


def test_places_are_the_same_where_lengths_are() -> None:
    assert [place_in("頭髮。", "头发。", place) for place in range(4)] == [0, 1, 2, 3]


def test_places_hold_after_a_run_of_another_length() -> None:
    here, there = "ab一二三，cd", "ab一二三四，cd"
    assert [place_in(there, here, place) for place in (0, 2, 5, 6, 8)] == [0, 2, 6, 7, 9]
    assert place_in(here, there, 9) == 8
    assert place_in(there, here, 3) == 2  # inside: the beginning of the run


def test_characters_of_two_units_count_as_such() -> None:
    assert place_in("一二，x", "𠀀二，x", 4) == 3
    assert place_in("𠀀二，x", "一二，x", 3) == 4


def test_spans_count_characters_and_hold_after_a_run_of_another_length() -> None:
    assert spans_in("頭髮。", "头发。", [(0, 2)]) == [(0, 2)]
    here, there = "ab一二三，cd", "ab一二三四，cd"
    assert spans_in(there, here, [(0, 2), (2, 5), (6, 8)]) == [(0, 2), (2, 6), (7, 9)]
    assert spans_in("𠀀二，x", "一二，x", [(3, 4)]) == [(3, 4)]
