"""A view in the window: shown by its action, fed by the search box, left and come back to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.gui import main_window
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.gui.views.stack import READING
from tests.gui.conftest import settle
from tests.gui.views.made_up import MadeUpView


@pytest.fixture
def window(
    qtbot: QtBot,
    look: Look,
    archive_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    """The window with one view, made up; it stands where a real action has its name."""
    monkeypatch.setattr(main_window, "VIEWS", {"full_screen": MadeUpView})
    made = MainWindow(look, Settings(tmp_path / "settings.toml"))
    made.actions_["full_screen"].toggled.disconnect()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.open_folder(archive_folder)
    settle(qtbot, made)
    yield made
    made.close()


def view(window: MainWindow) -> MadeUpView:
    shown = window.views.currentWidget()
    assert isinstance(shown, MadeUpView)
    return shown


def test_actions_show_a_view_and_go_back_to_reading(window: MainWindow) -> None:
    assert window.actions_[READING].isChecked()
    window.actions_["full_screen"].trigger()
    assert window.views.name == "full_screen"
    assert not window.actions_[READING].isChecked()
    window.actions_[READING].trigger()
    assert window.views.name == READING
    assert not window.actions_["full_screen"].isChecked()


def test_photos_are_hidden_beside_a_view_and_come_back(window: MainWindow) -> None:
    assert window.photo_pane.isVisible()
    window.actions_["full_screen"].trigger()
    assert not window.photo_pane.isVisible()
    window.actions_["photo_pane"].setChecked(False)
    window.actions_["photo_pane"].setChecked(True)
    assert not window.photo_pane.isVisible()
    window.actions_[READING].trigger()
    assert window.photo_pane.isVisible()
    window.actions_["photo_pane"].setChecked(False)
    assert not window.photo_pane.isVisible()


def test_the_view_in_sight_follows_the_whole_query(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["full_screen"].trigger()
    window.search_pane.box.setText("harbor")
    settle(qtbot, window)
    window.search_pane.dates.chosen.emit("2021")
    settle(qtbot, window)
    assert view(window).queries == ["", "harbor", '(harbor) date:"2021"']
    view(window).query_wanted.emit("oil")
    settle(qtbot, window)
    assert window.search_pane.box.text() == "oil"


def test_a_place_opens_the_item_there_and_back_returns_to_the_view(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.actions_["full_screen"].trigger()
    view(window).place_wanted.emit("two", 10, 13)
    settle(qtbot, window)
    assert window.views.name == READING
    assert window.article_pane.item is not None
    assert window.article_pane.item.id == "two"
    assert len(window.article_pane._finding.marker._place) == 1
    assert window.actions_["back"].isEnabled()
    window.actions_["back"].trigger()
    assert window.views.name == "full_screen"
    window.actions_["back"].trigger()  # now to what was read before
    settle(qtbot, window)
    assert window.article_pane.item.id == "front"


def test_choosing_a_hit_leaves_the_view_for_the_article(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["full_screen"].trigger()
    window.search_pane.step(1)
    settle(qtbot, window)
    assert window.views.name == READING
