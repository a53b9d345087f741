from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.archive import Archive
from desktop_app.language.display_width import display_width
from desktop_app.language.folding import fold
from desktop_app.language.stems import stem
from desktop_app.language.tokens import HAN, WORD
from desktop_app.language.variants import variants
from desktop_app.speeches.concordance import Concordance, concordance, one_line
from desktop_app.speeches.key_words import Forms
from desktop_app.speeches.line_order import KEYS


def never() -> bool:
    return False


class PlainShelf:
    """Implements `Shelf`: texts in a list, numbered from 1; all spoken by ``speakers``."""

    def __init__(self, texts: list[str], speakers: list[str] | None = None) -> None:
        self._texts = texts
        self._speakers = speakers or []

    def texts(self, numbers):  # noqa: ANN001, ANN201
        return [(number, self._texts[number - 1]) for number in numbers]

    def about(self, numbers):  # noqa: ANN001, ANN201
        return [(n, (f"i{n}", f"T{n}", f"20{n % 7:02d}-01-01", "S")) for n in numbers]

    def spoken(self, numbers):  # noqa: ANN001, ANN201
        for n in numbers:
            if n <= len(self._speakers):
                yield n, 0, len(self._texts[n - 1]), self._speakers[n - 1]


def lines_of(texts: list[str], *words: str, speakers: list[str] | None = None) -> Concordance:
    wanted = [Forms((word,), bool(HAN.match(word)), variants(word)) for word in words]
    numbers = list(range(1, len(texts) + 1))
    return concordance(PlainShelf(texts, speakers), numbers, wanted, None, never)


def units(text: str) -> list[str]:
    found = [*WORD.finditer(text), *re.finditer(HAN.pattern.removesuffix("+"), text)]
    return [each.group() for each in sorted(found, key=re.Match.start)]


def _within_a_word(text: str, start: int, end: int) -> bool:
    """Whether letters stand beside, folded as the index has them: ℃oil is the word °coil."""
    beside = (fold(text[:start])[-1:], fold(text[end:])[:1])
    return any(WORD.fullmatch(each) for each in beside)


TEXTS = st.lists(st.text(st.sampled_from("oil Oil gas,合作国\nﬁ℃ "), max_size=30), min_size=1)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["oil", "合作", "国"]))
@example(["℃Oil", "oilﬁ", "oil℃"], "oil")
def test_every_place_is_found_as_a_plain_scan_finds_it(texts: list[str], word: str) -> None:
    found = lines_of(texts, word).lines(0, 1000, 10)
    expected = [
        (number, *each.span())
        for number, text in enumerate(texts, 1)
        for each in re.finditer(word, text, re.IGNORECASE)
        if HAN.match(word) or not _within_a_word(text, *each.span())
    ]
    assert [(line.number, line.start, line.end) for line in found] == expected


@settings(deadline=None)
@given(TEXTS, st.integers(0, 12))
def test_contexts_are_what_stands_beside_in_so_many_columns(texts: list[str], width: int) -> None:
    for line in lines_of(texts, "oil").lines(0, 1000, width):
        text = texts[line.number - 1]
        assert one_line(text[: line.start]).endswith(line.left)
        assert one_line(text[line.end :]).startswith(line.right)
        assert line.key.lower() == "oil"
        assert "\n" not in line.left + line.right
        assert max(display_width(line.left), display_width(line.right)) <= width
        assert line.paragraph == text[: line.start].count("\n")


@settings(deadline=None)
@given(TEXTS, st.lists(st.sampled_from(KEYS), max_size=3))
def test_lines_are_sorted_by_what_stands_beside_and_stable(texts: list[str], by: list[str]) -> None:
    speakers = [f"P{n % 3}" for n in range(len(texts))]
    unsorted = lines_of(texts, "oil", speakers=speakers)
    lines = unsorted.lines(0, 1000, 10)

    def key(line):  # noqa: ANN001, ANN202
        text = fold(texts[line.number - 1])
        before, after = units(text[: line.start]), units(text[line.end :])
        sides = {"L": [*before[::-1], "", "", ""], "R": [*after, "", "", ""]}
        told, further = [], []
        for each in by:
            if each in ("date", "speaker"):
                told.append(getattr(line, each))
            else:
                place = int(each[1])
                told.append(sides[each[0]][place - 1])
                further += sides[each[0]][place:3]
        return told + further

    if any("ﬁ" in text or "℃" in text for text in texts):
        return  # folding moves places; that they are found right is tested above
    assert unsorted.sorted(by, never).lines(0, 1000, 10) == sorted(lines, key=key)


def test_traditional_characters_are_found_as_simplified_ones_are() -> None:
    found = lines_of(["两国合作", "兩國合作，兩国", "國"], "两国").lines(0, 9, 10)
    assert [(line.number, line.key) for line in found] == [(1, "两国"), (2, "兩國"), (2, "兩国")]


def test_several_words_share_no_place() -> None:
    found = lines_of(["中国合作与合作"], "国合作", "合作").lines(0, 9, 10)
    assert [line.key for line in found] == ["国合作", "合作"]


def test_speakers_are_told_in_their_statements_alone(real_archive: Archive) -> None:
    lines = real_archive.words.concordance("peace").lines(0, 500, 30)
    told = [line for line in lines if line.speaker]
    assert told
    for line in told:
        said = [
            each
            for each in real_archive.item(line.item).statements
            if each.start <= line.start and line.end <= each.end
        ]
        assert line.speaker in {each.speaker for each in said}


@pytest.mark.parametrize("word", ["合作", "经济", "peace", "nation", "的", "year"])
def test_real_texts_give_what_a_plain_scan_gives(real_archive: Archive, word: str) -> None:
    def is_meant(other: str) -> bool:
        return other == word if HAN.match(word) else other.isascii() and stem(other) == stem(word)

    pattern = re.compile(word) if HAN.match(word) else WORD
    expected = sum(
        is_meant(found)
        for item in real_archive.items()
        for found in pattern.findall(fold(item.text))
    )
    found = real_archive.words.concordance(word)
    assert expected > 10
    assert len(found) == expected


def test_a_phrase_is_found_where_it_stands(real_archive: Archive) -> None:
    found = real_archive.words.concordance('"united states"')
    expected = sum(
        len(re.findall(r"\bunited[\W_]+states\b", paragraph.lower()))
        for item in real_archive.items()
        for paragraph in item.paragraphs
    )
    assert len(found) == expected > 10


def test_filters_choose_the_items(real_archive: Archive) -> None:
    found = real_archive.words.concordance("peace kind:speech date:1961")
    lines = found.lines(0, len(found), 20)
    assert {line.date[:4] for line in lines} == {"1961"}
    assert 0 < len(found) < len(real_archive.words.concordance("peace"))


def test_only_what_a_speaker_says_after_their_name(real_archive: Archive) -> None:
    found = real_archive.words.concordance("speaker:Kennedy said:peace")
    lines = found.lines(0, len(found), 20)
    assert lines
    assert {line.speaker for line in lines} == {"John F. Kennedy"}
