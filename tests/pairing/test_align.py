"""Which paragraphs and sentences of two texts belong together."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop_app.errors import Cancelled
from desktop_app.pairing.align import align, align_sentences, sentences
from desktop_app.pairing.anchors import NoLexicon
from desktop_app.pairing.links import Link

ENGLISH = (
    "Wang Shuguo welcomed 120 guests to Xi'an on August 31.",
    "The harbour took in 30,000 tonnes of coal, as much as in all of 2019.",
    "“We shall build a second quay,” Li said.",
    "It will cost $4.5 million.",
)
CHINESE = (
    "8月31日，王树国在西安欢迎了120位来宾。",
    "港口接收了3万吨煤炭，相当于2019年全年的数量。",
    "李说：“我们将建第二个码头。”它将耗资450万美元。",
)


FEW = {"合作": "cooperation", "河流": "river", "学校": "school", "医院": "hospital"}


class Few:
    """A dictionary of a few words."""

    def english_of(self, chinese: str, /) -> Sequence[tuple[str, float]]:
        """The one word known, if any."""
        return [(FEW[chinese], 1.0)] if chinese in FEW else []


def linked(links: Sequence[Link]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(each.en, each.zh) for each in links]


def test_paragraphs_are_linked_by_numbers_names_and_length() -> None:
    assert linked(align(ENGLISH, CHINESE)) == [((0,), (0,)), ((1,), (1,)), ((2, 3), (2,))]


def test_what_only_one_side_has_stands_alone() -> None:
    chinese = (*CHINESE[:1], "编者按：本文由本报记者根据现场录音整理，未经本人审阅。", *CHINESE[1:])
    assert linked(align(ENGLISH, chinese)) == [
        ((0,), (0,)),
        ((), (1,)),
        ((1,), (2,)),
        ((2, 3), (3,)),
    ]


def test_every_paragraph_is_in_one_link_in_its_order() -> None:
    for english, chinese in ((ENGLISH, CHINESE), (ENGLISH, ()), ((), CHINESE), ((), ())):
        links = align(english, chinese)
        assert [place for each in links for place in each.en] == list(range(len(english)))
        assert [place for each in links for place in each.zh] == list(range(len(chinese)))
        assert all(0 <= each.score <= 1 for each in links)


def test_a_lexicon_tells_apart_what_is_alike_in_all_else() -> None:
    english = ("The new hospital opens.", "The new school opens.", "The river rises.")
    chinese = ("学校开学", "河流上涨")
    found = linked(align(english, chinese, Few()))
    assert found == [((0,), ()), ((1,), (0,)), ((2,), (1,))]


def test_traditional_characters_and_full_width_digits_are_read_too() -> None:
    chinese = ("８月３１日，王樹國在西安歡迎了１２０位來賓。", *CHINESE[1:])
    assert align(ENGLISH, chinese)[0] == align(ENGLISH, CHINESE)[0]


def test_sentences_are_given_as_code_points_of_their_paragraphs() -> None:
    [*_, last] = align(ENGLISH, CHINESE)
    found = align_sentences(last, ENGLISH, CHINESE)
    said = [
        (
            [ENGLISH[each.paragraph][each.start : each.end] for each in one.en],
            [CHINESE[each.paragraph][each.start : each.end] for each in one.zh],
        )
        for one in found
    ]
    assert said == [
        (["“We shall build a second quay,” Li said."], ["李说：“我们将建第二个码头。”"]),
        (["It will cost $4.5 million."], ["它将耗资450万美元。"]),
    ]


@pytest.mark.parametrize("paragraph", ["", "   ", "\n", "。。。", "no mark at all", " a. B.  "])
def test_sentences_leave_out_only_spaces(paragraph: str) -> None:
    spans = list(sentences(paragraph, 7))
    kept = "".join(paragraph[each.start : each.end] for each in spans)
    assert "".join(kept.split()) == "".join(paragraph.split())
    assert all(each.paragraph == 7 and each.start < each.end for each in spans)


def test_long_texts_keep_in_step_over_a_gap_wider_than_the_band() -> None:
    english = [f"Entry {number} was written by clerk {number * 7}." for number in range(3_000)]
    chinese = [f"第{number}条由{number * 7}号书记员写成。" for number in range(3_000)]
    del chinese[1_000:1_500]
    found = {each.en[0]: each.zh for each in align(english, chinese) if len(each.en) == 1}
    assert all(found[number] == (number,) for number in range(950))
    assert all(found[number] == (number - 500,) for number in range(1_550, 3_000))


def test_texts_of_very_unlike_length_are_aligned_too() -> None:
    links = align(ENGLISH, ["港口 30,000"] * 5_000)
    assert sum(len(each.zh) for each in links) == 5_000


def test_an_alignment_can_be_cancelled() -> None:
    asked = iter([False] * 6)
    with pytest.raises(Cancelled):
        align(ENGLISH, CHINESE, NoLexicon(), lambda: next(asked, True))


@pytest.mark.parametrize("hostile", ["\x00\ud800", "9" * 100_000, "的" * 100_000, "Aa" * 50_000])
def test_hostile_paragraphs_do_no_harm(hostile: str) -> None:
    links = align([hostile, *ENGLISH], [*CHINESE, hostile])
    assert sum(len(each.en) for each in links) == 5
