from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.search.dates import LAST_DAY, date_range, day_number
from desktop_app.search.nodes import DateRange
from desktop_app.search.query import parse

WEDNESDAY = date(2021, 9, 1)


def test_dates_are_whole_years_months_or_days() -> None:
    for written in ("2021", "2021年", "２０２１"):
        assert date_range(written, WEDNESDAY) == DateRange(20210101, 20211231)
    for written in ("2021-08", "2021-8", "2021/8", "2021.08", "2021年8月"):
        assert date_range(written, WEDNESDAY) == DateRange(20210801, 20210831)
    for written in ("2021-08-31", "2021/8/31", "2021年8月31日", "2021年8月31号"):
        assert date_range(written, WEDNESDAY) == DateRange(20210831, 20210831)
    assert date_range("2020-02", WEDNESDAY) == DateRange(20200201, 20200229)


@pytest.mark.parametrize(
    "written",
    [
        "2021-08..2021-10",
        "2021-08…2021-10",
        "2021-08......2021-10",
        "2021年8月至2021年10月",
        "2021-08到2021-10",
        "2021-08。。2021-10",
        "2021-08——2021-10",
        "2021-08 .. 2021-10",
    ],
)
def test_ranges_in_any_dots(written: str) -> None:
    assert date_range(written, WEDNESDAY) == DateRange(20210801, 20211031)


def test_ranges_may_be_open() -> None:
    assert date_range("2021-08..", WEDNESDAY) == DateRange(20210801, LAST_DAY)
    before = date_range("..2020", WEDNESDAY)
    assert before is not None
    # Undated items have the number 0 and are in no range.
    assert 0 < before.first < 10000101
    assert before.last == 20201231


@pytest.mark.parametrize(
    ("names", "first", "last"),
    [
        ("today,Today,今天,今日", 20210901, 20210901),
        ("yesterday,昨天,昨日", 20210831, 20210831),
        ("前天", 20210830, 20210830),
        ("this week,本周,这周,這週,这个星期", 20210830, 20210905),
        ("last week,last_week,Last-Week,上周,上週,上星期,上个星期", 20210823, 20210829),
        ("this month,本月,这个月", 20210901, 20210930),
        ("last month,上月,上个月,上個月", 20210801, 20210831),
        ("this year,今年", 20210101, 20211231),
        ("last year,去年", 20200101, 20201231),
        ("前年", 20190101, 20191231),
        ("last month..today,上个月至今天", 20210801, 20210901),
    ],
)
def test_days_named_from_today(names: str, first: int, last: int) -> None:
    for name in names.split(","):
        assert date_range(name, WEDNESDAY) == DateRange(first, last), name


def test_last_month_in_january_is_december() -> None:
    assert date_range("last month", date(2021, 1, 31)) == DateRange(20201201, 20201231)


def test_names_of_two_words_need_no_quotation_marks() -> None:
    for query in ("date:last week", 'date:"last week"', "日期：上周", "date:(上周)"):
        assert parse(query, WEDNESDAY).node == DateRange(20210823, 20210829)
    assert parse("date:last weekend", WEDNESDAY).problems != ()


@pytest.mark.parametrize(
    "written",
    [
        "never",
        "2021-13",
        "2021-02-30",
        "..",
        "",
        "2021..never",
        "21",
        "0000",
        "2021-8/31",
        "2021年31日",
    ],
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert date_range(written, WEDNESDAY) is None


@given(
    st.dates(date(1000, 1, 1)),
    st.sampled_from(["last week", "去年", "前年", "last month", "昨天", "last year..today"]),
)
def test_the_days_named_are_not_after_today(today: date, name: str) -> None:
    days = date_range(name, today)
    assert days is not None
    assert days.first < days.last or name == "昨天"
    assert days.first < day_number(today)
