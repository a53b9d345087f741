"""The first screen: there when nothing was opened before, gone when an archive is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui.first_run.page import FirstRunPage
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.gui.windows import Windows
from desktop_app.marks.marks import Marks
from tests.gui.conftest import settle


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.toml")


@pytest.fixture
def first(qtbot: QtBot, look: Look, settings: Settings) -> Iterator[MainWindow]:
    """The window of a first start without arguments."""
    windows = Windows(look, settings, Marks.in_memory())
    window = windows.open_first([])
    settle(qtbot, window)
    yield window
    if shiboken6.isValid(window):
        window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def page(window: MainWindow) -> FirstRunPage:
    made = window.first_run.page
    assert made is not None
    return made


def test_a_first_start_offers_three_ways_in_and_nothing_else(first: MainWindow) -> None:
    assert page(first).isVisible()
    assert list(page(first).choices) == ["open", "import_files", "open_sample"]
    assert not first.search_pane.isVisible()
    assert not first.toolbar.isVisible() and not first.menuBar().isVisible()
    assert first.desk.archive is None


def test_the_screen_gives_way_to_the_archive_that_is_opened(
    qtbot: QtBot, first: MainWindow, archive_folder: Path
) -> None:
    first.open_folder(archive_folder)
    settle(qtbot, first)
    assert first.first_run.page is None
    assert first.search_pane.isVisible() and first.toolbar.isVisible()
    assert first.menuBar().isVisible()
    assert first.article_pane.item is not None and first.article_pane.item.id == "front"
    assert first.article_pane.isVisible()


def test_the_keys_go_through_the_choices_and_enter_takes_one(
    qtbot: QtBot, first: MainWindow, monkeypatch: pytest.MonkeyPatch, archive_folder: Path
) -> None:
    monkeypatch.setattr(first.dialogs, "choose_archive", lambda: archive_folder)
    first.activateWindow()
    choices = list(page(first).choices.values())
    choices[0].setFocus()
    QTest.keyClick(choices[0], Qt.Key.Key_Down)
    assert page(first).focusWidget() is choices[1]
    QTest.keyClick(choices[1], Qt.Key.Key_Up)
    assert page(first).focusWidget() is choices[0]
    QTest.keyClick(choices[0], Qt.Key.Key_Return)
    settle(qtbot, first)
    assert first.desk.archive is not None


def test_the_language_is_switched_on_the_screen_itself(first: MainWindow, look: Look) -> None:
    assert page(first).language_switch.text() == "中文"
    page(first).language_switch.click()
    assert page(first).choices["open_sample"].accessibleName() == "看看示例"
    assert page(first).language_switch.text() == "English"


def test_what_is_dragged_over_it_is_shown_where_to_go(first: MainWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    over = QDragEnterEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(first, over)
    assert over.isAccepted()
    assert page(first).drop.property("over") is True


def test_whoever_opened_something_before_does_not_see_it(
    qtbot: QtBot, look: Look, settings: Settings, archive_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    settings.add_recent(archive_folder)
    monkeypatch.setattr(MainWindow, "open_sample", lambda self: self.open_folder(archive_folder))
    windows = Windows(look, settings, Marks.in_memory())
    window = windows.open_first([])
    settle(qtbot, window)
    assert window.first_run.page is None
    assert window.desk.archive is not None
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_window_that_opened_nothing_can_be_closed(first: MainWindow, settings: Settings) -> None:
    first.close()
    assert settings.recent() == []
