"""An archive that goes away while it is open, and comes back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from tests.gui.conftest import settle


@pytest.fixture
def away(qtbot: QtBot, window: MainWindow, archive_folder: Path, tmp_path: Path) -> Path:
    """Where the archive that is open has been moved."""
    target = tmp_path / "elsewhere"
    shutil.move(archive_folder, target)
    look_again(qtbot, window)
    return target


def look_again(qtbot: QtBot, window: MainWindow) -> None:
    window.gone.look()
    qtbot.waitUntil(lambda: not window.gone.busy, timeout=20_000)


def test_the_window_says_which_archive_is_gone_and_keeps_what_is_read(
    window: MainWindow, look: Look, archive_folder: Path, away: Path
) -> None:
    bar = window.gone.bar
    assert bar.isVisible()
    assert bar.y() >= window.toolbar.geometry().bottom()
    assert "Small archive" in bar.words.text() and str(archive_folder) in bar.words.text()
    assert window.article_pane.item is not None
    look.set_language("zh_CN")
    assert bar.again.accessibleName() == "重新打开"


def test_it_is_opened_again_once_it_is_back(
    qtbot: QtBot, window: MainWindow, archive_folder: Path, away: Path
) -> None:
    before = window.desk.archive
    window.gone.bar.again.click()
    qtbot.waitUntil(lambda: not window.gone.busy, timeout=20_000)
    assert window.desk.archive is before  # it is still away
    shutil.move(away, archive_folder)
    look_again(qtbot, window)
    assert window.gone.bar.words.text() == "“Small archive” is there again."
    window.gone.bar.again.click()
    settle(qtbot, window)
    assert window.desk.archive is not before
    assert not window.gone.bar.isVisible()
    window.search_pane.box.setText("harbor")
    settle(qtbot, window)
    assert window.search_pane.model.rowCount() == 1


def test_one_of_several_is_closed_and_the_others_are_searched(
    qtbot: QtBot, window: MainWindow, archive_folder: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(archive_folder, tmp_path / "other.beilin"))
    window.several.open_beside([other])
    settle(qtbot, window)
    assert len(window.desk.archives.all) == 2
    shutil.move(other, tmp_path / "elsewhere")
    look_again(qtbot, window)
    assert str(other) in window.gone.bar.words.text()
    window.gone.bar.close_button.click()
    settle(qtbot, window)
    assert [each.folder for each in window.desk.archives.all] == [archive_folder]
    assert not window.gone.bar.isVisible()
