from __future__ import annotations

import pytest

from desktop_app.gui.views.concordance.queries import by_speaker, near
from desktop_app.search.nodes import AnyOf, Near
from desktop_app.search.query import parse


@pytest.mark.parametrize(
    ("query", "word", "span", "expected"),
    [
        ("oil", "prices", 5, '"oil prices"~4'),
        ("合作", "协议", 1, '"合作 协议"~0'),
        ('"prime minister"', "visit", 3, '"prime minister visit"~2'),
        ('"oil prices"~4', "fall", 5, '"oil prices fall"~4'),
        ("oil date:1987", "prices", 5, "oil date:1987 prices"),
        ("oil OR gas", "prices", 5, "(oil OR gas) prices"),
    ],
)
def test_a_collocate_is_looked_for_near_the_word(
    query: str, word: str, span: int, expected: str
) -> None:
    told = near(query, word, span)
    assert told == expected
    assert parse(told).problems == ()
    assert isinstance(parse(told).node, Near) == ("~" in told)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("oil", 'oil speaker:"John Smith"'),
        ("oil OR gas", '(oil OR gas) speaker:"John Smith"'),
        ('oil speaker:"John Smith"', 'oil speaker:"John Smith"'),
    ],
)
def test_a_speaker_narrows_the_whole_query(query: str, expected: str) -> None:
    told = by_speaker(query, 'John "Smith"')
    assert told == expected
    assert parse(told).problems == ()
    assert not isinstance(parse(told).node, AnyOf)
