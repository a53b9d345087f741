"""Highlights and their notes."""

from __future__ import annotations

import pytest

from desktop_app.errors import MarksError
from desktop_app.marks.anchors import Anchor, anchor_at
from desktop_app.marks.marks import Marks
from desktop_app.marks.subjects import Subject

_TEXT = "The first line.\nThe second line, which is longer."
_ITEM = Subject("a", "i", "Lines")


def test_highlights_stand_by_place_and_change() -> None:
    with Marks.in_memory() as marks:
        second = marks.highlights.add(_ITEM, anchor_at(_TEXT, 20, 26), "green")
        first = marks.highlights.add(_ITEM, anchor_at(_TEXT, 4, 9), note="of two")
        assert [each.id for each in marks.highlights.of("a", "i")] == [first.id, second.id]
        assert marks.highlights.of("a", "other") == marks.highlights.of("b", "i") == []
        changed = marks.highlights.change(second.id, colour="pink", note="longer")
        assert changed is not None and (changed.colour, changed.note) == ("pink", "longer")
        assert marks.highlights.one(second.id) == changed
        assert marks.highlights.items("a") == {"i"}


def test_what_was_removed_can_be_put_back() -> None:
    with Marks.in_memory() as marks:
        made = marks.highlights.add(_ITEM, anchor_at(_TEXT, 4, 9), note="keep me")
        before = marks.highlights.one(made.id)
        removed = marks.highlights.remove(made.id)
        assert marks.highlights.all() == [] and removed == before
        assert removed is not None
        marks.highlights.put(removed)
        assert marks.highlights.all() == [before]
        assert marks.highlights.remove("nothing") is None
        assert marks.highlights.change("nothing", note="x") is None


def test_items_with_notes_are_told_from_those_with_highlights() -> None:
    with Marks.in_memory() as marks:
        marks.highlights.add(_ITEM, anchor_at(_TEXT, 4, 9))
        marks.highlights.add(Subject("a", "j"), anchor_at(_TEXT, 4, 9), note="note")
        assert marks.highlights.items("a") == {"i", "j"}
        assert marks.highlights.items("a", with_note=True) == {"j"}


def test_nothing_selected_and_endless_notes_are_refused() -> None:
    with Marks.in_memory() as marks:
        with pytest.raises(MarksError, match="select"):
            marks.highlights.add(_ITEM, Anchor(3, 4, " "))
        with pytest.raises(MarksError, match="100000"):
            marks.highlights.add(_ITEM, anchor_at(_TEXT, 4, 9), note="x" * 100_001)
        assert marks.highlights.all() == []
