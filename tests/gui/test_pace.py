"""Rate and time left of long work, from its steps."""

from __future__ import annotations

from desktop_app.gui.pace import Pace, Step


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_rate_is_told_once_it_says_anything() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.of(Step(0, 1000, 0)).left is None
    clock.now = 1.0
    assert pace.of(Step(100, 1000, 100)).rate == 0
    clock.now = 4.0
    step = pace.of(Step(400, 1000, 400))
    assert (step.rate, step.left) == (100, 6)


def test_the_next_part_of_the_work_is_timed_anew() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.of(Step(0, 10, 0))
    clock.now = 5.0
    assert pace.of(Step(8, 10, 8)).left == 1.25
    assert pace.of(Step(0, 100, 0)).left is None
    clock.now = 10.0
    assert pace.of(Step(10, 100, 10)).left == 45


def test_whoever_knows_better_is_believed_and_the_end_has_no_time_left() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.of(Step(0, 10, 0))
    clock.now = 5.0
    assert pace.of(Step(5, 10, 5, rate=3.0, left=7.0)).left == 7.0
    assert pace.of(Step(10, 10, 10)).left is None
    assert pace.of(Step(5, 10, 5, pairing=True)).left is None
