"""Floors under the score on the labelled items, a little below what was reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.importing.formats.saved_text import SavedText
from desktop_app.speeches.statements import statements_of
from tests.importing.reading import read_one
from tests.material import item
from tests.statement_gold import labelled, score

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"


@pytest.mark.parametrize("half", ["seen", "unseen"])
@pytest.mark.parametrize(("quoted", "floor"), [(True, 0.95), (False, 0.90)])
def test_statements_are_those_a_person_labelled(half: str, quoted: bool, floor: float) -> None:
    items = [
        each for each in labelled("en", SHARED if SHARED.is_dir() else None) if each.half == half
    ]
    got = score(items, statements_of, quoted)
    wrong = got.wrong if half == "seen" else ["not to be looked at"]
    assert got.f1 >= floor, wrong
    assert got.speaker >= 0.85, wrong


def test_both_halves_are_large_enough_to_mean_something() -> None:
    counts = {
        half: sum(len(each.statements) for each in labelled("en", None) if each.half == half)
        for half in ("seen", "unseen")
    }
    assert min(counts.values()) >= 100


def test_the_projects_own_page(shared_data: Path) -> None:
    expected = json.loads((shared_data / "seed" / "expected.json").read_text("utf-8"))["statements"]
    page = read_one(SavedText(), shared_data / "seed" / "xjtu-paristech-2021-08-31.txt")
    found = statements_of(item(text="\n".join(page.paragraphs)))
    assert len(found) == len(expected)
    for one, stated in zip(found, expected, strict=True):
        assert one.text.startswith(stated["starts"])
        assert (one.speaker, one.quoted) == (stated["speaker"], stated["quoted"])
        assert one.role == stated.get("role", one.role)
