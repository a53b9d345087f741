"""The lexicon with the file that the program carries."""

from __future__ import annotations

import pytest

from desktop_app.language.lexicon.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.open()


def test_an_entry_is_found_in_either_script_and_in_a_mixture(lexicon: Lexicon) -> None:
    found = [lexicon.entries(word) for word in ("经济", "經濟", "經济")]
    assert found[0] == found[1] == found[2]
    entry = found[0][0]
    assert (entry.traditional, entry.simplified) == ("經濟", "经济")
    assert entry.pinyin == "jīng jì"
    assert entry.senses == ("economy", "economic")


def test_words_come_before_surnames_and_variants(lexicon: Lexicon) -> None:
    assert [entry.pinyin for entry in lexicon.entries("女")] == ["nǚ", "rǔ"]
    assert lexicon.entries("后")[-1].senses == ("surname Hou",)


def test_the_reading_of_taiwan_is_told_apart(lexicon: Lexicon) -> None:
    entry = lexicon.entries("成熟")[0]
    assert (entry.pinyin, entry.taiwan) == ("chéng shú", "chéng shóu")
    assert not any("Taiwan pr." in sense for sense in entry.senses)


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("上海合作组织峰会", 0, "上海合作组织"),
        ("上海合作组织峰会", 2, "合作"),
        ("上海合作组织峰会", 6, "峰会"),
        ("總統大選", 0, "總統大選"),
        ("總统大選", 0, "總统大選"),
        ("在abc", 0, "在"),
    ],
)
def test_the_longest_word_is_found(lexicon: Lexicon, text: str, place: int, word: str) -> None:
    found = lexicon.longest_at(text, place)
    assert found is not None
    assert text[found.start : found.end] == word
    assert found.entries


@pytest.mark.parametrize("form", ["cooperate", "cooperation", "cooperating", "to cooperate",
                                  "co-operation", "Cooperation"])  # fmt: skip
def test_all_forms_of_an_english_word_lead_to_the_same(lexicon: Lexicon, form: str) -> None:
    assert lexicon.chinese_of(form)[0].word == "合作"


def test_british_spelling_is_found(lexicon: Lexicon) -> None:
    for british, american in (("labour", "labor"), ("defence", "defense"), ("centre", "center")):
        assert lexicon.chinese_of(british)[0].word == lexicon.chinese_of(american)[0].word


def test_weights_fall_and_lie_between_0_and_1(lexicon: Lexicon) -> None:
    for found in (lexicon.chinese_of("summit"), lexicon.english_of("制裁")):
        weights = [each.weight for each in found]
        assert weights == sorted(weights, reverse=True)
        assert 0 < weights[-1] <= weights[0] <= 1


@pytest.mark.parametrize(
    "hostile", ["", " ", "\ud800", "合作\udfff", "ק" * 3, "合" * 3_000_000, "a" * 10_000_000,
                "\0", "𠀀", "e\u0301" * 50, "\u202e合作", "=", "%s\t\n"]
)  # fmt: skip
def test_anything_may_be_looked_up(lexicon: Lexicon, hostile: str) -> None:
    lexicon.entries(hostile)
    lexicon.longest_at(hostile, 0)
    lexicon.longest_at(hostile, len(hostile) + 1)
    lexicon.longest_at(hostile, -1)
    lexicon.english_of(hostile)
    assert len(lexicon.chinese_of(hostile)) <= 20


def test_surnames_and_old_variants_come_last(lexicon: Lexicon) -> None:
    assert lexicon.english_of("王")[-1].word == "Wang"
    thou = {each.word: each.weight for each in lexicon.english_of("女")}
    assert thou["thou"] < 0.3 * thou["female"]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("UN", "联合国"), ("U.S.", "美国"), ("us", "我们"), ("NATO", "北约"), ("WHO", "世界卫生组织"),
     ("Beijing", "北京"), ("Putin", "普京"), ("security council", "安理会"), ("say", "说话")],
)  # fmt: skip
def test_names_acronyms_and_phrases_are_found(lexicon: Lexicon, english: str, chinese: str) -> None:
    assert lexicon.chinese_of(english)[0].word == chinese


def test_an_entry_that_only_points_elsewhere_has_the_meaning_of_that(lexicon: Lexicon) -> None:
    assert "Guangdong" in [each.word for each in lexicon.english_of("广东")]
    assert "广东" in [each.word for each in lexicon.chinese_of("Guangdong")]


def test_a_year_leads_to_nobody_who_lived_then(lexicon: Lexicon) -> None:
    assert lexicon.chinese_of("1990") == ()


def test_the_file_is_in_step_with_the_code_that_reads_it(lexicon: Lexicon) -> None:
    """Weights are kept gloss by gloss: whoever changes what a gloss is builds the file anew."""
    text = "".join(chr(code) for code in range(0x4E00, 0x9FA6, 9))
    for character in text:
        lexicon.english_of(character)  # raises where they differ
        for word in lexicon.beginning_with(character)[:5]:
            assert all(0 <= each.weight <= 1 for each in lexicon.english_of(word))
