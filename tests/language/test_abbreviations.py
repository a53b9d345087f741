"""Names are found by what people type in haste, in either language and by pinyin."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.language.abbreviations import Name
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.language.lexicon.saying import syllables_of


def name(text: str) -> Name:
    lexicon = Lexicon.open()
    return Name(text, lambda said: syllables_of(said, lexicon))


@pytest.mark.parametrize(
    ("typed", "text", "meant"),
    [
        ("open", "Open archive…", "Open"),
        ("opar", "Open archive…", "Opar"),
        ("oa", "Open archive…", "Oa"),
        ("archive open", "Open archive…", "Openarchive"),
        ("prll", "Parallel reading", "Prll"),
        ("打开", "打开档案库…", "打开"),
        ("打開檔案", "打开档案库…", "打开档案"),
        ("dakai", "打开档案库…", "打开"),
        ("dkdak", "打开档案库…", "打开档案库"),
        ("dàng'àn", "打开档案库…", "档案"),
        ("danganku", "開啟檔案庫", "檔案庫"),
        ("yinyue", "音乐", "音乐"),
        ("hangye", "行业", "行业"),
        ("lv", "旅行", "旅"),
        ("ckxml", "查看 XML", "查看XML"),
    ],
)
def test_what_fits(typed: str, text: str, meant: str) -> None:
    fit = name(text).fit(typed)
    assert fit is not None
    assert "".join(text[place] for place in fit.places) == meant


@pytest.mark.parametrize(
    ("typed", "text"),
    [("kaidai", "打开档案库"), ("nk", "打开档案库"), ("xyz", "Open archive…"),
     ("openx", "Open archive…"), ("关闭", "打开档案库"), ("nepo", "Open")],
)  # fmt: skip
def test_what_does_not_fit(typed: str, text: str) -> None:
    assert name(text).fit(typed) is None


def test_the_better_fit_scores_higher() -> None:
    texts = ("Find in this item", "Full screen", "Confirm this pair", "Import files…")
    scores = {text: fit.score for text in texts if (fit := name(text).fit("fi"))}
    assert sorted(scores, key=lambda text: -scores[text])[0] == "Find in this item"
    assert list(scores) == ["Find in this item", "Confirm this pair", "Import files…"]


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_typed_for_itself_and_nothing_breaks(typed: str, text: str) -> None:
    name(text).fit(typed)
    words = "".join(letter if letter.isalnum() else " " for letter in text[:20])
    assert name(words).fit(words) is not None or not words.strip()
