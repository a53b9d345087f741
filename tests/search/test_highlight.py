from __future__ import annotations

import random
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.language.stems import stem
from desktop_app.language.tokens import HAN, tokens
from desktop_app.search.highlight import Highlighter
from desktop_app.search.query import parse


def highlighter(query: str) -> Highlighter:
    return Highlighter.of(parse(query).node)


def marked(query: str, text: str, part: str = "body") -> list[str]:
    return [text[a:b] for a, b, _term in highlighter(query).in_part(part, text)]


def test_matches_are_marked_in_the_script_they_are_written_in() -> None:
    assert marked("国际", "國際新聞，国际新闻") == ["國際", "国际"]
    assert marked("g20", "Ｇ２０峰会 ½ g20") == ["Ｇ２０", "g20"]


def test_a_phrase_is_one_mark() -> None:
    assert marked('"prime minister"', "The Prime Minister said: prime time") == ["Prime Minister"]
    assert marked("高质量发展", "推动高质量发展。质量发展") == ["高质量发展"]


def test_marks_of_words_that_overlap_meet() -> None:
    assert marked("高质量 质量发展", "推动高质量发展") == ["高质量", "发展"]


def test_a_lone_character_is_marked_inside_words() -> None:
    assert marked("国", "中国和法国") == ["国", "国"]


def test_all_forms_of_a_word_are_marked_unless_one_is_asked_for() -> None:
    text = "He signed, signs and is signing a signal. Sign!"
    assert marked("sign", text) == ["signed", "signs", "signing", "Sign"]
    assert marked("signing", text) == ["signed", "signs", "signing", "Sign"]
    assert marked("=sign", text) == ["Sign"]
    assert marked('"sign"', text) == ["Sign"]


def test_words_are_whole() -> None:
    assert marked("oil", "oil oily turmoil oil_rig 石油oil价") == ["oil", "oil", "oil"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harb*", ["harbor", "Harbour", "harbored"]),
        ("harbo?r", ["Harbour"]),
        ("h*r", ["harbor", "Harbour"]),
        ("*ored", ["harbored"]),
        ("=harbor", ["harbor"]),
        ("harbor~", ["harbor", "Harbour"]),
        ("harbor~2", ["harbor", "Harbour", "harbored"]),
        ("hrbor~", ["harbor"]),
    ],
)
def test_words_of_a_form_or_nearly(query: str, found: list[str]) -> None:
    assert marked(query, "The harbor, the Harbour harbored arbiters.") == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"oil prices"~1', ["prices", "oil"]),
        ('"oil prices"~0', []),
        ('"oil prices"~4', ["oil", "prices", "oil"]),
        ('"石油 美国"~9', []),
        ('"oil oil"~7', ["oil", "oil"]),
        ('"oil oil"~5', []),
        ('"prices prices"~99', []),
    ],
)
def test_words_near_each_other(query: str, found: list[str]) -> None:
    text = "Oil was dear when steel prices of oil fell."
    assert [each.lower() for each in marked(query, text)] == found


def test_chinese_near_each_other() -> None:
    text = "中国与欧盟加强合作。中国发展很快，各方都说合作"
    assert marked('"合作 中国"~6', text) == ["中国", "合作", "中国"]


def test_a_name_found_by_its_sound_is_marked_in_titles_and_speakers() -> None:
    title = "校长王树国出席，汪書國"
    assert marked("wangshuguo", title, "title") == ["王树国", "汪書國"]
    assert marked("wang shuguo", title, "title") == ["王树国", "汪書國"]
    assert marked("wangshuguo", title, "speaker") == ["王树国", "汪書國"]
    assert marked("wangshuguo", title, "body") == []
    assert marked("zengguofan", "曾国藩传", "title") == ["曾国藩"]


def test_excluded_words_mark_nothing() -> None:
    assert marked("oil -gas -(steel OR coal)", "oil gas steel coal") == ["oil"]


def test_fields_are_marked_where_they_are_read() -> None:
    query = "oil title:price body:gas caption:ship speaker:smith said:war"
    text = "oil price gas ship smith war"
    assert marked(query, text, "title") == ["oil", "price"]
    assert marked(query, text, "body") == ["oil", "gas", "smith", "war"]
    assert marked(query, text, "caption") == ["oil", "ship"]
    assert marked(query, text, "speaker") == ["smith"]
    assert marked(query, text, "said") == ["war"]


def test_terms_are_counted_over_the_query() -> None:
    spans = highlighter("oil title:price").in_title("Oil price")
    assert [span.term for span in spans] == [0, 1]


PIECES = ["中国", "国", "美国人", "oil", "Prices", "國際", "，", " ", "_", "g20", "。\n", "İ", "℃"]


def by_tokens(phrase: str, text: str) -> bool:
    """Whether the tokens of `phrase` stand in `text` at their distances."""
    wanted, stream = list(tokens(phrase)), list(tokens(text))
    first = wanted[0].position
    have = {(token.text, token.position) for token in stream}
    return any(
        all((w.text, t.position + w.position - first) in have for w in wanted)
        for t in stream
        if t.text == wanted[0].text
    )


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join),
)
def test_phrases_are_marked_where_the_index_finds_them(text: str, phrase: str) -> None:
    wanted = list(tokens(phrase))
    if not wanted or (len(wanted) == 1 and len(wanted[0].text) == 1 and HAN.match(wanted[0].text)):
        return
    spans = highlighter(f'"{phrase}"').in_body(text)
    assert bool(spans) == by_tokens(phrase, text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(by_tokens(phrase, text[start:end]) for start, end, _term in spans)


def test_every_word_of_real_texts_is_found_by_its_stem(shared_data: Path) -> None:
    files = sorted((shared_data / "speeches-en").rglob("*.txt"))[::10]
    words = set(re.findall(r"[a-z]+", " ".join(f.read_text("utf-8") for f in files).lower()))
    for word in random.Random(3).sample(sorted(words), 1500):
        assert marked(word, f"x {word} y") == [word]
        for other in (word + "s", word + "ed", word + "ing"):
            assert (marked(other, word) == [word]) == (stem(other) == stem(word))


def test_a_pasted_text_is_no_trouble() -> None:
    words = " ".join(f"word{number}" for number in range(5000))
    assert len(highlighter(words).in_body(words * 2)) > 100
