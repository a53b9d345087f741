"""What is worked out from the measured times."""

from __future__ import annotations

import pytest

from tests.benchmarks.classes import Query
from tests.benchmarks.engines import Answer
from tests.benchmarks.growth import Curve
from tests.benchmarks.report import Clause, by_class, mean, ratios
from tests.benchmarks.timing import Asked, ask_all
from tests.benchmarks.window import percentile

_QUERY = Query("rare term", "row", ("zambia",), "zambia")


def _asked(**given: tuple[float, int]) -> Asked:
    """Times and counts by engine."""
    times = {name: time for name, (time, _count) in given.items()}
    answers = {name: Answer(count, ()) for name, (_time, count) in given.items()}
    return Asked(_QUERY, times, dict.fromkeys(times, 9), answers)


class _Scripted:
    """Answers with a count, or has no such query; knows how often it was asked."""

    def __init__(self, count: int | None) -> None:
        self.count = count
        self.times = 0

    def ask(self, _query: Query) -> Answer | None:
        self.times += 1
        return None if self.count is None else Answer(self.count, ())


def test_an_engine_that_differs_is_named() -> None:
    assert _asked(beilin=(1.0, 5), stock=(1.0, 4), xapian=(1.0, 5)).odd == ["stock"]
    assert _asked(beilin=(1.0, 5), stock=(1.0, 5)).odd == []
    assert _asked(beilin=(1.0, 5), stock=(1.0, 4)).odd == ["beilin", "stock"]


def test_engines_are_asked_as_often_as_each_other() -> None:
    engines = {"beilin": _Scripted(3), "stock": _Scripted(3), "xapian": _Scripted(None)}
    (asked,) = ask_all(engines, [_QUERY], rounds=4)  # type: ignore[arg-type]
    assert asked.counts == {"beilin": 3, "stock": 3}
    assert engines["beilin"].times == engines["stock"].times > 4
    assert engines["xapian"].times == 1


def test_a_class_is_compared_where_both_answer_all_of_it() -> None:
    table = by_class([_asked(beilin=(1.0, 5), stock=(10.0, 5)), _asked(beilin=(4.0, 5))])
    assert table == {"rare term": {"beilin": pytest.approx(2.0)}}
    assert ratios(table, "stock") == {}
    table = by_class([_asked(beilin=(1.0, 5), stock=(10.0, 5))])
    assert ratios(table, "stock") == {"rare term": pytest.approx(0.1)}


def test_a_wrong_answer_meets_nothing() -> None:
    assert Clause("quick", 0.5, 1.0).met
    assert not Clause("quick", 1.5, 1.0).met
    assert not Clause("quick", 0.5, 1.0, wrong=True).met
    assert Clause("rate", 3.5, 3.0, at_least=True).met


def test_exponents_means_and_percentiles() -> None:
    assert Curve((10.0, 100.0, 1000.0), (2.0, 20.0, 200.0)).exponent == pytest.approx(1.0)
    assert Curve((10.0, 1000.0), (5.0, 50.0)).exponent == pytest.approx(0.5)
    assert mean([1.0, 100.0]) == pytest.approx(10.0)
    assert percentile([float(n) for n in range(1, 61)], 95) == 57.0
    assert percentile([7.0], 95) == 7.0
