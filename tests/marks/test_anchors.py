"""Anchors: found again where the text moved, was reset or edited a little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.marks.anchors import LONGEST, Anchor, anchor_at, place_of

_ENGLISH = (
    "The minister said the bridge would open in May.\n"
    "“We have waited long enough,” he added, and the crowd agreed.\n"
    "The minister said the road would open in June."
)
_CHINESE = (
    "外交部发言人毛宁主持例行记者会。\n"
    "路透社记者：中方对此有何评论？\n"
    "毛宁：中方坚决反对，中方坚决反对。"
)


def _anchor(text: str, exact: str, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = text.index(exact, start + 1)
    return anchor_at(text, start, start + len(exact))


def _words(anchor: Anchor, text: str) -> str | None:
    place = place_of(anchor, text)
    return None if place is None else text[place[0] : place[1]]


@given(st.text(min_size=1, max_size=80), st.data())
def test_an_anchor_is_found_in_its_own_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    anchor = anchor_at(text, start, stop)
    place = place_of(anchor, text)
    assert place == ((start, stop) if text[start:stop].strip() else None)


def test_text_put_before_moves_it_along() -> None:
    anchor = _anchor(_ENGLISH, "The minister said", 1)
    grown = "BEIJING (Reuters) -\n" + _ENGLISH
    place = place_of(anchor, grown)
    assert place == (anchor.start + 20, anchor.stop + 20)


def test_the_surroundings_tell_repeated_words_apart() -> None:
    anchor = _anchor(_CHINESE, "中方坚决反对", 1)
    moved = _CHINESE.replace("路透社记者：中方对此有何评论？\n", "")
    assert place_of(anchor, moved) == (len(moved) - 7, len(moved) - 1)


@pytest.mark.parametrize(
    ("exact", "before", "after", "now"),
    [
        ("“We have waited long enough,” he", "“We", '"We', "We have waited long enough,” he"),
        ("agreed.\nThe minister", ".\nThe", ".\n\nThe", "agreed.\n\nThe minister"),
        ("minister said the bridge", "minister", "Minister", "Minister said the bridge"),
        (
            "The minister said the bridge would open in May.",
            "bridge would",
            "new bridge would not",
            "The minister said the new bridge would not open in May",
        ),
    ],
)
def test_small_changes_of_the_words_do_no_harm(
    exact: str, before: str, after: str, now: str
) -> None:
    anchor = _anchor(_ENGLISH, exact)
    assert _words(anchor, _ENGLISH.replace(before, after)) == now


def test_what_is_no_longer_there_is_nowhere() -> None:
    assert place_of(_anchor(_ENGLISH, "waited long enough"), _CHINESE) is None
    assert place_of(_anchor(_ENGLISH, "May"), "June.") is None
    assert place_of(Anchor(3, 3, "  "), _ENGLISH) is None
    assert place_of(Anchor(0, 1, "…"), _ENGLISH) is None


def test_places_beyond_the_text_are_cut() -> None:
    assert anchor_at("abc", -5, 99) == Anchor(0, 3, "abc")
    assert anchor_at("abc", 2, 1) == Anchor(2, 2, "", "ab", "c")
    assert len(anchor_at("x" * 30_000, 5, 30_000).exact) == LONGEST


def test_a_word_that_stands_everywhere_is_found_where_it_was() -> None:
    text = "na " * 100_000
    anchor = anchor_at(text, 150_000, 150_002)
    assert place_of(anchor, text) == (150_000, 150_002)
