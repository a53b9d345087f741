"""The actions and the menu of what helps to read, and what is remembered of them."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from tests.gui.conftest import settle


def entry(window: MainWindow, script: str) -> object:
    return next(
        each
        for each in window.reading_desk.scripts.actions()
        if each.objectName() == f"action:script:{script}"
    )


def test_a_script_and_pinyin_are_chosen_in_the_menu_and_remembered(
    qtbot: QtBot, window: MainWindow, look: Look, tmp_path: Path
) -> None:
    window.show_item("three")
    entry(window, "traditional").trigger()  # type: ignore[attr-defined]
    window.actions_["pinyin"].setChecked(True)
    settle(qtbot, window)
    assert "簽署合作協議" in window.article_pane.view.toPlainText()
    assert window.article_pane.view._typography.pinyin
    window.state.save()
    again = MainWindow(look, Settings(tmp_path / "settings.toml"))
    qtbot.addWidget(again)
    settle(qtbot, again)
    assert entry(again, "traditional").isChecked()  # type: ignore[attr-defined]
    assert again.actions_["pinyin"].isChecked()
    assert again.article_pane.view._typography.pinyin
    again.close()
    window.actions_["pinyin"].setChecked(False)
    settle(qtbot, window)
    assert not window.article_pane.view._typography.pinyin


def test_another_script_in_the_settings_is_as_published(window: MainWindow) -> None:
    window.reading_desk.set_script("klingon")
    assert window.reading_desk.script == "published"
