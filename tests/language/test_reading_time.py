"""How long texts take to read."""

from __future__ import annotations

import pytest

from desktop_app.language.reading_time import CHARACTERS, WORDS, reading_minutes


def test_a_minute_of_english_is_so_many_words() -> None:
    assert reading_minutes(["The harbor's re-opened. " * WORDS]) == pytest.approx(3)


def test_a_minute_of_chinese_is_so_many_characters() -> None:
    assert reading_minutes(["港口今日开放。" * CHARACTERS]) == pytest.approx(6)


def test_both_scripts_in_one_text_add_up() -> None:
    english, chinese = "word " * WORDS, "字" * CHARACTERS
    assert reading_minutes([english, chinese]) == pytest.approx(2)
    assert reading_minutes(["用 Python 写成"]) == pytest.approx(1 / WORDS + 3 / CHARACTERS)


def test_a_figure_is_one_word() -> None:
    assert reading_minutes(["1,234.5"]) == pytest.approx(1 / WORDS)


def test_a_long_text_is_taken_to_go_on_as_it_begins() -> None:
    million = "word " * 1_000_000
    assert reading_minutes([million, million]) == pytest.approx(2_000_000 / WORDS, rel=0.01)


def test_nothing_takes_no_time() -> None:
    assert reading_minutes([]) == 0
    assert reading_minutes(["", "……"]) == 0
