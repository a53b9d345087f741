from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.language.display_width import (
    beginning,
    character_width,
    display_width,
    ending,
    padded_left,
)

TEXTS = st.text(st.sampled_from("ab é国作，e\u0301\u200b🙂ｶ"), max_size=30)


def test_chinese_takes_two_columns_and_joining_marks_none() -> None:
    assert display_width("合作 oil") == 8
    assert display_width("e\u0301") == 1
    assert display_width("ｶ") == 1  # half width


@settings(deadline=None)
@given(TEXTS, st.integers(0, 20))
def test_what_is_cut_fits_and_one_more_would_not(text: str, width: int) -> None:
    head, tail = beginning(text, width), ending(text, width)
    assert text.startswith(head)
    assert text.endswith(tail)
    assert display_width(head) <= width
    assert display_width(tail) <= width
    rest = text[len(head) :]
    assert not rest or not width or display_width(head) + character_width(rest[0]) > width


@settings(deadline=None)
@given(TEXTS, st.integers(0, 20))
def test_cut_and_padded_contexts_end_in_one_column(text: str, width: int) -> None:
    assert display_width(padded_left(ending(text, width), width)) == width


def test_a_tower_of_marks_ends() -> None:
    assert len(beginning("a" + "\u0301" * 10_000, 10)) == 40
