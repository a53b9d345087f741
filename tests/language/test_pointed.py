"""Which word one points at."""

from __future__ import annotations

import pytest

from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.language.pointed import pointed_at, selected, word_before, word_from

ZH = "西安交通大学签署合作协议。長城"
EN = "They signed a supply chain treaty; the bank grew."


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


@pytest.mark.parametrize(
    ("character", "word"),
    [("通", "西安交通大学"), ("署", "签署"), ("合", "合作"), ("作", "合作"), ("城", "長城")],
)
def test_any_character_of_a_chinese_word_stands_for_the_longest_word_over_it(
    lexicon: Lexicon, character: str, word: str
) -> None:
    found = pointed_at(lexicon, ZH, ZH.index(character))
    assert found is not None
    assert (found.word, ZH[found.start : found.end]) == (word, word)
    assert found.chinese


def test_the_reading_that_is_meant_is_told(lexicon: Lexicon) -> None:
    found = pointed_at(lexicon, EN, EN.index("grew"))
    assert found is not None
    grown = {entry.simplified: entry.pinyin for entry in found.entries}
    assert grown.get("长", "zhǎng") == "zhǎng"


def test_an_english_form_has_the_chinese_words_for_its_stem(lexicon: Lexicon) -> None:
    found = pointed_at(lexicon, EN, EN.index("signed") + 3)
    assert found is not None
    assert (found.word, found.chinese) == ("signed", False)
    # A verb's form: what is done goes before the thing.
    assert {entry.simplified for entry in found.entries[:2]} == {"签字", "签署"}


@pytest.mark.parametrize("word", ["supply", "chain"])
def test_a_phrase_of_the_dictionary_goes_before_its_words(lexicon: Lexicon, word: str) -> None:
    found = pointed_at(lexicon, EN, EN.index(word))
    assert found is not None
    assert found.word == "supply chain"
    assert [entry.simplified for entry in found.entries] == ["供应链"]


@pytest.mark.parametrize("place", [-1, ZH.index("。"), len(ZH)])
def test_what_is_no_letter_is_no_word(lexicon: Lexicon, place: int) -> None:
    assert pointed_at(lexicon, ZH, place) is None


def test_one_steps_from_word_to_word_over_what_is_none(lexicon: Lexicon) -> None:
    place, words = 0, []
    while (found := word_from(lexicon, ZH, place)) is not None:
        words.append(found.word)
        place = found.end
    assert words == ["西安交通大学", "签署", "合作", "协议", "長城"]
    back = word_before(lexicon, ZH, ZH.index("長"))
    assert back is not None
    assert back.word == "协议"
    assert word_before(lexicon, ZH, 0) is None


def test_a_selection_is_a_word_or_its_words(lexicon: Lexicon) -> None:
    assert [each.word for each in selected(lexicon, " 合作 ")] == ["合作"]
    assert [each.word for each in selected(lexicon, "signed")] == ["signed"]
    assert [each.word for each in selected(lexicon, "签署合作协议")] == ["签署", "合作", "协议"]
