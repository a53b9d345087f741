"""The list of statements in the window: its action, and where a statement leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.citing.styles import RECORDS, STYLES
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.search_pane.hit_list import ITEMS, SPEECHES
from desktop_app.gui.settings import Settings
from tests.gui.conftest import settle
from tests.speech_search.conftest import ITEMS as SAID
from tests.speech_search.conftest import fill


@pytest.fixture
def window(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on an archive in which five statements are made."""
    fill(tmp_path / "said.beilin", *SAID)
    made = MainWindow(look, Settings(tmp_path / "settings.toml"))
    qtbot.addWidget(made)
    made.show()
    made.open_folder(tmp_path / "said.beilin")
    settle(qtbot, made)
    yield made
    made.close()


def marked(window: MainWindow) -> list[str]:
    """The text of the place one was led to, a line each."""
    finding = window.article_pane._finding
    sheet = finding.marker._sheet
    assert sheet is not None
    places = finding.marker._place
    return [sheet.line_cursor(*place).selectedText() for place in places]


def test_a_statement_opens_its_item_at_its_words(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["speeches"].trigger()
    window.search_pane.box.setText("peace OR harbour")
    window.search_pane.sort.setCurrentIndex(2)  # oldest first
    settle(qtbot, window)
    seen = []
    for _ in range(4):
        window.actions_["next_hit"].trigger()
        settle(qtbot, window)
        assert window.article_pane.item is not None
        seen.append((window.article_pane.item.id, *marked(window)))
    assert seen == [
        ("port", "We build the harbour"),
        ("port", "No harbour"),
        ("port", "Peace"),
        ("undated", "Harbour, harbour, harbours everywhere"),
    ]
    assert window.article_pane.match_count == 3  # the query's words are marked as ever


def test_action_and_switch_go_together_and_the_pane_comes_into_sight(
    qtbot: QtBot, window: MainWindow
) -> None:
    action, pane = window.actions_["speeches"], window.search_pane
    window.actions_["search_pane"].setChecked(False)
    window.activateWindow()
    QTest.keySequence(window, "Ctrl+Shift+S")
    settle(qtbot, window)
    assert (pane.list_name, pane.isVisible(), action.isChecked()) == (SPEECHES, True, True)
    pane.switch.button(ITEMS).click()
    settle(qtbot, window)
    assert (pane.list_name, action.isChecked()) == (ITEMS, False)
    action.trigger()
    assert pane.switch.button(SPEECHES).isChecked()


def test_the_hits_to_export_and_their_photos_are_the_items_spoken_in(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.search_pane.box.setText("harbour")
    settle(qtbot, window)
    assert window.search_pane.matches is not None
    assert len(window.search_pane.matches.numbers) == 3
    window.actions_["speeches"].trigger()
    settle(qtbot, window)
    matches, archive = window.search_pane.matches, window.desk.archive
    assert (matches is not None) and (archive is not None)
    assert {hit.item.id for hit in archive.hits(matches, 0, 9)} == {"port", "undated"}


def test_a_statement_is_copied_with_its_citation_plain_and_rich(
    qtbot: QtBot, window: MainWindow, look: Look
) -> None:
    window.search_pane.show_list(SPEECHES)
    window.search_pane.box.setText("国际合作")
    settle(qtbot, window)
    pane = window.search_pane
    hit = pane.speeches.model.row(0)
    assert hit is not None
    menu = pane.speeches.menu.menu(hit)
    (styles,) = [each.menu() for each in menu.actions() if isinstance(each.menu(), QMenu)]
    offered = [each.text() for each in styles.actions() if not each.isSeparator()]
    assert offered == [*(each.name for each in STYLES.values()), *RECORDS.values()]
    look.set_language("zh_CN")
    styles.actions()[0].trigger()
    settle(qtbot, window)
    data = QGuiApplication.clipboard().mimeData()
    first, *rest = data.text().split("\n")
    assert first == "“加強國際合作”"
    assert rest[0].startswith("— Wang Shuguo · 原话 · 2021年9月1日")
    assert "Title of school" in rest[-1]
    assert "<blockquote>" in data.html()


def test_a_statement_whose_item_is_gone_is_named_in_a_dialog(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.search_pane.show_list(SPEECHES)
    settle(qtbot, window)
    hit = window.search_pane.speeches.model.row(0)
    assert hit is not None
    gone = replace(hit, item=replace(hit.item, id="gone"))
    window.search_pane.speeches.menu.quotation_wanted.emit(gone, "apa")
    settle(qtbot, window)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "gone" in box.text()
    box.close()
