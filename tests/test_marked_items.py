"""Searching by a reader's marks, together with words, filters and statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.archive import Archive, open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.items import Origin, Statement
from desktop_app.marks.anchors import anchor_at
from desktop_app.marks.marks import Marks
from desktop_app.marks.schema import FAVOURITES
from desktop_app.marks.subjects import Subject
from desktop_app.search.query import parse
from desktop_app.search.suggest import Source
from tests.material import item

_OPENED, _CLOSED = "The harbour was opened.", "The harbour was closed."


def _said(text: str) -> Statement:
    return Statement("Mayor", "", "said", text, False, 0, len(text))


_ITEMS = (
    item("one", _OPENED, statements=(_said(_OPENED),)),
    item("two", _CLOSED, kind="speech", statements=(_said(_CLOSED),)),
    item("three", "港口已经开放。", language="zh"),
    item("four", "Nothing of the kind."),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("marked") / "marked.beilin"
    with open_for_import(made) as archive:
        archive.put([(each, Origin(each.id), False) for each in _ITEMS])
        archive.catch_up()
    return made


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with open_archive(folder) as opened, Marks.in_memory() as marks:
        own = opened.manifest.id
        for name in ("one", "three"):
            marks.collections.add(FAVOURITES, Subject(own, name))
        trade = marks.collections.make("Trade talks")
        for name in ("two", "three", "gone"):
            marks.collections.add(trade, Subject(own, name))
        marks.collections.add(trade, Subject("another archive", "four"))
        marks.tags.add(Subject(own, "one"), "气候")
        marks.tags.add(Subject(own, "two"), "climate policy")
        marks.highlights.add(
            Subject(own, "two"), anchor_at(_ITEMS[1].text, 4, 11), note="Check the dates: 核对"
        )
        marks.highlights.add(Subject(own, "four"), anchor_at(_ITEMS[3].text, 0, 7))
        marks.visit(own, "one")
        marks.visit(own, "two")
        opened.marked.use(marks)
        yield opened


def _found(archive: Archive, query: str) -> set[str]:
    numbers = list(archive.search(query).numbers)
    return {each.id for each in archive.items_by_number(numbers)}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("in:favourites", {"one", "three"}),
        ("收藏：书签", {"one", "three"}),
        ("收藏：書籤", {"one", "three"}),
        ("是：收藏", {"one", "three"}),
        ('in:"trade  talks"', {"two", "three"}),
        ("收藏：“Trade talks”", {"two", "three"}),
        ("in:favourites harbour", {"one"}),
        ("harbour -in:favourites", {"two"}),
        ('in:favourites in:"Trade talks"', {"three"}),
        ('in:(favourites OR "Trade talks")', {"one", "two", "three"}),
        ("in:favourites lang:zh", {"three"}),
        ("tag:气候", {"one"}),
        ("標籤：氣候", {"one"}),
        ("tag:climate*", {"two"}),
        ("has:tag", {"one", "two"}),
        ("note:date", {"two"}),
        ("批注：核对", {"two"}),
        ("note:har*", {"two"}),
        ("note:nothing", {"four"}),
        ("has:note", {"two"}),
        ("has:highlight", {"two", "four"}),
        ("有：高亮", {"two", "four"}),
        ("is:unread", {"three", "four"}),
        ("是：未读", {"three", "four"}),
        ("is:read", {"one", "two"}),
        ("is:unread harbour", set()),
        ("is:unread -lang:zh", {"four"}),
        ("has:bookmark", {"one", "three"}),
        ("in:nowhere", set()),
        ("in:nowhere OR kind:speech", {"two"}),
    ],
)
def test_marks_are_searched_with_all_else(archive: Archive, query: str, found: set[str]) -> None:
    assert _found(archive, query) == found
    assert parse(query).problems == ()


def test_marks_are_counted_in_facets(archive: Archive) -> None:
    facets = archive.search("in:favourites").facets
    assert facets["language"] == {"en": 1, "zh": 1}
    assert facets["kind"] == {"news": 2}


def test_a_change_is_found_at_once(archive: Archive) -> None:
    marks, own = archive.marked.marks, archive.manifest.id
    assert marks is not None
    marks.collections.remove(FAVOURITES, own, "one")
    marks.visit(own, "four")
    assert _found(archive, "in:favourites") == {"three"}
    assert _found(archive, "is:unread") == {"three"}


def test_what_is_not_known_is_named_with_what_there_is(archive: Archive) -> None:
    query = 'harbour in:"Trade" tag:oil in:favourites'
    problems = archive.marked.problems(parse(query).node)
    assert [query[each.start : each.end] for each in problems] == ['"Trade"', "oil"]
    said = [str(each.reason) for each in problems]
    assert "“Trade”; there are Trade talks" in said[0]
    assert "“oil”; there are climate policy, 气候" in said[1]


def test_where_nothing_is_marked_that_is_said(folder: Path) -> None:
    with open_archive(folder) as opened, Marks.in_memory() as marks:
        assert _found(opened, "in:favourites") == set()
        assert _found(opened, "is:unread") == {each.id for each in _ITEMS}
        opened.marked.use(marks)
        said = [str(each.reason) for each in opened.marked.problems(parse("in:x tag:y").node)]
    assert "none was made yet" in said[0] and "none has a tag yet" in said[1]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("is:blue", "is:unread"),
        ("has:wings", "has:note"),
        ("in:…", "right behind"),
        ("tag:", "right behind"),
    ],
)
def test_values_without_meaning_are_explained(query: str, reason: str) -> None:
    assert [reason in str(each.reason) for each in parse(query).problems] == [True]


def test_an_item_marked_under_the_id_of_a_copy_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "copies.beilin"
    body = "\n".join(f"Paragraph {number} of a long enough story." for number in range(30))
    first = item("https://site.example/a", body, url="https://site.example/a")
    second = replace(first, id="https://m.site.example/a")
    with open_for_import(folder) as archive, Marks.in_memory() as marks:
        for each in (first, second):
            archive.put([(each, Origin("page.html", address=each.id), True)])
        archive.catch_up()
        for each in (first, second):
            marks.collections.add(FAVOURITES, Subject(archive.manifest.id, each.id))
        archive.marked.use(marks)
        found = _found(archive, "in:favourites")
        assert found == {each.id for each in archive.items()}


def test_statements_are_found_in_marked_items_only(archive: Archive) -> None:
    assert archive.statements("in:favourites").total == 1
    assert archive.statements("harbour -in:favourites").total == 1
    assert archive.statements("tag:climate").total == 0


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("harbour in:tra", ['harbour in:"Trade talks"']),
        ("in:talk", ['in:"Trade talks"']),
        ('in:"trade t', ['in:"Trade talks"']),
        ("收藏：Tra", ["收藏：“Trade talks”", '收藏："Trade talks"']),
        ("tag:氣", ["tag:气候"]),
        ("tag:nothing", []),
        ("in :tra", []),
    ],
)
def test_names_are_suggested_behind_their_field(
    archive: Archive, query: str, offered: list[str]
) -> None:
    found = [
        each for each in archive.suggester.suggest(query, len(query)) if each.source is Source.NAME
    ]
    assert [each.query for each in found] in ([], offered[:1], offered[1:])
    assert bool(found) == bool(offered)
    assert all(each.cursor == len(each.query) for each in found)
