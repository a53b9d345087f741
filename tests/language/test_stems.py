from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from desktop_app.language.stems import FORMS_APART, stem


def test_forms_of_a_word_have_one_stem() -> None:
    assert {stem(word) for word in ("sign", "signs", "signed", "signing")} == {"sign"}
    assert stem("universities") == stem("university")


def test_other_words_keep_apart() -> None:
    assert stem("new") != stem("news")
    assert stem("signal") != stem("sign")


def test_chinese_and_numbers_stay_as_they_are() -> None:
    assert [stem(word) for word in ("合作", "2021", "g20")] == ["合作", "2021", "g20"]


def test_threads_do_not_disturb_each_other() -> None:
    words = [f"{'a' * (number % 30)}signing" for number in range(20_000)]
    alone = [stem(word) for word in words]
    with ThreadPoolExecutor(4) as pool:
        for _ in range(4):
            assert list(pool.map(stem, words, chunksize=500)) == alone


def test_forms_begin_as_their_stem_does_or_are_known(shared_data: Path) -> None:
    words = {"skies", "skis", "happiness", "dying", "tying", "lying", "idly", "early", "only"}
    for file in (shared_data / "speeches-en").rglob("*.txt"):
        words.update(re.findall("[a-z]{3,}", file.read_text("utf-8").lower()))
    apart = {
        word for word in words if not word.startswith(stem(word)[: max(2, len(stem(word)) - 1)])
    }
    assert len(words) > 10_000
    assert apart <= set(FORMS_APART.values())
    assert all(stem(form) == root for root, form in FORMS_APART.items())
