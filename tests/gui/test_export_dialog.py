from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.gui.export_dialog import ExportDialog
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from tests.gui.conftest import settle, type_text


def opened(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    window.actions_["export"].trigger()
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    return dialog


def accept(qtbot: QtBot, window: MainWindow, dialog: ExportDialog) -> None:
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    QTest.mouseClick(ok, Qt.MouseButton.LeftButton)
    settle(qtbot, window)


@pytest.mark.parametrize(
    ("only_hits", "expected"), [(True, {"two"}), (False, {"front", "two", "three"})]
)
def test_the_hits_or_all_are_written(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    only_hits: bool,
    expected: set[str],
) -> None:
    asked: list[str] = []

    def name(*given: object, **_options: object) -> tuple[str, str]:
        asked.append(str(given[3]))
        return str(tmp_path / "news"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    type_text(window.search_pane.box, "oil")
    settle(qtbot, window)
    dialog = opened(qtbot, window)
    assert dialog.all_items.isChecked()
    assert dialog.only_hits.isEnabled()
    dialog.only_hits.setChecked(only_hits)
    accept(qtbot, window, dialog)
    assert asked == ["JSONL (*.jsonl)"]
    lines = (tmp_path / "news.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["id"] for line in lines} == expected


def test_a_folder_is_written_in_the_language_of_the_window(
    qtbot: QtBot,
    window: MainWindow,
    look: Look,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_given, **_options: (str(tmp_path / "v1.0"), "")
    )
    look.set_language("zh_CN")
    dialog = opened(qtbot, window)
    dialog.formats.setCurrentIndex(dialog.formats.findData("html"))
    assert not dialog.only_hits.isEnabled()  # nothing is searched for
    accept(qtbot, window, dialog)
    assert "2021年8月" in (tmp_path / "v1.0" / "index.html").read_text("utf-8")


def test_who_thinks_better_of_it_writes_nothing(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_options: ("", ""))
    accept(qtbot, window, opened(qtbot, window))
    assert not window.work_bar.busy


def test_the_dialog_follows_the_language_and_keeps_the_choice(
    qtbot: QtBot, window: MainWindow, look: Look
) -> None:
    dialog = opened(qtbot, window)
    dialog.formats.setCurrentIndex(dialog.formats.findData("epub"))
    english = dialog.formats.currentText()
    for language, title, name in (("zh_CN", "导出", "格式"), ("zh_TW", "匯出", "格式")):
        look.set_language(language)
        assert (dialog.windowTitle(), dialog.formats.accessibleName()) == (title, name)
        assert dialog.formats.currentText() != english
        assert dialog.format_name == "epub"
    dialog.reject()
