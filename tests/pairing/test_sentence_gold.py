"""The sentences linked by hand, where the packages with their texts are installed."""

from __future__ import annotations

import pytest

from desktop_app.pairing.anchors import NoLexicon
from tests.alignment_gold import Score
from tests.sentence_gold import LinkedParagraph, linked_paragraphs, score_sentences

EN, ZH = "It rains. We stay at home.", "下雨了。我们待在家里。"


def scored(links: set[tuple[tuple[int, int], tuple[int, int]]]) -> Score:
    total = Score()
    score_sentences(LinkedParagraph("rain", EN, ZH, frozenset(links)), NoLexicon(), total)
    return total


def test_a_link_is_right_where_both_sides_begin_and_end_as_labelled() -> None:
    assert scored({((0, 9), (0, 4)), ((10, 26), (4, 11))}).f1 == 1
    cut_elsewhere = scored({((0, 9), (0, 5)), ((10, 26), (5, 11))})
    assert (cut_elsewhere.right, cut_elsewhere.found) == (0, 2)


def test_blind_sentences_are_found_as_well_as_the_readme_says() -> None:
    try:
        paragraphs = list(linked_paragraphs())
    except FileNotFoundError:
        pytest.skip("needs the Debian packages debian-faq, maint-guide and their zh-cn")
    total = Score()
    for one in paragraphs:
        score_sentences(one, NoLexicon(), total)
    assert total.gold == 287
    assert total.f1 > 0.94
