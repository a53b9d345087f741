"""The outline of the item."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.reading_room.outline_model import LEVEL
from tests.gui.reading_room.test_places import show


def words(window: MainWindow) -> list[str]:
    model = window.room.outliner.popup.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_short_items_have_no_outline(qtbot: QtBot, room: MainWindow) -> None:
    show(qtbot, room, "short")
    assert not room.actions_["outline"].isEnabled()
    assert not room.article_pane.bar.outline.isVisible()
    show(qtbot, room, "english")
    assert room.actions_["outline"].isEnabled()
    assert room.article_pane.bar.outline.isVisible()


def test_keys_open_it_narrow_it_and_go(qtbot: QtBot, room: MainWindow) -> None:
    show(qtbot, room, "english")
    room.actions_["outline"].trigger()
    popup = room.room.outliner.popup
    assert popup.isVisible()
    assert len(words(room)) == 60
    QTest.keyClicks(popup.box, "graph 42")
    assert [text[:12] for text in words(room)] == ["Paragraph 42"]
    QTest.keyClick(popup.box, Qt.Key.Key_Return)
    assert not popup.isVisible()
    place = room.article_pane.view.place()
    assert room.article_pane.lines[place.line].text.startswith("Paragraph 42 ")
    assert room.article_pane.view.hasFocus()


def test_it_opens_at_the_part_one_reads(qtbot: QtBot, room: MainWindow) -> None:
    show(qtbot, room, "chinese")
    room.room.outliner.go(14)  # 三
    qtbot.wait(50)
    room.article_pane.bar.outline.click()
    popup = room.room.outliner.popup
    assert words(room) == [f"{part}、第{part}部分的标题" for part in "一二三四"]
    assert popup.list.currentIndex().row() == 2
    assert popup.model.index(0, 0).data(LEVEL) == 0
    QTest.keyClick(popup.box, Qt.Key.Key_Down)
    QTest.keyClick(popup.box, Qt.Key.Key_Down)
    assert popup.list.currentIndex().row() == 3
    QTest.keyClick(popup.box, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert room.article_pane.view.hasFocus()


def test_it_is_narrowed_in_either_script_and_speaks_the_interface(
    qtbot: QtBot, room: MainWindow, look: Look
) -> None:
    show(qtbot, room, "chinese")
    room.room.outliner.open()
    popup = room.room.outliner.popup
    popup.box.setText("標題 二")
    assert words(room) == ["二、第二部分的标题"]
    look.set_language("zh_TW")
    assert popup.accessibleName() == "條目大綱"
