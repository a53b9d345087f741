from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.language.folding import fold
from desktop_app.speeches.line_order import BESIDE
from desktop_app.speeches.sorted_words import SortedWord, sorted_words
from tests.speeches.test_concordance import lines_of, units

TEXTS = st.lists(st.text(st.sampled_from("oil Oil gas,合作國\nﬁ "), max_size=30), min_size=1)


def written(word: SortedWord, left: str, right: str) -> str:
    return (left if word.in_left else right)[word.start : word.end]


@settings(deadline=None)
@given(TEXTS, st.lists(st.sampled_from(list(BESIDE)), min_size=1, max_size=3, unique=True))
def test_the_words_marked_are_those_beside_the_key(texts: list[str], by: list[str]) -> None:
    lines = lines_of(texts, "oil", "合作").lines(0, 100, 60)
    for line, words in zip(lines, sorted_words(lines, by), strict=True):
        before, after = units(fold(line.left))[::-1], units(fold(line.right))
        found = {by[word.key]: fold(written(word, line.left, line.right)) for word in words}
        for key in by:
            side, place = (before if key[0] == "L" else after), int(key[1]) - 1
            # A ligature is one letter as written and may be two as folded.
            if place < len(side) and "ﬁ" not in line.left + line.right:
                assert found[key] == side[place]
            elif place >= len(side):
                assert key not in found


def test_keys_that_are_no_words_mark_nothing() -> None:
    lines = lines_of(["cheap oil is gone"], "oil").lines(0, 9, 30)
    assert sorted_words(lines, ["date", "speaker"]) == [[]]
    assert sorted_words([], ["L1"]) == []


def test_weights_are_told_by_their_number() -> None:
    lines = lines_of(["cheap oil is gone"], "oil").lines(0, 9, 30)
    (words,) = sorted_words(lines, ["date", "R2", "L1"])
    told = {word.key: written(word, lines[0].left, lines[0].right) for word in words}
    assert told == {1: "gone", 2: "cheap"}
