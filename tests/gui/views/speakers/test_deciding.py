"""A reader says in the window who is who; it is kept, also through another import."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.search_pane.hit_list import SPEECHES
from desktop_app.gui.views.speakers.page import SpeakersPage
from desktop_app.gui.views.speakers.rename import RenameDialog
from desktop_app.gui.views.speakers.same_person import SamePersonDialog
from desktop_app.items import Origin
from tests.gui.conftest import settle, type_text
from tests.gui.views.speakers.conftest import names, speeches

Dialog = TypeVar("Dialog", bound=QDialog)


def dialog(page: SpeakersPage, kind: type[Dialog]) -> Dialog:
    """The dialog of a kind that is open."""
    found = [each for each in page.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def accept(made: SamePersonDialog | RenameDialog) -> None:
    made.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def merge(qtbot: QtBot, window: MainWindow, page: SpeakersPage, one: str, other: str) -> None:
    """Say that `one` is the same person as `other`."""
    page.show_person(one)
    settle(qtbot, window)
    page.person.head.merge.trigger()
    asked = dialog(page, SamePersonDialog)
    type_text(asked.list.box, other)
    QTest.keyClick(asked.list.box, Qt.Key.Key_Return)
    assert asked.isVisible()  # Enter in the box decides nothing
    qtbot.waitUntil(lambda: not asked.list.busy)
    accept(asked)
    settle(qtbot, window)


def rename(qtbot: QtBot, window: MainWindow, page: SpeakersPage, name: str) -> None:
    """Call the person shown `name`."""
    page.person.head.rename.trigger()
    asked = dialog(page, RenameDialog)
    asked.box.setText(name)
    accept(asked)
    settle(qtbot, window)


def import_again(folder: Path) -> None:
    with open_for_import(folder) as archive:
        archive.put([(each, Origin("test"), False) for each in speeches()])
        archive.catch_up()


def test_two_speakers_are_made_one_and_stay_so_through_an_import(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage, archive_folder: Path
) -> None:
    merge(qtbot, window, page, "Bush", "gomez")
    assert page.person.head.name.text() == "Maria Gomez"
    assert page.person.head.also.text() == "Also: Bush"
    assert page.person.head.told.text() == "Bush and Maria Gomez are one person now."
    assert "Bush" not in names(page)
    import_again(archive_folder)
    with open_archive(archive_folder) as archive:
        (person,) = archive.speakers().called("Bush")
        assert person.name == "Maria Gomez"
    window.open_folder(archive_folder)
    settle(qtbot, window)
    assert "Bush" not in names(page)


def test_who_is_not_in_sight_is_not_made_the_same(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    page.person.head.merge.trigger()
    asked = dialog(page, SamePersonDialog)
    ok = asked.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert "Wang Shuguo" not in [row.speaker.name for row in asked.list.model.rows]
    assert not ok.isEnabled()
    asked.list.table.selectRow(0)
    assert ok.isEnabled()
    assert asked.told.text().startswith("Wang Shuguo and ")
    type_text(asked.list.box, "zebra")
    qtbot.waitUntil(lambda: not asked.list.busy)
    assert not ok.isEnabled()
    asked.list.box.clear()
    assert not ok.isEnabled()
    asked.reject()


def test_what_was_decided_is_undone(qtbot: QtBot, window: MainWindow, page: SpeakersPage) -> None:
    merge(qtbot, window, page, "Bush", "gomez")
    page.person.head.undo.click()
    settle(qtbot, window)
    assert page.person.head.name.text() == "Bush"
    assert {"Bush", "Maria Gomez"} < set(names(page))
    assert page.person.head.undo.isHidden()
    assert not page.person.head.forget.isEnabled()


def test_undoing_a_second_decision_leaves_the_first(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    merge(qtbot, window, page, "Bush", "gomez")
    rename(qtbot, window, page, "M. Gomez")
    assert page.person.head.name.text() == "M. Gomez"
    page.person.head.undo.click()
    settle(qtbot, window)
    assert page.person.head.name.text() == "Maria Gomez"
    assert page.person.head.also.text() == "Also: Bush"


def test_a_speaker_is_renamed_and_the_lists_follow(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    window.search_pane.show_list(SPEECHES)
    settle(qtbot, window)
    rename(qtbot, window, page, "  President   Wang ")
    assert page.person.head.name.text() == "President Wang"
    assert page.list.table.currentIndex().data() == "President Wang"
    assert page.person.head.also.text() == "Also: Wang Shuguo and 王树国"
    shown = {hit.person for hit in window.search_pane.model.loaded_rows()}
    assert "President Wang" in shown and "Wang Shuguo" not in shown
    page.person.head.list_button.click()
    settle(qtbot, window)
    assert window.search_pane.model.rowCount() == 3


def test_a_name_someone_has_is_told_to_be_theirs(page: SpeakersPage) -> None:
    page.person.head.rename.trigger()
    asked = dialog(page, RenameDialog)
    ok = asked.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert (asked.box.text(), ok.isEnabled()) == ("Wang Shuguo", False)
    asked.box.setText("Bush")
    assert asked.told.text() == "Bush speaks here already: both will be one person."
    asked.box.setText("   ")
    assert not ok.isEnabled()
    asked.reject()
    assert page.person.head.name.text() == "Wang Shuguo"


def test_one_of_the_names_is_someone_else_s_and_forgetting_joins_them_again(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    choices = {each.text(): each for each in page.person.head.split.actions()}
    choices["王树国"].trigger()
    settle(qtbot, window)
    assert page.person.head.name.text() == "王树国"
    assert {"Wang Shuguo", "王树国"} < set(names(page))
    for name in ("王树国", "Wang Shuguo"):
        page.show_person(name)
        settle(qtbot, window)
        page.person.head.forget.trigger()
        settle(qtbot, window)
    assert page.person.head.also.text() == "Also: 王树国"
    assert page.person.head.told.text() == "What was decided about these names is forgotten."


def test_another_person_looked_at_ends_what_is_told(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    rename(qtbot, window, page, "President Wang")
    assert page.person.head.undo.isVisible()
    page.show_person("Bush")
    settle(qtbot, window)
    assert (page.person.head.told.text(), page.person.head.undo.isVisible()) == ("", False)


@pytest.fixture
def read_only(archive_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may write the archive; root, who tests, otherwise always may."""
    may = os.access

    def refused(path: Path, mode: int) -> bool:
        return may(path, mode) and not (mode == os.W_OK and Path(path) == archive_folder)

    monkeypatch.setattr(os, "access", refused)


def test_an_archive_that_cannot_be_written_is_told_in_a_line(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage, read_only: Callable[[], None]
) -> None:
    rename(qtbot, window, page, "President Wang")
    told = page.person.head.told.text()
    assert "cannot be written" in told and "\n" not in told
    assert page.person.head.undo.isHidden()
    assert page.person.head.name.text() == "Wang Shuguo"
