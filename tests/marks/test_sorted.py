"""Bookmarks, collections and tags."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.errors import MarksError
from desktop_app.marks.marks import Marks
from desktop_app.marks.schema import APPLICATION_ID, FAVOURITES, STEPS
from desktop_app.marks.subjects import Subject

_ONE, _TWO, _THREE = (Subject("a", each, each.title()) for each in ("one", "two", "three"))
_ELSEWHERE = Subject("b", "one")


@pytest.fixture
def marks() -> Iterator[Marks]:
    with Marks.in_memory() as opened:
        yield opened


def _items(marks: Marks, collection: int) -> list[str]:
    return [each.subject.item for each in marks.collections.contents(collection)]


def test_bookmarks_are_a_collection_that_is_always_there(marks: Marks) -> None:
    assert [(each.number, each.size) for each in marks.collections.all()] == [(FAVOURITES, 0)]
    for subject in (_ONE, _TWO, _ONE, _ELSEWHERE):
        marks.collections.add(FAVOURITES, subject)
    assert marks.collections.items(FAVOURITES, "a") == {"one", "two"}
    assert marks.collections.having("b", "one") == {FAVOURITES}
    marks.collections.drop(FAVOURITES)
    assert [(each.number, each.size) for each in marks.collections.all()] == [(FAVOURITES, 0)]


def test_an_item_stands_in_several_collections_in_their_order(marks: Marks) -> None:
    north, south = marks.collections.make("North"), marks.collections.make(" South  Sea ")
    for subject in (_ONE, _TWO, _THREE):
        marks.collections.add(north, subject)
    marks.collections.add(south, _TWO)
    assert marks.collections.having("a", "two") == {north, south}
    marks.collections.order(north, [_THREE, _ONE])
    assert _items(marks, north) == ["three", "one", "two"]
    marks.collections.remove(north, "a", "one")
    marks.collections.add(north, _ELSEWHERE)
    assert _items(marks, north) == ["three", "two", "one"]
    marks.collections.order_all([south, north])
    assert [each.name for each in marks.collections.all()] == ["", "South Sea", "North"]


def test_names_of_collections_that_fold_alike_are_one(marks: Marks) -> None:
    number = marks.collections.make("中国外交")
    assert marks.collections.make("中國外交") == number
    assert marks.collections.named("Nowhere") is None
    assert marks.collections.named("收藏") == marks.collections.named("Favourites") == FAVOURITES
    other = marks.collections.make("Trade")
    with pytest.raises(MarksError, match="中國外交"):
        marks.collections.rename(other, "中國外交")
    marks.collections.rename(other, "TRADE")
    assert marks.collections.named("trade") == other
    for bad in ("", "  ", 'a "b"', "a,b", "x" * 81):
        with pytest.raises(MarksError):
            marks.collections.make(bad)


def test_tags_are_spelled_as_they_were_first(marks: Marks) -> None:
    marks.tags.add(_ONE, "Climate")
    marks.tags.add(_TWO, "climate")
    marks.tags.put(_TWO, ["climate", "外贸"])
    assert marks.tags.of("a", "two") == ["Climate", "外贸"]
    assert marks.tags.all() == {"Climate": 2, "外贸": 1}
    assert marks.tags.items("a", "CLIMATE") == {"one", "two"}
    assert marks.tags.items("b", "climate") == set()
    marks.tags.put(_TWO, [])
    assert marks.tags.all() == {"Climate": 1}


def test_a_renamed_tag_takes_the_other_in(marks: Marks) -> None:
    marks.tags.put(_ONE, ["oil", "energy"])
    marks.tags.put(_TWO, ["oil"])
    marks.tags.rename("oil", "Energy")
    assert marks.tags.all() == {"Energy": 2}
    marks.tags.rename("energy", "ENERGY")
    assert marks.tags.all() == {"ENERGY": 2}


def test_a_file_of_the_first_version_is_kept_and_brought_on(tmp_path: Path) -> None:
    file = tmp_path / "marks.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        for statement in STEPS[0]:
            raw.execute(statement)
        raw.execute("INSERT INTO subjects (archive, item) VALUES ('a', 'i')")
        raw.execute("INSERT INTO positions VALUES (1, 5, 10, '2026-01-01T00:00:00.000Z')")
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute("PRAGMA user_version = 1")
    with Marks.open(file) as marks:
        kept = marks.position("a", "i")
        marks.collections.add(FAVOURITES, Subject("a", "i"))
        assert kept is not None and kept.point == 5
        assert marks.collections.items(FAVOURITES, "a") == {"i"}
    with closing(sqlite3.connect(tmp_path / "marks-version1.db")) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (1,)
        assert old.execute("SELECT point FROM positions").fetchone() == (5,)
