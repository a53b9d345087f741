"""Tabs in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.gui.tabs.saved import SavedTabs
from desktop_app.gui.tabs.tab import Tab
from desktop_app.gui.tabs.where import Where
from tests.gui.conftest import settle

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def row_place(window: MainWindow, row: int) -> QPoint:
    hits = window.search_pane.hits
    return hits.visualRect(window.search_pane.model.index(row, 0)).center()


def title(window: MainWindow) -> str:
    item = window.article_pane.item
    return item.title if item else ""


def titles(window: MainWindow) -> list[str]:
    return [window.tabs.bar.tabText(number) for number in range(window.tabs.bar.count())]


def open_behind(window: MainWindow, *items: str) -> None:
    for each in items:
        window.tabs.open_item(each, Where.BEHIND)


def test_the_bar_is_there_only_with_several_tabs(window: MainWindow) -> None:
    assert not window.tabs.strip.isVisible()
    open_behind(window, "two")
    assert window.tabs.bar.isVisible()
    assert titles(window) == ["Harbor opens", "Oil prices"]
    assert title(window) == "Harbor opens"
    window.tabs.close(1)
    assert not window.tabs.strip.isVisible()


@pytest.mark.parametrize(
    ("button", "keys", "shown"),
    [
        (Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, "Harbor opens"),
        (Qt.MouseButton.LeftButton, CTRL, "Harbor opens"),
        (Qt.MouseButton.LeftButton, CTRL | SHIFT, "Oil prices"),
    ],
)
def test_a_hit_opens_in_a_tab_by_mouse(
    window: MainWindow, button: Qt.MouseButton, keys: Qt.KeyboardModifier, shown: str
) -> None:
    rows = [window.search_pane.model.row(number).item.title for number in range(3)]
    place, view = row_place(window, rows.index("Oil prices")), window.search_pane.hits.viewport()
    QTest.mouseClick(view, button, keys, place)
    assert titles(window) == ["Harbor opens", "Oil prices"]
    assert title(window) == shown
    assert window.search_pane.hits.current_row() == -1  # the choice in the list stays as it was


def test_a_hit_opens_in_a_tab_by_key(qtbot: QtBot, window: MainWindow) -> None:
    hits = window.search_pane.hits
    hits.setFocus()
    hits.choose_row(1)
    settle(qtbot, window)
    chosen = title(window)
    QTest.keyClick(hits, Qt.Key.Key_Return, CTRL)
    assert titles(window) == [chosen, chosen]


def test_each_tab_keeps_history_scroll_and_find(qtbot: QtBot, window: MainWindow) -> None:
    article = window.article_pane
    window.show_item("three")
    window.resize(900, 260)
    settle(qtbot, window)
    article.view.verticalScrollBar().setValue(40)
    article.open_find()
    article.find_bar.box.setText("合作")
    article.next_match()
    settle(qtbot, window)
    label, scrolled = article.match_label, article.view.verticalScrollBar().value()
    open_behind(window, "two")
    window.actions_["next_tab"].trigger()
    settle(qtbot, window)
    assert title(window) == "Oil prices"
    assert not article.find_bar.isVisible()
    assert not article.trail.can_go_back
    window.actions_["previous_tab"].trigger()
    settle(qtbot, window)
    assert article.find_bar.isVisible()
    assert article.find_bar.box.text() == "合作"
    assert article.match_label == label
    assert article.view.verticalScrollBar().value() == scrolled
    assert article.trail.can_go_back
    article.trail.go_back()
    assert title(window) == "Harbor opens"
    assert titles(window)[0] == "Harbor opens"


def test_each_tab_keeps_whether_the_counterpart_is_shown(window: MainWindow) -> None:
    window.actions_["parallel"].setChecked(True)
    open_behind(window, "two")
    window.tabs.go(1)
    assert window.actions_["parallel"].isChecked()
    window.actions_["parallel"].setChecked(False)
    window.tabs.go(0)
    assert window.actions_["parallel"].isChecked()
    window.tabs.go(1)
    assert not window.actions_["parallel"].isChecked()


def test_a_new_tab_is_empty_and_ready_for_a_search(window: MainWindow) -> None:
    window.actions_["new_tab"].trigger()
    assert titles(window) == ["Harbor opens", "New tab"]
    assert window.article_pane.item is None
    assert window.article_pane.empty.isVisible()
    assert window.search_pane.box.hasFocus()
    window.show_item("two")
    assert titles(window) == ["Harbor opens", "Oil prices"]
    assert not window.article_pane.trail.can_go_back


def test_a_closed_tab_comes_back_with_its_history(qtbot: QtBot, window: MainWindow) -> None:
    window.show_item("two")
    open_behind(window, "three")
    assert not window.actions_["reopen_tab"].isEnabled()
    window.actions_["close_tab"].trigger()
    settle(qtbot, window)
    assert title(window) == "合作协议"
    window.actions_["reopen_tab"].trigger()
    assert titles(window) == ["Oil prices", "合作协议"]
    assert title(window) == "Oil prices"
    window.article_pane.trail.go_back()
    assert title(window) == "Harbor opens"


def test_the_only_tab_of_the_only_window_is_emptied(window: MainWindow) -> None:
    window.actions_["close_tab"].trigger()
    assert window.isVisible()
    assert window.article_pane.item is None
    window.actions_["reopen_tab"].trigger()
    assert title(window) == "Harbor opens"


def test_a_tab_closes_by_its_cross_and_by_the_middle_button(window: MainWindow) -> None:
    open_behind(window, "two", "three")
    bar = window.tabs.bar
    cross = bar.tabButton(2, bar.ButtonPosition.RightSide)
    assert isinstance(cross, QToolButton)
    assert cross.accessibleName() == "Close the tab: 合作协议"
    cross.click()
    assert titles(window) == ["Harbor opens", "Oil prices"]
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(0).center())
    assert title(window) == "Oil prices"
    assert not window.tabs.strip.isVisible()


def test_the_menu_of_a_tab_closes_the_others(window: MainWindow) -> None:
    open_behind(window, "two", "three")
    window.tabs.bar.menu_wanted.emit(1, QPoint(0, 0))
    menu = window.findChild(QMenu, "tabMenu")
    assert isinstance(menu, QMenu)
    others = next(each for each in menu.actions() if each.text() == "Close the other tabs")
    others.trigger()
    menu.close()
    assert title(window) == "Oil prices"
    assert window.tabs.bar.count() == 1


def test_a_passage_is_led_to_when_its_tab_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    window.tabs.open("front", 19, 34, Where.BEHIND)
    window.tabs.go(1)
    settle(qtbot, window)
    assert window.article_pane.found.start == 19
    marked = window.article_pane.view.extraSelections()
    assert [QTextCursor(each.cursor).selectedText() for each in marked] == ["Many ships came"]
    window.tabs.go(0)
    window.tabs.go(1)
    assert window.article_pane.found.start == 19


def test_another_archive_has_tabs_of_its_own(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_behind(window, "two", "three")
    with open_for_import(tmp_path / "other.beilin"):
        pass
    window.open_folder(tmp_path / "other.beilin")
    settle(qtbot, window)
    assert window.tabs.bar.count() == 1
    assert not window.actions_["reopen_tab"].isEnabled()


def test_tabs_speak_the_interface_and_tell_a_reader_of_the_screen(
    window: MainWindow, look: Look
) -> None:
    window.actions_["new_tab"].trigger()
    look.set_language("zh_CN")
    assert titles(window) == ["Harbor opens", "新标签页"]
    seen = QAccessible.queryAccessibleInterface(window.tabs.bar)
    assert seen.role() == QAccessible.Role.PageTabList
    names = [seen.child(n).text(QAccessible.Text.Name) for n in range(seen.childCount())]
    assert names[:2] == ["Harbor opens", "新标签页"]


def test_tabs_come_back_at_the_next_start(
    qtbot: QtBot, window: MainWindow, look: Look, archive_folder: Path, tmp_path: Path
) -> None:
    window.show_item("two")
    open_behind(window, "three", "front")
    window.tabs.go(1)
    window.close()
    again = MainWindow(look, Settings(tmp_path / "settings.toml"))
    qtbot.addWidget(again)
    again.show()
    again.open_folder(archive_folder)
    settle(qtbot, again)
    assert titles(again) == ["Oil prices", "合作协议", "Harbor opens"]
    assert title(again) == "合作协议"
    again.tabs.go(0)
    assert again.article_pane.trail.can_go_back
    again.close()


def test_a_tab_whose_item_is_gone_is_not_there_at_the_next_start(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, archive_folder: Path
) -> None:
    archive = window.search_pane.archive
    assert archive is not None
    saved = SavedTabs(tmp_path / "tabs.json")
    saved.write(archive.manifest.id, [Tab("gone", "Gone"), Tab("two", "Oil prices")], 1)
    assert window.tabs.restore(archive)
    assert titles(window) == ["Oil prices"]
    assert title(window) == "Oil prices"


def test_the_menu_of_a_hit_opens_it_here_in_a_tab_or_in_a_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    hits = window.search_pane.hits
    rows = [window.search_pane.model.row(number).item.title for number in range(3)]
    oil = rows.index("Oil prices")
    wanted: list[tuple[str, int, int]] = []
    window.tabs.window_wanted.connect(lambda *place: wanted.append(place))
    place = row_place(window, oil)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, hits.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(hits.viewport(), event)
    menu = hits.findChild(QMenu, "hitMenu")
    assert isinstance(menu, QMenu)
    here, _line, tab, apart = menu.actions()
    tab.trigger()
    assert titles(window) == ["Harbor opens", "Oil prices"]
    apart.trigger()
    assert wanted == [("two", 0, 0)]
    here.trigger()
    settle(qtbot, window)
    assert title(window) == "Oil prices"
    menu.close()


def test_all_tabs_are_listed_in_a_menu(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["new_tab"].trigger()
    open_behind(window, "three")
    menu = window.tabs.strip.menu
    menu.aboutToShow.emit()
    assert [(each.text(), each.isChecked()) for each in menu.actions()] == [
        ("Harbor opens", False), ("New tab", True), ("合作协议", False),
    ]  # fmt: skip
    menu.actions()[2].trigger()
    assert title(window) == "合作协议"
    window.tabs.close(1)
    qtbot.waitUntil(lambda: len(menu.actions()) == 2, timeout=5000)  # for the palette, too


def test_tabs_are_kept_while_the_window_is_open(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_behind(window, "two")
    qtbot.waitUntil((tmp_path / "tabs.json").exists, timeout=10_000)
    archive = window.search_pane.archive
    assert archive is not None
    window.pool.waitForDone()
    kept, _now = SavedTabs(tmp_path / "tabs.json").read(archive.id)
    assert [tab.item for tab in kept] == ["front", "two"]
