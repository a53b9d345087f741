"""The palette finds every command in every language, and does it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui.actions import ACTIONS
from desktop_app.gui.at_hand.palette.palette import Palette
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from tests.gui.conftest import settle, type_text


@pytest.fixture
def palette(window: MainWindow) -> Iterator[Palette]:
    window.activateWindow()
    window.actions_["palette"].trigger()
    made = window.at_hand.palette
    assert made is not None
    yield made


def texts(palette: Palette) -> list[str]:
    return [choice.command.text for choice in palette.choices]


def typed(palette: Palette, text: str) -> list[str]:
    palette.box.clear()
    type_text(palette.box, text)
    return texts(palette)


def test_it_lists_every_action_and_choice(palette: Palette, window: MainWindow) -> None:
    keys = [choice.command.key for choice in palette.choices]
    assert len(set(keys)) == len(keys)
    wanted = {f"action:{spec.name}" for spec in ACTIONS if spec.name != "palette"}
    wanted |= {"action:theme:dark", "action:language:zh_TW", "action:script:traditional"}
    assert wanted - set(keys) == set()
    assert any(key.startswith("archive:") and key.endswith("small.beilin") for key in keys)


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
@pytest.mark.parametrize("query", ["paral", "对照阅读", "對照閱讀", "duizhaoyuedu", "dzyd"])
def test_any_language_finds_it_whatever_the_interface_s(
    window: MainWindow, look: Look, language: str, query: str
) -> None:
    look.set_language(language)
    window.at_hand.open_palette()
    palette = window.at_hand.palette
    assert palette is not None
    typed(palette, query)
    assert palette.choices[0].command.key == "action:parallel"
    name = palette.choices[0].other or palette.choices[0].command.text
    assert all(place < len(name) for place in palette.choices[0].fit.places)


def test_a_theme_is_found_by_its_menu_and_in_chinese(palette: Palette, look: Look) -> None:
    assert "Theme: Dark" in typed(palette, "theme")
    assert "Theme: Sepia" in typed(palette, "zhuti")
    typed(palette, "shense")
    assert palette.choices[0].command.key == "action:theme:dark"
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert look.theme.name == "dark"
    look.set_theme("light")


def test_enter_does_it_and_the_focus_goes_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.activateWindow()
    window.article_pane.view.setFocus()
    window.at_hand.open_palette()
    palette = window.at_hand.palette
    assert palette is not None and palette.box.hasFocus()
    typed(palette, "photo pane")
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert not window.actions_["photo_pane"].isChecked()
    assert QApplication.focusWidget() is window.article_pane.view
    window.at_hand.open_palette()
    assert texts(palette)[0] == "Photo pane"  # used last comes first
    typed(palette, "pan")
    assert texts(palette)[0] == "Photo pane"
    QTest.keyClick(palette.box, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    window.state.save()
    saved = Settings(tmp_path / "settings.toml").strings("commands_used")
    assert saved == ["action:photo_pane"]


def test_keys_move_and_what_cannot_be_done_is_not(palette: Palette, window: MainWindow) -> None:
    typed(palette, "confirm this pair")
    choice = palette.choices[0]
    assert not choice.command.enabled
    index = palette.model.index(0, 0)
    assert "not now" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert palette.isVisible()
    typed(palette, "open")
    QTest.keyClick(palette.box, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(palette.choices) - 1
    QTest.keyClick(palette.box, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    QTest.keyClick(palette.box, Qt.Key.Key_Tab)
    assert palette.box.hasFocus()
    assert typed(palette, "qqqq") == []
    assert palette.none.isVisible()


def test_help_is_searched_after_names(palette: Palette) -> None:
    assert "Over time" in typed(palette, "month")
    assert "About Beilin" in typed(palette, "词典")


def test_a_recent_archive_is_opened(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    typed(palette, "small")
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.desk.archive is not None
    assert window.desk.archive.manifest.name == "Small archive"


def test_it_fits_the_window_and_closes_with_a_click_elsewhere(
    palette: Palette, window: MainWindow
) -> None:
    window.resize(1024, 700)
    for _ in range(3):
        QApplication.processEvents()
    assert window.rect().contains(palette.geometry())
    window.search_pane.box.setFocus()
    assert not palette.isVisible()
    assert window.search_pane.box.hasFocus()


def test_a_switch_of_language_names_the_commands_anew(palette: Palette, look: Look) -> None:
    typed(palette, "dakai")
    look.set_language("zh_CN")
    assert "打开档案库…" in texts(palette)
    assert all(choice.other == "" for choice in palette.choices if choice.fit.score > 0)
