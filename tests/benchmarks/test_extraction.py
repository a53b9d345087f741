"""The figures of the extraction benchmark, and how it counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.extraction import facts_right, load, mean, read_item, score


@pytest.mark.parametrize(
    ("found", "expected", "precision", "recall"),
    [
        ("a b c d e", "a b c d e", 1.0, 1.0),
        ("a b c d e f", "a b c d e", 2 / 3, 1.0),
        ("a b", "a b", 1.0, 1.0),
        ("", "a b c d", 0.0, 0.0),
        ("", "", 1.0, 1.0),
        ("a a a a a", "a a a a", 0.5, 1.0),
    ],
)
def test_runs_of_four_words_are_counted(
    found: str, expected: str, precision: float, recall: float
) -> None:
    got = score(found, expected)
    assert (got.precision, got.recall) == (precision, recall)


def test_what_the_real_pages_state_is_found(shared_data: Path) -> None:
    pages, gold = load(shared_data / "pages-en")
    items = {name: read_item(page) for name, page in pages.items()}
    assert len(items) == 91 and all(item.title and item.paragraphs for item in items.values())
    texts = [score("\n".join(items[name].paragraphs), gold[name]) for name in pages]
    assert mean(texts).f1 >= 0.975  # trafilatura 2.3.1 alone has 0.9646, 0.9751 at its best
    right = facts_right(items)
    assert right["titles"] == (91, 91)
    assert right["dates"][0] >= 84 and right["dates"][1] == 88
    assert right["captions"][0] >= 53 and right["captions"][1] == 54
    assert right["captions given"][0] * 100 >= right["captions given"][1] * 95
    for item in items.values():
        text = "\n".join(item.paragraphs)
        for link in item.links:
            assert 0 <= link.start < link.end <= len(text)
            assert text[link.start : link.end].strip() and "\n" not in text[link.start : link.end]
