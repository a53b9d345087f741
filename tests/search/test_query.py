from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import QueryError
from desktop_app.search.nodes import (
    All,
    AnyOf,
    DateRange,
    Everything,
    Keyword,
    Not,
    Text,
    positive_words,
)
from desktop_app.search.query import MAX_DEPTH, parse


def test_words_must_all_match() -> None:
    assert parse("oil prices") == All((Text("oil"), Text("prices")))


def test_a_phrase_stays_together_in_any_quotation_marks() -> None:
    for query in ('"prime minister"', "“prime minister”", "「prime minister」"):
        assert parse(query) == Text("prime minister")


def test_an_open_quotation_ends_with_the_query() -> None:
    assert parse('"prime minis') == Text("prime minis")


def test_or_binds_looser_than_standing_side_by_side() -> None:
    assert parse("a b OR c") == AnyOf((All((Text("a"), Text("b"))), Text("c")))


def test_minus_excludes_a_word_a_phrase_or_brackets() -> None:
    assert parse("oil -gas") == All((Text("oil"), Not(Text("gas"))))
    assert parse("-(a OR b)") == Not(AnyOf((Text("a"), Text("b"))))


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    assert parse("anti-dumping") == Text("anti-dumping")


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("date:2021", 20210101, 20211231),
        ("date:2021-08", 20210801, 20210831),
        ("date:2021-08-31", 20210831, 20210831),
        ("date:2021-08..2021-09", 20210801, 20210930),
        ("date:2020-02..2020-02", 20200201, 20200229),
    ],
)
def test_dates_are_whole_years_months_days_or_ranges(query: str, first: int, last: int) -> None:
    assert parse(query) == DateRange(first, last)


def test_ranges_may_be_open() -> None:
    node = parse("date:2021-08..")
    assert isinstance(node, DateRange)
    assert node.first == 20210801
    assert node.last > 20991231


def test_fields_and_chinese_colons() -> None:
    assert parse("lang：zh") == Keyword("lang", "zh")
    assert parse('source:"新华社 北京"') == Keyword("source", "新华社 北京")
    assert parse("title:峰会") == Text("峰会", "title")


@pytest.mark.parametrize("query", ["date:yesterday", "date:2021-13", "has:wings"])
def test_a_value_without_meaning_is_named(query: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(query)
    assert query.partition(":")[2] in str(raised.value)


@pytest.mark.parametrize("query", ["", "   ", "()", "，。", "-", "OR", "OR OR", "( - )", "title:"])
def test_marks_without_meaning_ask_for_everything(query: str) -> None:
    assert parse(query) == Everything()


def test_endless_brackets_are_refused() -> None:
    with pytest.raises(QueryError):
        parse("(" * (MAX_DEPTH + 1) + "a")


def test_words_that_are_excluded_are_not_marked() -> None:
    assert list(positive_words(parse("oil -gas title:price"))) == [
        Text("oil"),
        Text("price", "title"),
    ]


@given(st.text(alphabet='ab中国 "()-:ORtitlea。date201-.“”', max_size=40))
def test_whatever_is_typed_parses_or_says_why(query: str) -> None:
    try:
        parse(query)
    except QueryError as error:
        assert str(error)
