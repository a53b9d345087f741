"""Days are read in the forms pages write them in, and nothing else is taken for one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.importing.dates import date_in_name, find_date, find_dates, not_in_future

DAY = date(2021, 8, 31)


@pytest.mark.parametrize(
    "text",
    [
        "2021年8月31日",
        "2021 年 08 月 31 日 10:00",
        "二〇二一年八月三十一日",
        "二零二一年八月三十一日",
        "２０２１年８月３１日",
        "２０２１－０８－３１ １０：２０",
        "中華民國110年8月31日",
        "发布时间：2021-08-31 10:00",
        "2021/8/31",
        "2021.08.31",
        "August 31, 2021",
        "Aug. 31, 2021",
        "AUG 31 2021",
        "31 Aug 2021",
        "31st of August 2021",
        "31-AUG-2021 15:01:01.79",
        "Tuesday, 31 August 2021 09:00 GMT",
        "2021-08-31T10:00:00+08:00",
        "08/31/2021",
        "31/08/2021",
        "31-08-2021",
        "31.08.2021",
        "31. 8. 2021",
        "Updated: 2021-08-31 09:10",
    ],
)
def test_written_days_are_found(text: str) -> None:
    assert find_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "8月31日",
        "Aug 31",
        "2021-02-30",
        "2021年13月1日",
        "version 2021.8.31.4",
        "the score was 31-08-20",
        "07/08/2021",
        "07-08-2021",
        "31-08/2021",
        "v1.31.8.2021",
        "31.08.2021.4",
        "10.20.30.40",
        "call 020-2021-0831",
        "二〇二一年八月三十二日",
    ],
)
def test_what_is_no_whole_day_is_left_alone(text: str) -> None:
    assert find_date(text) is None


def test_days_come_in_order_with_their_places() -> None:
    text = "From 2021年8月30日 to Aug 31, 2021."
    found = list(find_dates(text))
    assert [item.day for item in found] == [date(2021, 8, 30), DAY]
    assert [text[item.start : item.end] for item in found] == ["2021年8月30日", "Aug 31, 2021"]


@pytest.mark.parametrize(
    "name",
    [
        "20210831",
        "xjtu-2021-08-31",
        "2021_08_31-post",
        "/news/2021/08/31/a",
        "2021-08-31-karmada-v1.14",
    ],
)
def test_days_in_names(name: str) -> None:
    assert date_in_name(name) == DAY


@pytest.mark.parametrize("name", ["123420210831", "c_1125597921", "20211345", "v2021"])
def test_numbers_in_names_that_are_no_days(name: str) -> None:
    assert date_in_name(name) is None


def test_a_page_is_not_from_the_future() -> None:
    assert not_in_future(date.today() + timedelta(days=30)) is None
    assert not_in_future(DAY) == DAY


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_in_every_form(day: date) -> None:
    for text in (
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day:%d.%m.%Y}",
    ):
        assert find_date(text) == day


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
