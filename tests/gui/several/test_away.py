"""Archives on media that are slow, read-only or not there."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui import jobs
from desktop_app.gui.main_window import MainWindow
from desktop_app.items import Origin
from desktop_app.store.store import Store
from tests.gui.conftest import settle
from tests.gui.several.conftest import Reader
from tests.material import item


class Gate:
    """Has a function wait until it is opened."""

    def __init__(self) -> None:
        self.reached, self._open = threading.Event(), threading.Event()

    def before(self, work: Callable[..., object]) -> Callable[..., object]:
        def waiting(*given: object) -> object:
            self.reached.set()
            assert self._open.wait(30)
            return work(*given)

        return waiting

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def gate() -> Gate:
    return Gate()


def test_one_reads_and_searches_while_another_archive_opens(
    reader: Reader, wire: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "open_archive", gate.before(jobs.open_archive))
    window, pane = reader.window, reader.window.search_pane
    window.several.open_beside([wire])
    reader.qtbot.waitUntil(gate.reached.is_set)
    pane.box.setText("harbor")
    reader.qtbot.waitUntil(lambda: not pane.busy)
    assert reader.found() == ["front"]
    pane.hits.choose_row(0)
    assert window.article_pane.item is not None
    assert window.isEnabled() and window.focusWidget() is not None
    gate.open()
    reader.settle()
    assert sorted(reader.found()) == ["front", "strike"]


def test_the_first_hits_come_before_it_is_known_whether_the_archive_lags(
    reader: Reader, wire: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_for_import(wire) as archive:
        archive.put([(item("late", "The harbor is open again."), Origin("test"), False)])
    monkeypatch.setattr(jobs.Archive, "is_current", gate.before(jobs.Archive.is_current))
    reader.window.open_folder(wire)
    reader.qtbot.waitUntil(gate.reached.is_set)
    reader.window.search_pane.box.setText("harbor")
    reader.qtbot.waitUntil(lambda: reader.found() == ["strike"])
    gate.open()
    reader.settle()
    assert sorted(reader.found()) == ["late", "strike"]


def test_opening_searching_and_reading_hits_read_nothing_on_the_windows_own_thread(
    qtbot: QtBot, reader: Reader, wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    read = Store._all

    def noted(store: Store, sql: str, values: tuple[object, ...] = ()) -> object:
        if threading.current_thread() is threading.main_thread():
            asked.append(sql)
        return read(store, sql, values)

    monkeypatch.setattr(Store, "_all", noted)
    reader.open_beside(wire)
    reader.search("harbor")
    reader.choose("strike")
    reader.choose("front")
    reader.pick("Small archive", "close")
    assert asked == []


def test_an_archive_that_cannot_be_written_is_opened_and_left_as_it_is(
    reader: Reader, wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.stat().st_mtime_ns for path in [wire, *wire.rglob("*")]}
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: mode != os.W_OK and may(path, mode)
    )  # fmt: skip
    reader.open_beside(wire)
    assert sorted(reader.search("harbor")) == ["front", "strike"]
    reader.choose("strike")
    reader.pick("Wire", "close")
    assert {path: path.stat().st_mtime_ns for path in [wire, *wire.rglob("*")]} == before


def test_what_cannot_be_caught_up_with_is_told_in_a_word(
    reader: Reader, wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_for_import(wire) as archive:
        archive._store.speech.note_rules(0, 0)
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: mode != os.W_OK and may(path, mode)
    )  # fmt: skip
    reader.window.open_folder(wire)
    reader.settle()
    bar = reader.window.several.bar
    assert bar.isVisible()
    assert bar.held_back.text() == "Wire: read-only"
    assert "copy the archive" in bar.held_back.toolTip()
    assert reader.chips == {}


def test_archives_that_are_not_there_stay_in_the_menu_and_come_back(
    qtbot: QtBot, window: MainWindow, wire: Path, archive_folder: Path
) -> None:
    window.open_folder(wire)
    settle(qtbot, window)
    away = archive_folder.rename(archive_folder.with_name("elsewhere"))
    for menu in (window.several.recent_menu, window.several.beside_menu):
        menu.aboutToShow.emit()
        settle(qtbot, window)
        offered = {each.text(): each.isEnabled() for each in menu.actions()}
        assert (offered["wire"], offered["small"]) == (True, False)
    menu = window.several.recent_menu
    (gone,) = (each for each in menu.actions() if not each.isEnabled())
    assert str(archive_folder) in gone.toolTip()
    assert "not there now" in gone.toolTip()
    shutil.move(away, archive_folder)
    menu.aboutToShow.emit()
    settle(qtbot, window)
    assert all(each.isEnabled() for each in menu.actions())
    assert archive_folder in window.state.recent


def test_the_palette_greys_archives_that_are_not_there(
    qtbot: QtBot, window: MainWindow, wire: Path, archive_folder: Path
) -> None:
    window.open_folder(wire)
    settle(qtbot, window)
    archive_folder.rename(archive_folder.with_name("elsewhere"))
    for _ in range(2):  # the first look tells the second opening
        window.at_hand.open_palette()
        settle(qtbot, window)
        assert window.at_hand.palette is not None
        window.at_hand.palette.close()
    commands = {each.key: each.enabled for each in window.at_hand.palette._commands()}
    assert commands[f"archive:{archive_folder}"] is False
    assert commands[f"archive:{wire}"] is True
