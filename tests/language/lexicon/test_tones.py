"""Pinyin with numbers to pinyin with marks."""

from __future__ import annotations

import pytest

from desktop_app.language.lexicon.tones import with_marks


@pytest.mark.parametrize(
    ("numbered", "marked"),
    [
        ("he2 zuo4", "hé zuò"),
        ("jing1 ji4", "jīng jì"),
        ("nu:3", "nǚ"),
        ("Lu:3 shun4", "Lǚ shùn"),
        ("lu:e4", "lüè"),
        ("E2 luo2 si1", "É luó sī"),
        ("shui3", "shuǐ"),
        ("liu4", "liù"),
        ("kou3", "kǒu"),
        ("xiong2", "xióng"),
        ("hai2 r5", "hái r"),
        ("ma5", "ma"),
        ("xia4hai2", "xiàhái"),
        ("m2", "ḿ"),
        ("A Q zheng4 zhuan4", "A Q zhèng zhuàn"),
        ("", ""),
    ],
)
def test_the_mark_stands_over_the_vowel_of_the_standard(numbered: str, marked: str) -> None:
    assert with_marks(numbered) == marked
