"""Words from the news, both ways: what a news desk would take first is near the top.

`tests/gold/lexicon` lists them. The weights were set looking at the half called "tune";
"report" was written before any of its words had been looked up, and so, later, was "blind",
60 words each way that no rule and no weight was changed for since.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.language.lexicon.glosses import words_of
from desktop_app.language.lexicon.lexicon import Lexicon
from desktop_app.language.lexicon.weights import stems

_GOLD = Path(__file__).parents[2] / "gold" / "lexicon"


def listed(name: str, half: str) -> Iterator[tuple[str, str]]:
    for line in (_GOLD / f"{name}.tsv").read_text("utf-8").splitlines():
        if line.startswith(half):
            _half, word, wanted = line.split("\t")
            yield word, wanted


def ranks_of_chinese(half: str) -> list[int]:
    """Where the first wanted translation of each English word stands; 99 for nowhere."""
    found = []
    for word, wanted in listed("english", half):
        got = [each.word for each in Lexicon.open().chinese_of(word)]
        found.append(min((got.index(one) for one in wanted.split() if one in got), default=99))
    return found


def ranks_of_english(half: str) -> list[int]:
    """The same the other way, word forms alike."""
    found = []
    for word, wanted in listed("chinese", half):
        got = [stems(words_of(each.word)) for each in Lexicon.open().english_of(word)]
        asked = [stems(words_of(one)) for one in wanted.split(";")]
        found.append(min((got.index(one) for one in asked if one in got), default=99))
    return found


@pytest.mark.parametrize("ranks", [ranks_of_chinese, ranks_of_english])
@pytest.mark.parametrize(
    ("half", "first", "third"), [("tune", 0.9, 1), ("report", 0.85, 0.9), ("blind", 0.85, 0.95)]
)
def test_the_word_of_the_news_desk_is_near_the_top(
    ranks: object, half: str, first: float, third: float
) -> None:
    assert callable(ranks)
    found = ranks(half)
    assert sum(rank == 0 for rank in found) >= first * len(found)
    assert sum(rank < 3 for rank in found) >= third * len(found)
