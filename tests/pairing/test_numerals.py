"""Numbers and months in one form, whichever language writes them."""

from __future__ import annotations

import pytest

from desktop_app.language.folding import fold
from desktop_app.pairing.numerals import months, numbers


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("30,000 people", "3万人"),
        ("30,000 people", "三万人"),
        ("1.5 million tonnes", "150万吨"),
        ("2.3 billion yuan", "23亿元"),
        ("in 2021", "二〇二一年"),
        ("in 2021", "2021年"),
        ("12 days", "十二天"),
        ("105 ships", "一百零五艘"),
        ("12.5 percent", "12.5％"),
        ("version 1.12.3", "1.12.3 版"),
    ],
)
def test_both_languages_write_the_same_number(english: str, chinese: str) -> None:
    [number] = numbers(fold(english))
    assert list(numbers(fold(chinese))) == [number]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("Aug. 31", "8月31日"), ("31 August", "八月"), ("May 4", "五月四日"), ("December", "十二月")],
)
def test_both_languages_name_the_same_month(english: str, chinese: str) -> None:
    assert list(months(fold(english))) == list(months(fold(chinese)))


def test_the_verb_may_is_no_month() -> None:
    assert list(months(fold("They may agree; you may not."))) == []


@pytest.mark.parametrize(
    "text", ["万", "亿亿亿亿", "十百千万", "1" * 5000, "零" * 5000, "3" + "万" * 99]
)
def test_what_is_no_sound_number_does_no_harm(text: str) -> None:
    assert all(len(number) < 60 for number in numbers(text))
