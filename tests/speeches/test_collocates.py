from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.archive import Archive
from desktop_app.language.tokens import HAN, tokens
from desktop_app.search.figures import By
from desktop_app.speeches.collocates import collocates
from desktop_app.speeches.key_words import Forms
from desktop_app.speeches.word_counts import count_words
from desktop_app.word_use import TrendFilter
from tests.speeches.test_concordance import PlainShelf, never

TEXTS = st.lists(st.text(st.sampled_from("oil gas up 合作国家\n,"), max_size=40), min_size=1)


def near(texts: list[str], word: str, span: int) -> Counter[str]:
    """The tokens near `word`, counted one paragraph and one token at a time."""
    found: Counter[str] = Counter()
    for text in texts:
        for paragraph in text.split("\n"):
            own = list(tokens(paragraph))
            keys = [(t.start, t.end) for t in own if t.text == word]
            if HAN.match(word):
                keys, at = [], paragraph.find(word)
                while at >= 0:
                    keys.append((at, at + len(word)))
                    at = paragraph.find(word, at + len(word))
            places = set()
            for start, end in keys:
                before = [k for k, t in enumerate(own) if t.end <= start]
                after = [k for k, t in enumerate(own) if t.start >= end]
                places |= {*before[-span:], *after[:span]}
            for k in places:
                if not any(own[k].start < end and start < own[k].end for start, end in keys):
                    found[own[k].text] += 1
    return found


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["oil", "合作", "国"]), st.integers(1, 4))
def test_neighbours_are_those_of_counting_token_by_token(
    texts: list[str], word: str, span: int
) -> None:
    asked: list[str] = []

    def frequencies(words):  # noqa: ANN001, ANN202
        asked.extend(words)
        return np.full(len(words), 1000), 10**9, 10**9

    key = Forms((word,), chinese=bool(HAN.match(word)))
    numbers = list(range(1, len(texts) + 1))
    found = collocates(PlainShelf(texts), numbers, [key], span, frequencies, never)
    expected = {other: count for other, count in near(texts, word, span).items() if count >= 3}
    assert {each.word: each.near for each in found} == expected
    assert set(asked) == set(expected)


@settings(deadline=None)
@given(TEXTS)
def test_tokens_are_those_of_the_index(texts: list[str]) -> None:
    expected = Counter(token.text for text in texts for token in tokens(text))
    assert count_words(texts).counts == dict(expected)


def test_collocates_of_a_real_word(real_archive: Archive) -> None:
    found = {each.word: each for each in real_archive.words.collocates("united")}
    strongest = next(iter(found.values()))
    assert strongest.word == "states"
    assert strongest.mutual_information > 5
    assert strongest.near <= strongest.everywhere
    assert all(each.log_likelihood > 0 for each in found.values())
    chinese = [each.word for each in real_archive.words.collocates("合作")[:10]]
    assert {"领域", "互利"} <= set(chinese)


def test_keyness_of_a_speaker_against_all_others(real_archive: Archive) -> None:
    told = real_archive.words.speaker_keyness("Eisenhower")
    by_word = {each.word: each for each in told}
    assert by_word["1953"].log_likelihood > 10.83
    assert by_word["1953"].share > by_word["1953"].other_share
    assert told[0].log_likelihood >= told[-1].log_likelihood


def test_keyness_of_items_against_all_others(real_archive: Archive) -> None:
    told = real_archive.words.keyness("kind:speech")
    congress = next(each for each in told if each.word == "congress")
    assert congress.log_likelihood > 10.83
    assert 0 < congress.own <= congress.everywhere
    assert all(each.log_likelihood >= 0 or each.share < each.other_share for each in told)


@pytest.mark.parametrize("word", ["经济", "peace", '"united states"'])
def test_a_trend_counts_the_items_a_scan_finds(real_archive: Archive, word: str) -> None:
    found = real_archive.words.trend([word], By.MONTH)
    items = real_archive.items_by_number(real_archive.search(word).numbers[:])
    expected = Counter(f"{item.date:%Y-%m}" for item in items if item.date)
    assert expected
    assert {p: n for p, n in zip(found.periods, found.rows[0], strict=True) if n} == expected
    everything = Counter(f"{item.date:%Y-%m}" for item in real_archive.items() if item.date)
    assert dict(zip(found.periods, found.items, strict=True)) == everything


def test_a_speakers_trend_counts_what_the_speaker_says(real_archive: Archive) -> None:
    name = "John F. Kennedy"
    found = real_archive.words.trend(["peace", "vietnam"], By.YEAR, TrendFilter(speaker=name))
    own = [item for item in real_archive.items() if name in {s.speaker for s in item.statements}]
    expected = Counter(str(item.date.year) for item in own if item.date)
    assert dict(zip(found.periods, found.items, strict=True)) == expected
    said = Counter(
        str(item.date.year)
        for item in own
        if item.date
        and any("peace" in s.text.lower() for s in item.statements if s.speaker == name)
    )
    assert {p: n for p, n in zip(found.periods, found.rows[0], strict=True) if n} == said


def test_any_name_of_a_person_will_do(real_archive: Archive) -> None:
    full = real_archive.words.trend(["peace"], By.YEAR, TrendFilter(speaker="John F. Kennedy"))
    short = real_archive.words.trend(["peace"], By.YEAR, TrendFilter(speaker="kennedy"))
    assert full == short
    nobody = real_archive.words.trend(["peace"], By.YEAR, TrendFilter(speaker="Nobody Whosoever"))
    assert nobody.periods == ()
