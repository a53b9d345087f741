"""At 200 % a screen of 1440 x 900 has 720 x 450 pixels left: nothing is cut off there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.gui.at_hand.settings_dialog.setting import GROUPS
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from tests.gui.conftest import settle

_ROOM = (720, 450)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_window(qtbot: QtBot, window: MainWindow, look: Look, language: str) -> None:
    look.set_language(language)
    window.resize(*_ROOM)
    window.search_pane.box.setText("harbor")
    settle(qtbot, window)
    names = ("back", "open", "help", *window.views.names)
    for name in names:
        button = window.toolbar.widgetForAction(window.actions_[name])
        assert isinstance(button, QToolButton) and button.isVisible(), name
        assert window.toolbar.rect().contains(button.geometry()), name
    assert window.language_switch.isVisible()
    box = window.search_pane.box
    assert box.height() >= box.sizeHint().height() and box.width() >= 150
    assert window.search_pane.hits.height() >= 60
    window.resize(1280, 800)
    window.search_pane.box.clear()
    settle(qtbot, window)
    reading = window.toolbar.widgetForAction(window.actions_["reading"])
    assert isinstance(reading, QToolButton)
    assert reading.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextOnly
    assert window.search_pane.dates.bars.height() > 40


def test_settings_and_palette(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(*_ROOM)
    for group in GROUPS:
        window.at_hand.open_settings(group)
        dialog = window.at_hand.dialog
        assert dialog is not None
        least = dialog.minimumSizeHint()
        assert least.width() <= _ROOM[0] and least.height() <= _ROOM[1], group
    dialog.resize(*_ROOM)
    dialog.shortcuts.show_action("open")
    qtbot.wait(10)
    assert dialog.rect().contains(dialog.shortcuts.editor.fields[1].geometry())
    dialog.close()
    window.at_hand.open_palette()
    palette = window.at_hand.palette
    assert palette is not None
    assert window.rect().contains(palette.geometry())
