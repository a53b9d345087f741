"""Steps from place to place, from page to page, and on into the next hit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.search_pane.hit_list import SPEECHES
from tests.gui.conftest import settle

SHIFT = Qt.KeyboardModifier.ShiftModifier


def search(qtbot: QtBot, window: MainWindow, query: str) -> list[str]:
    """The ids found, best first."""
    window.search_pane.box.setText(query)
    settle(qtbot, window)
    rows = range(window.search_pane.model.rowCount())
    return [window.search_pane.model.row(row).item.id for row in rows]


def shown(window: MainWindow) -> str:
    item = window.article_pane.item
    return item.id if item else ""


def test_places_are_walked_through_all_hits_and_back(qtbot: QtBot, room: MainWindow) -> None:
    found = search(qtbot, room, "harbor")
    assert found == ["short", "english"]
    walked = []
    for _ in range(5):
        room.actions_["next_place"].trigger()
        settle(qtbot, room)
        walked.append((shown(room), room.article_pane.match_label))
    assert walked == [
        ("short", "1 / 3"), ("short", "2 / 3"), ("short", "3 / 3"),
        ("english", "1 / 60"), ("english", "2 / 60"),
    ]  # fmt: skip
    for _ in range(2):
        room.actions_["previous_place"].trigger()
        settle(qtbot, room)
    assert (shown(room), room.article_pane.match_label) == ("short", "3 / 3")


def test_n_and_p_step_in_the_text_and_in_the_list(qtbot: QtBot, room: MainWindow) -> None:
    search(qtbot, room, "harbor")
    room.search_pane.hits.choose_row(0)
    settle(qtbot, room)
    QTest.keyClick(room.article_pane.view, Qt.Key.Key_N)
    QTest.keyClick(room.search_pane.hits, Qt.Key.Key_N)
    assert room.article_pane.match_label == "2 / 3"
    QTest.keyClick(room.article_pane.view, Qt.Key.Key_P)
    assert room.article_pane.match_label == "1 / 3"
    room.search_pane.box.setFocus()
    QTest.keyClicks(room.search_pane.box, " npx")
    assert room.search_pane.box.text() == "harbor npx"  # typed, where one types


def test_space_reads_on_page_by_page_into_the_next_hit(qtbot: QtBot, room: MainWindow) -> None:
    found = search(qtbot, room, "ships")
    room.search_pane.hits.choose_row(found.index("english"))
    settle(qtbot, room)
    view, bar = room.article_pane.view, room.article_pane.view.verticalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert 0.7 * bar.pageStep() < bar.value() < bar.pageStep()
    QTest.keyClick(view, Qt.Key.Key_Space, SHIFT)
    assert bar.value() == 0
    pages = 0
    while shown(room) == "english" and pages < 100:
        QTest.keyClick(room.search_pane.hits, Qt.Key.Key_Space)
        settle(qtbot, room)
        pages += 1
    expected = found[found.index("english") + 1] if found[-1] != "english" else "english"
    assert shown(room) == expected


def test_at_the_last_place_nothing_moves(qtbot: QtBot, room: MainWindow) -> None:
    search(qtbot, room, "oil")
    for _ in range(6):
        room.actions_["next_place"].trigger()
        settle(qtbot, room)
    assert shown(room) == "none"
    assert QToolTip.text() == "That was the last hit"
    assert room.article_pane.match_label == "3 / 3"


def test_each_statement_of_the_list_is_a_place(qtbot: QtBot, room: MainWindow) -> None:
    room.search_pane.show_list(SPEECHES)
    settle(qtbot, room)
    rows = room.search_pane.model.rowCount()
    assert rows > 1
    for row in range(2):
        room.actions_["next_place"].trigger()
        settle(qtbot, room)
        assert room.search_pane.hits.current_row() == row
