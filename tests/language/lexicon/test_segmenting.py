"""Chinese text parted into the words of the lexicon."""

from __future__ import annotations

import pytest

from desktop_app.language.lexicon.lexicon import Lexicon


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in Lexicon.open().words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("上海合作组织成员国元首理事会会议", "上海合作组织 成员国 元首 理事会 会议"),
        ("研究生命起源", "研究 生命 起源"),
        ("结婚的和尚未结婚的", "结婚 的 和 尚未 结婚 的"),
        ("發展中國家", "發展中國家"),
        ("發展中国家", "發展中国家"),
        ("關稅壁壘，貿易戰。", "關稅壁壘 貿易戰"),
        ("他买了3D打印机和T恤", "他 买 了 3D打印机 和 T恤"),
        ("USA is no word, 但是这是", "但是 这 是"),
        ("", ""),
        ("\ud800合作\u202e", "合作"),
    ],
)
def test_the_likeliest_words_are_found(text: str, words: str) -> None:
    assert parted(text) == words.split()


def test_a_stretch_without_an_end_is_parted_in_bounded_time() -> None:
    assert parted("合作" * 50_000)[:3] == ["合作"] * 3


@pytest.mark.parametrize(
    ("place", "word"),
    [(0, "今天"), (2, None), (3, "合作"), (4, "合作"), (5, "组织"), (7, "峰会"), (9, None)],
)
def test_the_word_under_a_character_is_found_from_its_middle_too(
    place: int, word: str | None
) -> None:
    text = "今天，合作组织峰会"
    found = Lexicon.open().word_at(text, place)
    assert (text[found.start : found.end] if found else None) == word
