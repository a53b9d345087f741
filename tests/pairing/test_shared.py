"""What several passages have in common, worked out for all beads at once and one by one."""

from __future__ import annotations

import pytest

from desktop_app.pairing.band import Band, band
from desktop_app.pairing.beads import MATCHING
from desktop_app.pairing.evidence import Evidence
from desktop_app.pairing.shared import Shared

ENGLISH = [{"a", "b"}, {"b", "c"}, set(), {"d"}, {"a", "d", "e"}, {"f"}, {"b"}, {"g", "a"}]
CHINESE = [[{"a"}, {"b", "x"}], [], [{"c", "d"}, {"e"}], [{"d"}], [{"f"}, {"g"}, {"y"}], [{"b"}]]


@pytest.fixture
def evidence() -> Evidence:
    chinese = [[frozenset(word) for word in words] for words in CHINESE]
    return Evidence([frozenset(keys) for keys in ENGLISH], chinese)


@pytest.mark.parametrize("first", [0, 2])
def test_all_beads_at_once_have_what_each_has_alone(evidence: Evidence, first: int) -> None:
    last = len(CHINESE)
    narrow = Band((first,) * (len(ENGLISH) + 1), (last,) * (len(ENGLISH) + 1))
    shared = Shared(evidence, narrow)
    compared = 0
    for row in range(1, len(ENGLISH) + 1):
        at_once = shared.of_beads(row, first, last)
        for number, bead in enumerate(MATCHING):
            for column in range(max(first, bead.chinese), last + 1):
                if bead.english <= row:
                    rows = range(row - bead.english, row)
                    alone = shared.between(rows, range(column - bead.chinese, column))
                    assert at_once[number, column - first] == pytest.approx(alone, abs=1e-6)
                    compared += 1
    assert compared > 150


def test_a_word_that_two_paragraphs_have_does_not_count_for_each(evidence: Evidence) -> None:
    shared = Shared(evidence, band(len(ENGLISH), len(CHINESE), {}))
    once, both = shared.between(range(1), range(1)), shared.between(range(2), range(1))
    assert once < both < once + shared.between(range(1, 2), range(1))
    assert both <= evidence.english[:2].sum() + evidence.chinese[:1].sum()
