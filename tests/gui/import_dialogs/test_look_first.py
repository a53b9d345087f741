"""Looking at what an import would do before it is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.report_dialog import ReportDialog
from desktop_app.gui.settings import Settings
from tests.gui.conftest import settle

PAGE = "Bridge opens\n\nAugust 31, 2021\n\nA bridge was opened on Tuesday.\n"


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> Path:
    """A text to import into a window that looks first."""
    window.actions_["look_first"].trigger()
    made = tmp_path / "page.txt"
    made.write_text(PAGE)
    return made


def shown_dialog(qtbot: QtBot, window: MainWindow) -> ReportDialog:
    settle(qtbot, window)
    dialogs = [each for each in window.findChildren(ReportDialog) if each.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def count(window: MainWindow) -> int:
    archive = window.desk.archive
    assert archive is not None
    return archive.info().items


def test_what_would_come_is_shown_and_comes_when_told(
    qtbot: QtBot, window: MainWindow, page: Path
) -> None:
    bad = page.with_name("bad.jsonl")
    bad.write_text("{no json\n")
    window.import_paths([page, bad])
    dialog = shown_dialog(qtbot, window)
    assert dialog.counts.text().split("\n")[0] == "1 new and 1 failed"
    told = dialog.reasons.toPlainText()
    for part in ("Plain texts: 1", "Bridge opens — ", "bad.jsonl"):
        assert part in told
    assert count(window) == 3
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    report = shown_dialog(qtbot, window)
    assert "1 imported" in report.counts.text()
    assert not report.go_on.isVisible()
    report.close()
    assert count(window) == 4


def test_closing_imports_nothing(qtbot: QtBot, window: MainWindow, page: Path) -> None:
    window.import_paths([page])
    shown_dialog(qtbot, window).close()
    settle(qtbot, window)
    assert count(window) == 3


def test_what_is_there_already_cannot_be_gone_on_with(
    qtbot: QtBot, window: MainWindow, page: Path
) -> None:
    window.actions_["look_first"].trigger()
    window.import_paths([page])
    shown_dialog(qtbot, window).close()
    window.actions_["look_first"].trigger()
    settle(qtbot, window)
    window.import_paths([page])
    dialog = shown_dialog(qtbot, window)
    assert dialog.counts.text() == "1 there already"
    assert not dialog.go_on.isVisible()
    dialog.close()


def test_looking_can_be_cancelled(qtbot: QtBot, window: MainWindow, page: Path) -> None:
    many = page.with_name("many.jsonl")
    many.write_text("".join(f'{{"id": "m{n}", "title": "{n}"}}\n' for n in range(30_000)))
    window.import_paths([many])
    qtbot.waitUntil(lambda: window.work_bar.isVisible() and window.work_bar.bar.value() > 0)
    assert window.work_bar.label.text().startswith("Looking: ")
    QTest.mouseClick(window.work_bar.stop, Qt.MouseButton.LeftButton)
    dialog = shown_dialog(qtbot, window)
    assert "stopped before the end" in dialog.counts.text()
    dialog.close()
    assert count(window) == 3


def test_the_window_remembers_to_look_first(
    qtbot: QtBot, window: MainWindow, look: Look, page: Path, tmp_path: Path
) -> None:
    window.close()
    again = MainWindow(look, Settings(tmp_path / "settings.toml"))
    qtbot.addWidget(again)
    assert again.actions_["look_first"].isChecked()
    assert again.import_desk.look_first
    again.close()
