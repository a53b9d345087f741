"""What both versions of a story share, whatever their language."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.items import Origin
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.pairing.days import days
from desktop_app.pairing.names import chinese_names, english_names
from desktop_app.pairing.stored import row_of, traits_from
from desktop_app.pairing.terms import Kind, kinds
from desktop_app.pairing.traits import traits_of
from desktop_app.pairing.translating import Translator
from tests.material import item


@pytest.mark.parametrize(
    "text", ["on 31 August", "on Aug. 31", "August 31st, 2021", "8月31日", "2021-08-31"]
)
def test_a_day_is_the_same_in_both_languages(text: str) -> None:
    assert set(days(text)) == {"8-31"}


def test_what_is_no_day_is_none() -> None:
    assert list(days("May 32, 13月1日, version 2021-13-01, marching 7 decibels")) == []


def test_names_are_the_same_in_pinyin() -> None:
    english = set(english_names("President Wang Shuguo met Lu Guangxi of Xi'an Jiaotong."))
    assert {"wangshuguo", "luguangxi", "xian"} <= english
    assert {"wangshuguo", "luguangxi"} <= set(chinese_names("校长王树国会见卢光熙"))


def test_shared_terms_of_each_kind() -> None:
    translator = Translator(Lexicon.open())
    one = item(
        "one", "On August 31 Wang Shuguo signed 1.5 million contracts: cooperation with NASA."
    )
    other = item("two", "8月31日，王树国与NASA签署150万份合作协议。", language="zh")
    read = [traits_of(n, each, Origin("x"), translator) for n, each in enumerate((one, other))]
    assert read[0] is not None and read[1] is not None
    shared = np.intersect1d(read[0].terms, read[1].terms)
    assert {Kind(each) for each in kinds(shared)} == {
        Kind.LATIN, Kind.NUMBER, Kind.DAY, Kind.NAME, Kind.WORD,
    }  # fmt: skip


def test_traits_are_kept_as_they_are() -> None:
    read = traits_of(7, item(url="https://example.org/en/a"), Origin("a/b.md"), None)
    assert read is not None
    kept = traits_from(row_of(read))
    assert (kept.number, kept.day, kept.length) == (read.number, read.day, read.length)
    for name in ("own", "named", "neutral", "terms"):
        assert np.array_equal(getattr(kept, name), getattr(read, name))


def test_other_languages_have_none_and_long_texts_are_read_in_part() -> None:
    assert traits_of(1, item(language="ru"), Origin("x"), None) is None
    long = item(text="\n".join(f"Word{n} {n}" for n in range(200_000)))
    read = traits_of(1, long, Origin("x"), None)
    assert read is not None and len(read.terms) < 800
