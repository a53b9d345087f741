"""Copying from the article with a citation."""

from __future__ import annotations

import json

from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from desktop_app.citing.styles import RECORDS, STYLES
from desktop_app.gui.main_window import MainWindow
from tests.gui.conftest import settle


def copy(qtbot: QtBot, window: MainWindow, name: str) -> str:
    actions = [each for each in window.citing.menu.actions() if each.text() == name]
    actions[0].trigger()
    settle(qtbot, window)
    return QGuiApplication.clipboard().mimeData().text()


def test_all_styles_and_forms_are_offered_in_the_menu(window: MainWindow) -> None:
    offered = [each.text() for each in window.citing.menu.actions() if not each.isSeparator()]
    assert offered == [*(each.name for each in STYLES.values()), *RECORDS.values()]
    assert window.citing.menu.menuAction() in window.actions_.menus["edit"].actions()


def test_the_item_is_cited_and_what_is_selected_is_quoted(qtbot: QtBot, window: MainWindow) -> None:
    alone = copy(qtbot, window, "APA 7")
    assert "Harbor opens" in alone and "\n" not in alone
    view = window.article_pane.view
    cursor = view.document().find("Many ships")
    view.setTextCursor(cursor)
    assert copy(qtbot, window, "APA 7") == f"“Many ships”\n{alone}"
    (entry,) = json.loads(copy(qtbot, window, "CSL-JSON"))
    assert entry["note"] == "“Many ships”"
    view.setTextCursor(QTextCursor(view.document()))


def test_nothing_is_offered_where_nothing_is_shown(window: MainWindow) -> None:
    assert window.citing.menu.isEnabled()
    window.article_pane.clear()
    assert not window.citing.menu.isEnabled()
