"""Without a mouse: Tab leads everywhere, and where the focus is can be seen, in every theme.

That everything has a name and a role is asked in `test_languages.py`, at whose stages all
windows are open.
"""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.at_hand.settings_dialog.setting import GROUPS, KEYS
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.theme import CHOICES
from tests.gui.accessible import by_tab, interfaces, nameless, out_of_reach, without_visible_focus
from tests.gui.conftest import settle


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A window with a search and an item in it."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.search_pane.box.setText("harbor")
    settle(qtbot, window)
    window.search_pane.box.setFocus()
    return window


def check(top: QWidget, least: int) -> None:
    around = by_tab(top)
    assert len(around) >= least
    assert out_of_reach(top, around) == []
    assert without_visible_focus(top, around) == []


@pytest.mark.parametrize("theme", CHOICES[1:])
def test_the_reading_room(ready: MainWindow, look: Look, theme: str) -> None:
    look.set_theme(theme)
    check(ready, 12)
    look.set_theme("light")


def test_the_other_views(qtbot: QtBot, ready: MainWindow) -> None:
    for name in (each for each in ready.views.names if each != "reading"):
        ready.actions_[name].trigger()
        settle(qtbot, ready)
        ready.search_pane.box.setFocus()
        check(ready, 6)


def test_the_settings(qtbot: QtBot, ready: MainWindow, look: Look) -> None:
    look.set_theme("contrast-dark")
    for group in GROUPS:
        ready.at_hand.open_settings(group)
        dialog = ready.at_hand.dialog
        assert dialog is not None
        qtbot.waitUntil(dialog.isActiveWindow)
        if group == KEYS:
            dialog.shortcuts.show_action("open")
        check(dialog, 4)
        assert nameless(dialog) == []
    dialog.close()
    look.set_theme("light")


@pytest.mark.parametrize("name", ["help", "export", "import_log", "details"])
def test_the_dialogs(qtbot: QtBot, ready: MainWindow, name: str) -> None:
    ready.show_item("front")
    settle(qtbot, ready)
    ready.actions_[name].trigger()
    qtbot.waitUntil(lambda: QApplication.activeWindow() not in (None, ready))
    dialog = QApplication.activeWindow()
    assert dialog is not None
    check(dialog, 2)
    assert nameless(dialog) == []
    dialog.close()


def test_the_palette_tells_its_rows(ready: MainWindow) -> None:
    ready.at_hand.open_palette()
    palette = ready.at_hand.palette
    assert palette is not None
    palette.box.setText("photo pane")
    rows = QAccessible.queryAccessibleInterface(palette.list)
    row = rows.child(0)
    assert row.text(QAccessible.Text.Name) == "Photo pane, View, F9, on"
    assert row.role() in (QAccessible.Role.ListItem, QAccessible.Role.Cell)
    assert nameless(palette) == []
    assert len(list(interfaces(palette))) == 3


def test_a_nameless_button_is_noticed(ready: MainWindow) -> None:
    button = ready.search_pane.both
    button.setText("")
    button.setAccessibleName("")
    assert len(nameless(ready)) == 1
