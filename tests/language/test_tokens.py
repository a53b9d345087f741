from __future__ import annotations

from desktop_app.language.detect import detect_language
from desktop_app.language.tokens import tokens


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def test_chinese_runs_become_overlapping_pairs() -> None:
    assert words("西安交大") == ["西安", "安交", "交大"]


def test_a_lone_chinese_character_stands_for_itself() -> None:
    assert words("好, 我") == ["好", "我"]


def test_latin_words_stay_whole_beside_chinese() -> None:
    assert words("在Xi'an的G20峰会")[:3] == ["在", "xi", "an"]
    assert "g20" in words("在Xi'an的G20峰会")


def test_traditional_text_gives_the_tokens_of_simplified() -> None:
    assert words("國際合作") == words("国际合作")


def test_pairs_of_two_runs_are_not_neighbours() -> None:
    first, second = tokens("中国，美国")
    assert second.position - first.position == 2


def test_tokens_know_their_place_in_the_text() -> None:
    text = "The 國際 trade"
    assert [text[token.start : token.end] for token in tokens(text)] == ["The", "國際", "trade"]


def test_language_is_told_by_script() -> None:
    assert detect_language("西安交通大学欢迎 ParisTech 的学生") == "zh"
    assert detect_language("Welcome to Xi'an Jiaotong University 西安") == "en"
    assert detect_language("") == "en"
