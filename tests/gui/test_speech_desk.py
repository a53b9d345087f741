"""The list of statements in the window: its action, and where a statement leads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

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
    made = MainWindow(look, Settings(tmp_path / "window.ini"))
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
