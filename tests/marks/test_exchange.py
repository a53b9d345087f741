"""Marks out and in again: JSON, Web Annotations, Markdown, backups, merging."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from desktop_app.errors import MarksError
from desktop_app.i18n.catalog import Catalog
from desktop_app.marks.anchors import anchor_at
from desktop_app.marks.annotations import to_annotations
from desktop_app.marks.bundle import figures_of
from desktop_app.marks.json_shape import SCHEMA, read_json, to_json
from desktop_app.marks.markdown import to_markdown
from desktop_app.marks.marks import Marks
from desktop_app.marks.schema import FAVOURITES
from desktop_app.marks.subjects import Subject

_TEXT = "毛宁：中方坚决反对。\nThe *second* line,\nwhich is longer."
_ONE = Subject("archive-1", "https://site.example/a b?x=1", "外交部例行记者会 <1>")
_TWO = Subject("archive-2", "two")


class _Clock:
    def __init__(self, start: datetime) -> None:
        self.time = start

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


def _day(day: int) -> _Clock:
    return _Clock(datetime(2026, 3, day, tzinfo=timezone.utc))


def _fill(marks: Marks) -> str:
    """Some of everything; the id of the highlight with a note."""
    marks.subjects.note_archive("archive-1", "外交部", Path("archives") / "mfa.beilin")
    marks.collections.add(FAVOURITES, _ONE)
    trade = marks.collections.make("Trade & talks")
    for subject in (_TWO, _ONE):
        marks.collections.add(trade, subject)
    marks.tags.put(_ONE, ["气候", "climate policy"])
    marks.highlights.add(_TWO, anchor_at(_TEXT, 11, 30), "pink")
    noted = marks.highlights.add(_ONE, anchor_at(_TEXT, 3, 9), "green", "Check:\n# not a heading")
    marks.reading.put_time(marks.visit("archive-1", _ONE.item), 75)
    marks.put_position("archive-1", _ONE.item, 20, 47)
    return noted.id


@pytest.fixture
def marks(tmp_path: Path) -> Iterator[Marks]:
    with Marks.open(tmp_path / "own" / "marks.db", _day(1)) as opened:
        _fill(opened)
        yield opened


def test_json_comes_back_as_it_was(marks: Marks, tmp_path: Path) -> None:
    shape = to_json(marks.bundle())
    jsonschema.validate(shape, SCHEMA)
    file = tmp_path / "marks.json"
    file.write_text(json.dumps(shape), "utf-8")
    with Marks.in_memory() as other:
        other.restore(file)
        assert to_json(other.bundle()) == shape
        other.restore(file)
        assert to_json(other.bundle()) == shape


def test_one_archive_alone_is_exported(marks: Marks) -> None:
    bundle = marks.bundle("archive-1")
    assert {each.subject for each in bundle.items} == {_ONE}
    assert [len(each.items) for each in bundle.collections] == [1, 1]
    figures = figures_of(bundle)
    assert (figures.bookmarks, figures.collections, figures.tags) == (1, 1, 2)
    assert (figures.highlights, figures.notes, figures.visits) == (1, 1, 1)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda shape: shape.update(format="other"), "format"),
        (lambda shape: shape.update(version=99), "version"),
        (lambda shape: shape.pop("items"), "items"),
        (lambda shape: shape["items"][0].update(item=5), "item"),
        (lambda shape: shape["items"][0]["visits"][0].update(at="yesterday"), "at"),
        (lambda shape: shape["items"][0]["visits"][0].update(at="2026-02-31T00:00:00.000Z"), "day"),
        (lambda shape: shape["items"][0]["highlights"][0].update(colour="red; x"), "colour"),
        (lambda shape: shape["items"][0]["tags"][0].update(name='a"b'), "tags"),
        (lambda shape: shape["collections"].append({"name": "x" * 500, "items": []}), "name"),
    ],
)
def test_json_that_is_no_marks_is_named_and_changes_nothing(
    marks: Marks, tmp_path: Path, change: Callable[[Any], object], named: str
) -> None:
    shape: Any = json.loads(json.dumps(to_json(marks.bundle())))
    shape["items"].sort(key=lambda each: each["archive"])
    change(shape)
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps(shape), "utf-8")
    before = marks.bundle()
    with pytest.raises(MarksError, match=rf"wrong\.json.*{named}"):
        marks.restore(file)
    assert marks.bundle() == before


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"SQLite format 3\0x"])
def test_what_is_neither_json_nor_a_backup_is_refused(
    marks: Marks, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "broken"
    file.write_bytes(content)
    for replaces in (False, True):
        before = marks.bundle()
        with pytest.raises(MarksError, match="broken"):
            marks.restore(file, replaces)
        assert marks.bundle() == before
    with pytest.raises(MarksError, match="missing"):
        marks.restore(tmp_path / "missing")


def test_a_backup_is_one_file_made_while_others_write(marks: Marks, tmp_path: Path) -> None:
    saved = tmp_path / "saved.db"
    with Marks.open(marks.file) as other, other._database.batch():
        other.tags.add(_TWO, "not committed")
        marks.back_up(saved)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["saved.db"]
    with Marks.in_memory() as fresh:
        fresh.restore(saved)
        assert "not committed" not in fresh.tags.all()
        assert fresh.tags.all() == {"climate policy": 1, "气候": 1}


def test_a_backup_in_place_of_all_keeps_what_was_there(marks: Marks, tmp_path: Path) -> None:
    before, saved = marks.bundle(), tmp_path / "saved.db"
    marks.back_up(saved)
    marks.collections.drop(FAVOURITES)
    marks.tags.put(_TWO, ["later"])
    with Marks.open(marks.file) as other:
        kept = marks.restore(saved, replace=True)
        assert marks.bundle() == before == other.bundle()
    assert kept is not None
    with Marks.in_memory() as was:
        was.restore(kept)
        assert "later" in was.tags.all()
    marks.tags.add(_TWO, "still writes")
    assert "still writes" in marks.tags.all()


def test_merging_loses_neither_side(tmp_path: Path) -> None:
    with Marks.open(tmp_path / "one.db", _day(1)) as one:
        noted = _fill(one)
        one.back_up(tmp_path / "saved.db")
    with Marks.open(tmp_path / "other.db", _day(5)) as other:
        other.restore(tmp_path / "saved.db")
        other.highlights.change(noted, note="Written later")
        other.put_position("archive-1", _ONE.item, 40, 47)
        other.tags.put(_ONE, ["oil"])
        other.collections.remove(FAVOURITES, "archive-1", _ONE.item)
        other.collections.add(other.collections.make("trade & TALKS"), Subject("archive-1", "new"))
        other.reading.put_read("archive-1", _ONE.item, False)
        other.restore(tmp_path / "saved.db")
        highlight = other.highlights.one(noted)
        assert highlight is not None
        assert highlight.note == "Written later\n\nCheck:\n# not a heading"
        position = other.position("archive-1", _ONE.item)
        assert position is not None and position.point == 40
        assert set(other.tags.all()) == {"oil", "气候", "climate policy"}
        assert other.collections.items(FAVOURITES, "archive-1") == {_ONE.item}
        assert [each.name for each in other.collections.all()] == ["", "Trade & talks"]
        trade = other.collections.named("Trade & talks") or 0
        found = [each.subject.item for each in other.collections.contents(trade)]
        assert found == ["two", _ONE.item, "new"]
        assert not other.reading.is_read("archive-1", _ONE.item)
        assert len(other.reading.history()) == 1
        once = other.bundle()
        other.restore(tmp_path / "saved.db")
        assert other.bundle() == once


# The model's classes as far as they are used; https://www.w3.org/TR/annotation-model/
_IRI = {"type": "string", "pattern": r"^(urn|https?):[^\s<>\"{}|\\^`]+$"}
_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"}
_RESOURCE = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": _IRI, "type": {"const": "Text"}, "dcterms:title": {"type": "string"}},
    "additionalProperties": False,
}
_SELECTORS = {
    "type": "array",
    "minItems": 2,
    "items": {
        "oneOf": [
            {
                "required": ["type", "exact", "prefix", "suffix"],
                "properties": {
                    "type": {"const": "TextQuoteSelector"},
                    **{name: {"type": "string"} for name in ("exact", "prefix", "suffix")},
                },
                "additionalProperties": False,
            },
            {
                "required": ["type", "start", "end"],
                "properties": {
                    "type": {"const": "TextPositionSelector"},
                    "start": {"type": "integer", "minimum": 0},
                    "end": {"type": "integer", "minimum": 0},
                },
                "additionalProperties": False,
            },
        ]
    },
}
_SPECIFIC = {
    "type": "object",
    "required": ["source"],
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": _RESOURCE,
        "selector": _SELECTORS,
        "styleClass": {"type": "string"},
    },
    "additionalProperties": False,
}
_MOTIVES = ["bookmarking", "classifying", "commenting", "highlighting", "tagging"]
_ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": _IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": _MOTIVES},
        "created": _TIME,
        "modified": _TIME,
        "stylesheet": {"required": ["type", "value"]},
        "body": {
            "required": ["type", "value"],
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string", "minLength": 1},
                "purpose": {"enum": _MOTIVES},
                "format": {"const": "text/plain"},
            },
            "additionalProperties": False,
        },
        "target": {"oneOf": [_RESOURCE, _SPECIFIC]},
    },
    "additionalProperties": False,
}
_COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _IRI,
        "type": {"const": "AnnotationCollection"},
        "first": {
            "required": ["id", "type", "partOf", "items"],
            "properties": {
                "id": _IRI,
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": _ANNOTATION},
            },
        },
    },
}


def test_annotations_have_the_shape_of_the_web_annotation_model(marks: Marks) -> None:
    shape: Any = json.loads(json.dumps(to_annotations(marks.bundle())))
    jsonschema.validate(shape, _COLLECTION)
    items = shape["first"]["items"]
    assert shape["total"] == len(items) == 7
    assert len({each["id"] for each in items}) == 7
    by_motive = {each["motivation"]: each for each in items}
    assert set(by_motive) == set(_MOTIVES)
    noted = by_motive["commenting"]
    assert noted["body"]["value"] == "Check:\n# not a heading"
    assert noted["target"]["selector"][0]["exact"] == "中方坚决反对"
    assert noted["target"]["selector"][1] == {"type": "TextPositionSelector", "start": 3, "end": 9}
    assert noted["target"]["source"]["id"].endswith("%2Fa%20b%3Fx%3D1")


@pytest.mark.parametrize(("language", "heading"), [("en", "Bookmarks"), ("zh_CN", "书签")])
def test_markdown_is_for_people(marks: Marks, language: str, heading: str) -> None:
    lines = to_markdown(marks.bundle(), Catalog(language)).splitlines()
    assert f"## {heading}" in lines and "## Trade \\& talks" in lines
    assert "### 外交部例行记者会 \\<1\\>" in lines
    assert "> 中方坚决反对" in lines and "\\# not a heading" in lines
    assert "> The \\*second\\* line," in lines


def test_a_highlight_of_a_stranger_is_no_other_items(marks: Marks, tmp_path: Path) -> None:
    """One of the same id but of another item changes no highlight's place."""
    own = marks.highlights.of("archive-2", "two")[0]
    bundle = marks.bundle("archive-2")
    moved = replace(own, subject=_ONE, changed=own.changed + timedelta(days=1))
    item = replace(bundle.items[0], highlights=(moved,))
    marks.merge(replace(bundle, items=(item,)))
    kept = marks.highlights.one(own.id)
    assert kept is not None and kept.subject == own.subject


def test_reading_json_needs_no_marks(marks: Marks, tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    file.write_text(json.dumps(to_json(marks.bundle())), "utf-8")
    assert read_json(file) == marks.bundle()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE highlights SET start = 'nowhere'",
        "UPDATE highlights SET colour = 'url(x)'",
        "UPDATE visits SET at = 'yesterday'",
        "UPDATE positions SET point = x'00ff'",
        "UPDATE tags SET name = NULL",
        "UPDATE subjects SET title = x'ff'",
        "DROP TABLE tags",
    ],
)
def test_a_backup_made_by_a_stranger_is_looked_through(
    marks: Marks, tmp_path: Path, change: str
) -> None:
    saved = tmp_path / "saved.db"
    marks.back_up(saved)
    with closing(sqlite3.connect(saved)) as raw, raw:
        raw.execute("PRAGMA writable_schema = 1")
        raw.execute("UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '')")
    with closing(sqlite3.connect(saved)) as raw, raw:
        raw.execute(change)
    before = marks.bundle()
    for replaces in (False, True):
        with pytest.raises(MarksError, match=r"saved\.db"):
            marks.restore(saved, replaces)
        assert marks.bundle() == before


def test_what_a_backup_would_do_by_itself_is_not_taken_over(marks: Marks, tmp_path: Path) -> None:
    saved = tmp_path / "saved.db"
    marks.back_up(saved)
    with closing(sqlite3.connect(saved)) as raw, raw:
        raw.execute("CREATE TRIGGER gone AFTER INSERT ON tags BEGIN DELETE FROM highlights; END")
    marks.restore(saved, replace=True)
    marks.tags.add(_TWO, "more")
    assert len(marks.highlights.all()) == 2
