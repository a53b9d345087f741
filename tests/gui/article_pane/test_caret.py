"""Reading without a mouse: a caret, steps by paragraphs, the counterpart's passage."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.gui.article_pane.parallel.twin import Twin
from desktop_app.items import Pair
from desktop_app.pairing.links import Link, SentenceLink, Span
from tests.gui.article_pane.conftest import Reader
from tests.material import item

ZH = item(text="港口今日开放。很多船来到这里。\n油价上涨。", title="开放", language="zh")
EN = item("en", "The harbor opened today. Many ships came.\nOil prices rose.", title="Open")
SENTENCES = (
    SentenceLink(en=(Span(0, 0, 24),), zh=(Span(0, 0, 7),), score=1.0),
    SentenceLink(en=(Span(0, 25, 41),), zh=(Span(0, 7, 15),), score=1.0),
)


def marked(reader: Reader) -> list[str]:
    return [each.cursor.selectedText() for each in reader.pane.view.extraSelections()]


def key(reader: Reader, which: Qt.Key) -> None:
    QTest.keyClick(reader.pane.view, which)


def beside(reader: Reader, columns: bool = True) -> None:
    reader.show(ZH)
    links = (Link((0,), (0,), 1.0), Link((1,), (1,), 1.0))
    twin = Twin(EN, Pair("en", ZH.id, 1.0, "link"), links, (SENTENCES, ()))
    reader.pane.show_twin(twin, columns)
    reader.wait()


def test_arrow_keys_move_the_caret_while_it_is_wanted(reader: Reader) -> None:
    reader.show(ZH)
    view, caret = reader.pane.view, reader.pane.caret
    assert not caret.browsing
    caret.set_browsing(True)
    assert view.hasFocus()
    key(reader, Qt.Key.Key_Right)
    assert view.textCursor().position() == 1
    caret.set_browsing(False)
    key(reader, Qt.Key.Key_Right)
    assert view.textCursor().position() == 1


def test_the_caret_marks_what_says_the_same(reader: Reader) -> None:
    beside(reader)
    reader.pane.caret.set_browsing(True)
    cursor = reader.pane.view.document().find("很多船")
    cursor.setPosition(cursor.selectionStart())
    reader.pane.view.setTextCursor(cursor)
    assert set(marked(reader)) == {"很多船来到这里。", "Many ships came."}
    for _ in range(2):
        key(reader, Qt.Key.Key_Left)
    assert set(marked(reader)) == {"港口今日开放。", "The harbor opened today."}


def test_steps_go_by_paragraphs_of_one_text_and_mark_both(reader: Reader) -> None:
    for columns in (True, False):
        beside(reader, columns)
        reader.pane.view.setTextCursor(reader.pane.view.document().find("开放"))
        for _ in range(2):
            reader.pane.caret.step(1)
        assert set(marked(reader)) == {"油价上涨。", "Oil prices rose."}
        reader.pane.caret.cross()
        assert reader.pane.view.textCursor().block().text() == "Oil prices rose."
        reader.pane.caret.step(-1)
        assert set(marked(reader)) == {ZH.paragraphs[0], EN.paragraphs[0]}
        assert reader.pane.view.textCursor().block().text() == EN.paragraphs[0]
        reader.pane.show_twin(None, columns=True)


def test_crossing_leads_to_the_sentence_that_says_the_same(reader: Reader) -> None:
    beside(reader)
    cursor = reader.pane.view.document().find("ships")
    reader.pane.view.setTextCursor(cursor)
    reader.pane.caret.cross()
    at = reader.pane.view.textCursor()
    assert at.block().text()[at.positionInBlock() :] == "很多船来到这里。"
    reader.show(ZH)
    reader.pane.show_twin(None, columns=True)
    reader.pane.caret.cross()  # alone there is nowhere to go


def test_alone_the_paragraph_stepped_to_is_marked_until_the_caret_goes_on(reader: Reader) -> None:
    reader.show(ZH)
    reader.pane.caret.step(1)
    assert marked(reader) == [ZH.paragraphs[0]]
    cursor = reader.pane.view.textCursor()
    cursor.setPosition(cursor.position() + 3)
    reader.pane.view.setTextCursor(cursor)
    assert marked(reader) == []
