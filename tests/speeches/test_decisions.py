from __future__ import annotations

from desktop_app.speeches.decisions import merged, renamed, split
from desktop_app.speeches.people import Person, people

COUNTS = {"Wang Shuguo": 5, "王树国": 3, "Li Na": 2, "Mr. Wang Shuguo": 1}


def decided(*decisions: dict[str, str]) -> dict[str, set[str]]:
    every: dict[str, str] = {}
    for each in decisions:
        every |= each
    return {person.name: set(person.names) for person in people(COUNTS, every)}


def called(name: str, *decisions: dict[str, str]) -> Person:
    every: dict[str, str] = {}
    for each in decisions:
        every |= each
    return next(one for one in people(COUNTS, every) if name in (one.name, *one.names))


def test_merging_takes_the_name_of_the_other() -> None:
    both = merged(called("Li Na"), called("王树国"))
    assert decided(both) == {"Wang Shuguo": set(COUNTS)}
    assert decided(both, renamed(called("Li Na", both), "Both")) == {"Both": set(COUNTS)}


def test_a_name_split_off_stays_alone_and_the_others_together() -> None:
    for name in ("王树国", "Wang Shuguo"):  # also the one that the person was called by
        apart = decided(split(called(name), name))
        assert apart.pop(name) == {name}
        assert apart.pop("Li Na") == {"Li Na"}
        assert set().union(*apart.values()) == set(COUNTS) - {name, "Li Na"} and len(apart) == 1


def test_splitting_off_the_only_name_decides_nothing() -> None:
    assert split(called("Li Na"), "Li Na") == {}
    assert split(called("Li Na"), "王树国") == {}
