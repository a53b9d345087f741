"""The alignment beside links labelled by hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from desktop_app.pairing.align import align
from tests.alignment_gold import Score, labelled, pairs, score
from tests.alignment_texts import Texts, declarations, posts


def scored(texts: Iterable[Texts]) -> Score:
    total = Score()
    for one, en, zh in texts:
        score(total, one, en, zh, align(en, zh))
    return total


def test_links_between_posts_of_a_blog_are_found(shared_data: Path) -> None:
    total = scored(posts(shared_data))
    assert total.gold > 600 and total.f1 > 0.95, total.wrong


def test_links_between_declarations_are_found_in_both_scripts() -> None:
    total = scored(declarations())
    assert total.gold > 170 and total.f1 > 0.95, total.wrong


@pytest.mark.parametrize("name", ["karmada", "linux-doc", "udhr"])
def test_labels_name_each_paragraph_once(name: str) -> None:
    for one in labelled(f"{name}.jsonl"):
        for side in (0, 1):
            places = [place for link in one.links for place in link[side]]
            assert places == list(range(len(places)))


def test_runs_and_blocks_are_written_shortly() -> None:
    assert list(pairs("3..4=5..6")) == [((3,), (5,)), ((4,), (6,))]
    assert list(pairs("7-8=9")) == [((7, 8), (9,))]
    assert list(pairs("=0-1")) == [((), (0, 1))]
