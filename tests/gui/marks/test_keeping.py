"""Exporting, backing up and restoring marks from the menu."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.errors import MarksError
from desktop_app.gui.main_window import MainWindow
from desktop_app.marks.schema import FAVOURITES
from tests.gui.conftest import settle


@pytest.fixture
def starred(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window whose item is bookmarked."""
    window.show_item("front")
    settle(qtbot, window)
    window.marks_desk.toggle_bookmark()
    return window


def _answer(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_given: (str(path), kind))


def _done(window: MainWindow, qtbot: QtBot) -> str:
    keeping = window.marks_desk.keeping
    qtbot.waitUntil(lambda: not keeping.busy and keeping.box is not None)
    assert keeping.box is not None
    text = keeping.box.text()
    keeping.box.close()
    return text


def test_the_end_of_the_name_tells_the_form(
    starred: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, begins in (("a.md", "# Marks"), ("a.json", "{"), ("a.jsonld", "{")):
        _answer(monkeypatch, tmp_path / name)
        starred.actions_["export_marks"].trigger()
        assert "1 bookmark" in _done(starred, qtbot)
        assert (tmp_path / name).read_text("utf-8").startswith(begins)
    assert json.loads((tmp_path / "a.jsonld").read_text("utf-8"))["total"] == 1
    _answer(monkeypatch, tmp_path / "plain", "To be imported again: JSON (*.json)")
    starred.actions_["export_marks"].trigger()
    assert "plain.json" in _done(starred, qtbot)


def test_a_backup_brings_back_what_was_removed(
    starred: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = starred.marks_desk
    _answer(monkeypatch, tmp_path / "saved")
    starred.actions_["back_up_marks"].trigger()
    assert "saved.db" in _done(starred, qtbot)
    desk.toggle_bookmark()
    assert not desk.star.isChecked()
    _answer(monkeypatch, tmp_path / "saved.db")
    starred.actions_["restore_marks"].trigger()
    _done(starred, qtbot)
    assert desk.star.isChecked()
    subject = desk.subject()
    assert subject is not None
    assert starred.marks.collections.items(FAVOURITES, subject.archive) == {"front"}


def test_a_file_that_holds_no_marks_is_told(
    starred: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.json").write_text("Dear Sir")
    told: list[object] = []
    starred.marks_desk.failed.disconnect()
    starred.marks_desk.failed.connect(told.append)
    _answer(monkeypatch, tmp_path / "letter.json")
    starred.actions_["restore_marks"].trigger()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], MarksError) and "letter.json" in str(told[0])
    assert starred.marks_desk.star.isChecked()
