"""Lines of a readable length, Chinese spaced for the eye, faces by script, a reader's style."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextLine

from desktop_app.gui.article_pane.faces import faces
from desktop_app.gui.article_pane.marks import MARKS, MarkRoom, measured
from desktop_app.gui.article_pane.spacing import Spacing, spacings
from desktop_app.language.likely_script import likely_script
from tests.gui.article_pane.conftest import Reader
from tests.material import item

ZH = "西安交通大学与巴黎高科签署合作协议双方代表出席了签约仪式并参观了校史馆" * 6
EN = "The committee said on Tuesday that the rules for trade would not change this year. " * 6
ROOM = MarkRoom(before=dict.fromkeys("“‘（《「", 0.5), after=dict.fromkeys("，。、：）》”’」", 0.5))


def spaced(text: str) -> list[tuple[str, float]]:
    """What is spaced in `text`, and by how much."""
    return [(text[each.start : each.end], each.em) for each in spacings(text, ROOM) if each.em]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在Beijing开会", [("在", 0.25), ("g", 0.25)]),
        ("于2023年开会", [("于", 0.25), ("3", 0.25)]),
        ("增长5%的产值", [("长", 0.25), ("%", 0.25)]),
        ("他在 Beijing 开会", []),  # a space is there already
        ("他说：“好。”", [("：", -0.5), ("。", -0.5)]),
        ("（《红楼梦》）", [("（", -0.5), ("》", -0.5)]),
        ("“好”，他说", [("”", -0.5)]),
        ("好，他说", []),
        ("“好", []),
        ("Nothing Chinese, “really”.", []),
    ],
)
def test_chinese_is_spaced_as_it_is_printed(text: str, expected: list[tuple[str, float]]) -> None:
    assert spaced(text) == expected


def test_dots_and_dashes_are_of_the_face_of_what_they_stand_in() -> None:
    text = "约翰·史密斯 · Reuters — 真的……A…"
    assert [each.start for each in spacings(text, ROOM) if each.chinese] == [2, 21, 22]


def test_marks_of_two_faces_are_chinese_but_inside_a_latin_word() -> None:
    chinese = {each.start for each in spacings("他说：“Xi’an好”——真的…", ROOM) if each.chinese}
    assert chinese == {3, 10, 11, 12, 15}


@given(st.text(alphabet="中文a1 “”‘’（）《》，。—…·％%𠮷", max_size=30))
def test_what_is_spaced_lies_in_order_and_never_overlaps(text: str) -> None:
    found: list[Spacing] = list(spacings(text, ROOM))
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@pytest.mark.parametrize("script", ["Hans", "Hant"])
def test_no_more_is_taken_of_a_mark_than_it_leaves_empty(qapp: object, script: str) -> None:
    room = measured(faces("serif", script).marks)
    assert any(room.after(mark) for mark in "）」》")  # whatever font there is has these
    for mark in MARKS:
        assert 0 <= room.before(mark) <= 0.5
        assert 0 <= room.after(mark) <= 0.5
        assert not (room.before(mark) and room.after(mark))


@pytest.mark.parametrize(("zoom", "width"), [(80, 1400), (100, 1400), (200, 2400)])
def test_a_line_has_as_many_characters_at_every_zoom(reader: Reader, zoom: int, width: int) -> None:
    reader.pane.resize(width, 600)
    reader.pane.scale.set_zoom(zoom)
    reader.show(item("zh", text=ZH))
    assert 34 <= full_line(reader, 2).textLength() <= 38
    reader.show(item("en", text=EN))
    assert 58 <= full_line(reader, 2).textLength() <= 72  # a word more or less


def test_a_narrow_column_holds_whole_characters(reader: Reader) -> None:
    reader.pane.resize(500, 600)
    reader.show(item(text=ZH))
    line = full_line(reader, 2)
    assert line.naturalTextWidth() == pytest.approx(reader.pane.view.column, abs=2)


def test_marks_are_drawn_together_and_the_text_is_copied_as_it_is(reader: Reader) -> None:
    text = "他在Beijing说：“（你好）。”"
    reader.show(item(text=text))
    block = reader.pane.view.document().findBlockByNumber(2)
    width = block.layout().lineAt(0).naturalTextWidth()
    formats = block.layout().formats()
    block.layout().setFormats([])
    reader.pane.view.document().markContentsDirty(block.position(), block.length())
    reader.pane.view.document().documentLayout().documentSize()
    assert len(formats) >= 6
    assert width != block.layout().lineAt(0).naturalTextWidth()
    cursor = QTextCursor(block)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    reader.pane.view.setTextCursor(cursor)
    assert reader.pane.view.selected_text() == text


def test_the_forms_of_characters_are_those_of_the_script(reader: Reader) -> None:
    assert likely_script("这个国家的经济发展") == "Hans"
    assert likely_script("這個國家的經濟發展") == "Hant"
    for text, ending in (("这个国家的经济", "SC"), ("這個國家的經濟", "TC")):
        reader.show(item(ending, text=text))
        families = reader.pane.view.document().defaultFont().families()
        assert f"Noto Sans CJK {ending}" in families
        assert not any(f"CJK {other}" in " ".join(families) for other in {"SC", "TC"} - {ending})


def full_line(reader: Reader, number: int) -> QTextLine:
    """The second line of block `number`: the first is indented."""
    return reader.pane.view.document().findBlockByNumber(number).layout().lineAt(1)
