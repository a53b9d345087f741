from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.syllables import LONGEST, MOST_READINGS, SYLLABLES, split_pinyin


@pytest.mark.parametrize(
    "typed",
    ["wangshuguo", "wang shuguo", "Wáng Shùguó", "WANG Shu-guo", "wang2shu4guo2", "wang'shu'guo"],
)
def test_a_name_is_read_however_it_is_typed(typed: str) -> None:
    ways = split_pinyin(typed)
    assert ways is not None
    assert ways[0] == ("wang", "shu", "guo")


def test_ambiguous_letters_are_read_in_every_way() -> None:
    assert split_pinyin("xian") == (("xian",), ("xi", "an"))
    assert split_pinyin("xi'an") == (("xi", "an"),)
    assert set(split_pinyin("fangan") or ()) == {("fan", "gan"), ("fang", "an")}


@pytest.mark.parametrize("typed", ["lü", "lv", "lyu", "Lǚ", "lu:"])
def test_u_with_dots_in_all_its_spellings(typed: str) -> None:
    assert split_pinyin(typed) == (("lv",),)


@pytest.mark.parametrize("typed", ["oil", "prices", "g20", "西安", "", "'", "l'u", "wang5x"])
def test_what_is_no_pinyin_has_no_reading(typed: str) -> None:
    assert split_pinyin(typed) is None


def test_endless_pinyin_is_given_up() -> None:
    assert split_pinyin("a" * (LONGEST + 1)) is None
    assert len(split_pinyin("xian" * 15) or ()) == MOST_READINGS


@given(st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=6))
def test_syllables_written_apart_are_found_again(syllables: list[str]) -> None:
    ways = split_pinyin(" ".join(syllables)) or ()
    # Spelled `lue` for `lve`, and the like: the table's own spelling comes back.
    own = {"lue": "lve", "nue": "nve"}
    assert tuple(own.get(one, one) for one in syllables) in ways


@given(st.text(alphabet="xianguoláv' 13-", max_size=80))
def test_a_reading_spells_what_was_typed(typed: str) -> None:
    for way in split_pinyin(typed) or ():
        assert set(way) <= SYLLABLES
