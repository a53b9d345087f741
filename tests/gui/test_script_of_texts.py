"""Chinese of the archive is shown in the script chosen everywhere, and stays what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.photo_pane.caption_panel import CaptionPanel
from desktop_app.gui.photo_pane.grid_model import PhotoGridModel
from desktop_app.gui.photo_pane.photo_list import PhotoList
from desktop_app.gui.photo_pane.shown_photo import ShownPhoto
from desktop_app.gui.search_pane.said_rows import SaidRows
from desktop_app.items import Statement
from desktop_app.language.rewriting import AS_PUBLISHED, TRADITIONAL
from desktop_app.search.snippets import Snippet
from desktop_app.speech_search.matches import SaidHit
from tests.gui.conftest import settle
from tests.material import item

PHOTO = ShownPhoto(None, "王树国签署协议", "新华社 刘军", "", "x", "签字", 0)


class NoThumbnails:
    def thumbnail(self, _path: object, _size: object) -> None:
        return None


def test_rows_are_shown_in_the_script_chosen_and_their_marks_stand_right(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.search_pane.box.setText("协议")
    settle(qtbot, window)
    model = window.search_pane.model
    before = window.search_pane.hits.grab().toImage()
    window.reading_desk.set_script(TRADITIONAL)
    settle(qtbot, window)
    index = model.index(0, 0)
    assert index.data() == "合作協議"
    assert "簽署合作協議" in index.data(int(Qt.ItemDataRole.AccessibleTextRole))
    hit = model.row(0)
    assert hit is not None
    assert hit.item.title == "合作协议"
    shown, marks = window._look.shown_marked(hit.snippet.text, hit.snippet.marks)
    assert [shown[start:end] for start, end in marks] == ["協議"]
    assert window.search_pane.hits.grab().toImage() != before
    window.show_item("three")
    assert window.windowTitle().startswith("合作協議")
    window.reading_desk.set_script(AS_PUBLISHED)
    settle(qtbot, window)
    assert index.data() == "合作协议"


def test_who_says_what_is_shown_so_too(look: Look) -> None:
    rows = SaidRows(look, NoThumbnails())
    said = Statement("王树国", "校长", "说", "我们将签署协议。", 0, 8, True)
    hit = SaidHit(
        item("x", "我们将签署协议。", title="签字", language="zh", source="新华社"),
        said,
        said.speaker,
        (),
        Snippet(said.text),
        None,
    )
    look.set_script(TRADITIONAL)
    assert rows.label(hit) == "王樹國: 我們將簽署協議。"
    assert "校長" in rows.spoken(hit)
    assert "新華社 · 簽字" in rows.meta(hit)
    look.set_script(AS_PUBLISHED)


def test_captions_are_shown_so_and_copied_as_they_are(qtbot: QtBot, look: Look) -> None:
    panel = CaptionPanel(look)
    qtbot.addWidget(panel)
    panel.show_photo(PHOTO, foreign=True)
    look.set_script(TRADITIONAL)
    texts = (panel.caption.text(), panel.source.text().split(" · ")[0], panel.item.text())
    assert texts == ("王樹國簽署協議", "新華社 劉軍", "簽字")
    panel.caption.setSelection(3, 2)
    assert panel.caption.selectedText() == "簽署"
    QTest.keyClick(panel.caption, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "签署"
    model = PhotoGridModel(look)
    model.show_photos(PhotoList([PHOTO]))
    assert model.index(0, 0).data() == "王樹國簽署協議"
    look.set_script(AS_PUBLISHED)
    assert panel.caption.text() == "王树国签署协议"
