"""Floors under the score on the labelled items, a little below what was reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.speeches.statements import statements_of
from tests.statement_gold import labelled, score

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"


@pytest.mark.parametrize(
    ("half", "quoted", "floor"),
    [("seen", True, 0.96), ("seen", False, 0.95), ("unseen", True, 0.90), ("unseen", False, 0.93)],
)
def test_statements_are_those_a_person_labelled(half: str, quoted: bool, floor: float) -> None:
    shared = SHARED if SHARED.is_dir() else None
    got = score(
        [each for each in labelled("zh", shared) if each.half == half], statements_of, quoted
    )
    wrong = got.wrong if half == "seen" else ["not to be looked at"]
    assert got.f1 >= floor, wrong
    assert got.speaker >= 0.90, wrong


def test_enough_is_labelled_to_mean_something() -> None:
    assert sum(len(each.statements) for each in labelled("zh", None)) >= 200
