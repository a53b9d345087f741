from __future__ import annotations

from fnmatch import fnmatchcase

from hypothesis import given
from hypothesis import strategies as st
from whoosh.support.levenshtein import levenshtein

from desktop_app.search.levenshtein import within
from desktop_app.search.wildcards import fits

WORDS = st.text(alphabet="abc", max_size=9)


@given(WORDS, WORDS, st.integers(0, 3))
def test_edit_distance_is_that_of_whoosh(word: str, other: str, most: int) -> None:
    assert within(word, other, most) == (levenshtein(word, other) <= most)


@given(st.text(alphabet="ab*?", max_size=8), st.text(alphabet="abc", max_size=12))
def test_wildcards_are_those_of_a_shell(pattern: str, word: str) -> None:
    assert fits(pattern, word) == fnmatchcase(word, pattern)


def test_many_stars_are_no_trouble() -> None:
    assert not fits("a*" * 30 + "b", "a" * 3000)
    assert fits("a*" * 30 + "b", "a" * 3000 + "b")


def test_signs_of_regular_expressions_are_letters() -> None:
    assert fits("a.c*", "a.cd")
    assert not fits("a.c", "abc")
