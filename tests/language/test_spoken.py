"""Pinyin with tone marks for each character."""

from __future__ import annotations

import pytest

from desktop_app.language.spoken import spoken


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("银行行长长大了", "yín háng háng zhǎng zhǎng dà le"),
        ("重庆很重要", "chóng qìng hěn zhòng yào"),
        ("銀行行長", "yín háng háng zhǎng"),  # traditional, by the same words
        ("乾隆", "qián lóng"),
    ],
)
def test_characters_are_read_as_in_the_words_around_them(text: str, said: str) -> None:
    assert " ".join(spoken(text)) == said


def test_there_is_one_for_each_code_point() -> None:
    text = "2021年，XJTU 签署𠀀。"
    assert len(spoken(text)) == len(text)
    assert spoken(text)[:6] == ("", "", "", "", "nián", "")
    assert spoken("人々〇") == ("rén", "", "líng")
    assert spoken("") == ()
