from __future__ import annotations

import random

import pytest

from desktop_app.language.name_order import PINYIN, STROKES, collation, in_order, order_of
from desktop_app.language.pinyin import spelling

_ENGLISH = ["Ángel Gurría", "ban Ki-moon", "Colin Powell", "Zhang Wei"]


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        # One alphabet: Chinese names stand where their pinyin does.
        ("en", ["Ángel Gurría", "ban Ki-moon", "Colin Powell", "丁薛祥", "李克强", "单田芳", "王毅",
                "曾庆红", "Zhang Wei"]),
        # 单 and 曾 are read as surnames: shan, zeng.
        ("zh_CN", ["丁薛祥", "李克强", "单田芳", "王毅", "曾庆红", *_ENGLISH]),
        # 2, 4, 7, 12 and 12 strokes; 單 as it is written in Taiwan.
        ("zh_TW", ["丁薛祥", "王毅", "李克强", "单田芳", "曾庆红", *_ENGLISH]),
        ("de", ["Ángel Gurría", "ban Ki-moon", "Colin Powell", "丁薛祥", "李克强", "单田芳", "王毅",
                "曾庆红", "Zhang Wei"]),
    ],
)  # fmt: skip
def test_names_stand_as_readers_look_for_them(language: str, wanted: list[str]) -> None:
    mixed = random.Random(7).sample(wanted, len(wanted))
    assert in_order(mixed, language) == wanted


def test_strokes_are_those_of_the_traditional_characters() -> None:
    assert in_order(["叶圣陶", "王毅", "葉聖陶"], "zh_TW") == ["王毅", "叶圣陶", "葉聖陶"]
    assert in_order(["葉聖陶", "范仲淹", "于右任"], "zh_TW") == ["于右任", "范仲淹", "葉聖陶"]
    # What Big5 does not hold comes last.
    assert in_order(["𠮷田", "龔自珍"], "zh_TW") == ["龔自珍", "𠮷田"]


def test_persons_of_one_surname_stand_together() -> None:
    names = ["李娜", "利智", "李强", "黎明", "李鹏"]
    assert in_order(names, "zh_CN") == ["黎明", "李娜", "李鹏", "李强", "利智"]


def test_a_spelling_that_is_known_is_not_worked_out_again() -> None:
    assert order_of("en", "abc")("王毅") == (*order_of("en")("abc")[:3], "王毅")
    assert order_of("en", spelling("王毅"))("王毅") == order_of("en")("王毅")


@pytest.mark.parametrize(
    ("language", "by", "wanted"),
    [
        ("zh_CN", "", ["丁薛祥", "李克强", "王毅", "Wang"]),
        ("zh_CN", STROKES, ["丁薛祥", "王毅", "李克强", "Wang"]),
        ("zh_TW", PINYIN, ["丁薛祥", "李克强", "王毅", "Wang"]),
        ("en", STROKES, ["丁薛祥", "王毅", "李克强", "Wang"]),
        ("en", PINYIN, ["丁薛祥", "李克强", "Wang", "王毅"]),
    ],
)
def test_a_reader_s_own_choice_wins(language: str, by: str, wanted: list[str]) -> None:
    assert in_order(reversed(wanted), collation(language, by)) == wanted
