"""Finding places in lines."""

from __future__ import annotations

import pytest

from desktop_app.gui.article_pane.lines import Line, Role
from desktop_app.gui.article_pane.matches import (
    Match,
    MatchScan,
    query_matches,
    text_matches,
)
from desktop_app.search.highlight import Highlighter
from desktop_app.search.query import parse


def found(find: str, text: str) -> list[str]:
    spans = text_matches(find)(Line(Role.ENGLISH, text))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("wanted", "text", "expected"),
    [
        ("harbor", "Harbor and HARBOR", ["Harbor", "HARBOR"]),
        ("國家", "国家和国家", ["国家", "国家"]),
        ("国家", "國家", ["國家"]),
        ("ABC", "ＡＢＣ and abc", ["ＡＢＣ", "abc"]),
        ("fish", "a ﬁsh", ["ﬁsh"]),
        ("aa", "aaaaa", ["aa", "aa"]),
        ("rbo", "Harbor", ["rbo"]),
        ("", "anything", []),
        ("absent", "anything", []),
    ],
)
def test_plain_text_is_found_in_every_way_of_writing_it(
    wanted: str, text: str, expected: list[str]
) -> None:
    assert found(wanted, text) == expected


def scan(find: object, *lines: Line) -> MatchScan:
    made = MatchScan(lines, find)  # type: ignore[arg-type]
    made.run(10)
    return made


def test_places_are_counted_as_qt_counts_them() -> None:
    made = scan(text_matches("b"), Line(Role.ENGLISH, "a𠮷b"), Line(Role.ENGLISH, "ab"))
    assert made.found == [Match(0, 3, 4), Match(1, 1, 2)]


def test_title_words_of_a_query_mark_the_title_only() -> None:
    find = query_matches(Highlighter.of(parse("title:harbor ships").node))
    lines = [
        Line(Role.TITLE, "Harbor ships"),
        Line(Role.FACTS, "ships · harbor"),
        Line(Role.ENGLISH, "harbor ships"),
        Line(Role.CAPTION, "ships"),
    ]
    assert scan(find, *lines).found == [
        Match(0, 0, 6),
        Match(0, 7, 12),
        Match(2, 7, 12),
        Match(3, 0, 5),
    ]


def test_a_search_stops_when_its_time_is_up_and_goes_on_where_it_was() -> None:
    lines = [Line(Role.ENGLISH, "word")] * 50
    made = MatchScan(lines, text_matches("word"))
    made.run(0)
    assert 0 < len(made.found) < 50
    assert not made.finished
    while not made.finished:
        made.run(0)
    assert [match.line for match in made.found] == list(range(50))


def test_matches_are_looked_up_by_line_and_place() -> None:
    made = scan(text_matches("a"), *[Line(Role.ENGLISH, "a a")] * 5)
    assert [match.line for match in made.between(1, 2)] == [1, 1, 2, 2]
    assert made.at_or_after(1, 0) == 2
    assert made.at_or_after(1, 1) == 3
    assert made.at_or_after(9, 0) == 10
