"""Positions, history and unread: kept over sessions, seen by other windows."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

from desktop_app.marks.marks import Marks

_START = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)


class _Clock:
    """Goes on by a minute at every look."""

    def __init__(self) -> None:
        self.time = _START

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


def test_a_position_is_kept_over_sessions(tmp_path: Path) -> None:
    with Marks.open(tmp_path / "own" / "marks.db", _Clock()) as marks:
        assert marks.position("a", "i") is None
        marks.put_position("a", "i", 10, 200)
        marks.put_position("a", "i", 50, 200)
        marks.put_position("b", "i", 7, 70)
    with Marks.open(tmp_path / "own" / "marks.db") as marks:
        kept = marks.position("a", "i")
        other = marks.position("b", "i")
    assert kept is not None and (kept.point, kept.share) == (50, 0.25)
    assert kept.at == _START + timedelta(minutes=2)
    assert other is not None and other.point == 7


def test_a_position_is_found_again_in_a_text_that_grew(tmp_path: Path) -> None:
    with Marks.open(tmp_path / "marks.db") as marks:
        marks.put_position("a", "i", 50, 200)
        kept = marks.position("a", "i")
        marks.put_position("a", "empty", 0, 0)
        empty = marks.position("a", "empty")
    assert kept is not None and (kept.scaled(200), kept.scaled(400)) == (50, 100)
    assert empty is not None and (empty.share, empty.scaled(9)) == (0.0, 0)


def test_history_has_the_last_first_and_can_be_forgotten() -> None:
    with Marks.in_memory(_Clock()) as marks:
        first = marks.visit("a", "one", "One")
        marks.visit("b", "two", "Two")
        marks.visit("a", "one")
        marks.reading.put_time(first, 90)
        seen = [(each.subject.item, each.subject.title) for each in marks.reading.history()]
        assert seen == [("one", "One"), ("two", "Two"), ("one", "One")]
        assert [each.seconds for each in marks.reading.history(archive_id="a")] == [0, 90]
        marks.reading.forget([first])
        assert len(marks.reading.history()) == 2
        marks.reading.forget_all()
        assert marks.reading.history() == []
        assert marks.reading.is_read("a", "one")


def test_coming_back_within_a_minute_is_the_same_visit() -> None:
    clock = _Clock()
    with Marks.in_memory(lambda: clock.time) as marks:
        first = marks.visit("a", "one")
        clock.time += timedelta(seconds=30)
        assert marks.visit("a", "one") == first
        marks.visit("a", "two")
        assert marks.visit("a", "one") != first
        clock.time += timedelta(seconds=90)
        marks.visit("a", "one")
        assert [each.subject.item for each in marks.reading.history()] == [
            "one", "one", "two", "one",
        ]  # fmt: skip


def test_what_was_visited_is_read_until_it_is_put_back() -> None:
    with Marks.in_memory() as marks:
        assert not marks.reading.is_read("a", "one")
        marks.visit("a", "one")
        marks.visit("a", "two")
        marks.reading.put_read("a", "one", False)
        marks.reading.put_read("a", "three", True)
        assert marks.reading.read_items("a") == {"two", "three"}
        assert marks.reading.read_items("b") == set()


def test_another_window_sees_a_change(tmp_path: Path) -> None:
    with Marks.open(tmp_path / "marks.db") as one, Marks.open(tmp_path / "marks.db") as other:
        before = other.version()
        assert other.version() == before
        one.put_position("a", "i", 1, 2)
        assert other.version() != before
        assert other.position("a", "i") is not None
