"""The benchmark of pairs, on the texts checked by hand alone."""

from __future__ import annotations

import pytest

from desktop_app.pairing.scoring import FEATURES
from tests.benchmarks.pairing import Material, gold_items, shelves
from tests.benchmarks.pairing_fit import fit
from tests.benchmarks.pairing_growth import growth

GOLD = [(item, origin) for _source, item, origin in gold_items()]


@pytest.fixture(scope="module")
def material() -> Material:
    pairs = zip(GOLD[::2], GOLD[1::2], strict=True)
    return Material(GOLD, {"gold": {(one.id, other.id) for (one, _), (other, _) in pairs}})


def test_hiding_takes_places_and_days_and_nothing_else(material: Material) -> None:
    _ids, seen, _ = shelves(material, hidden=False)
    _ids, hidden, _ = shelves(material, hidden=True)
    assert any(each.day for each in seen.traits) and not any(each.day for each in hidden.traits)
    assert any(len(each.neutral) for each in seen.traits)
    assert not any(len(each.neutral) or len(each.own) for each in hidden.traits)
    assert [len(each.terms) for each in seen.traits] == [len(each.terms) for each in hidden.traits]


@pytest.mark.slow
def test_weights_and_growth_are_told(
    material: Material, capsys: pytest.CaptureFixture[str]
) -> None:
    ids, english, chinese = shelves(material, hidden=True)
    fit(ids, english, chinese, material.all_true)
    told = dict(line.split(": ") for line in capsys.readouterr().out.splitlines())
    assert float(told["words"]) > 0 and float(told["length"]) < 0
    assert set(FEATURES) <= set(told)
    growth(english, chinese)
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        "72",
        "216",
        "648",
    ]
