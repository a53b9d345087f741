"""The question about the columns of a table, in a window and by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop_app.archive import open_archive
from desktop_app.gui.import_dialogs.columns_dialog import ColumnsDialog
from desktop_app.gui.import_dialogs.field_names import FIELD_NAMES
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.importing.tables.columns import FIELDS
from desktop_app.importing.tables.preview import preview
from tests.gui.conftest import settle

TEXT = "Many ships came to the harbor on Monday and more are awaited there this week"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [f"{n},Ship {n} came,2021-08-{n:02},{TEXT} {n}" for n in range(1, 30)]
    path = tmp_path / "ships.csv"
    path.write_text("aa,bb,when,notes\n" + "\n".join(rows), "utf-8")
    return path


@pytest.fixture
def dialog(qtbot: QtBot, look: Look, table: Path) -> ColumnsDialog:
    made = ColumnsDialog(look, preview(table, {}))
    qtbot.addWidget(made)
    made.show()
    return made


def choose(choice: QComboBox, field: str) -> None:
    """As a person does: open the list, go to the entry, press Enter."""
    place = choice.findData(field)
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Home)
    for _ in range(place):
        QTest.keyClick(choice, Qt.Key.Key_Down)


def test_every_field_has_a_name() -> None:
    assert set(FIELD_NAMES) == {"", *FIELDS}


def test_the_first_lines_stand_under_the_guess(dialog: ColumnsDialog) -> None:
    model = dialog.view.model()
    assert (model.rowCount(), model.columnCount()) == (21, 4)
    assert model.index(1, 1).data() == "Ship 1 came"
    names = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert names == ["aa", "bb", "when", "notes"]
    assert dialog.fields == ("", "title", "date", "text")
    assert [choice.currentText() for choice in dialog.choices] == [
        "Leave out",
        "Title",
        "Date",
        "Text",
    ]
    assert dialog.choices[2].accessibleName() == "Column when holds"


def test_choosing_leaves_the_other_columns_and_needs_a_title_or_a_text(
    dialog: ColumnsDialog,
) -> None:
    choose(dialog.choices[0], "id")  # by way of "Title", "Date" and all the others
    assert dialog.fields == ("id", "title", "date", "text")
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    choose(dialog.choices[1], "")
    choose(dialog.choices[3], "")
    assert not ok.isEnabled()
    choose(dialog.choices[3], "text")
    assert ok.isEnabled()


def test_the_language_changes_under_what_is_chosen(dialog: ColumnsDialog, look: Look) -> None:
    choose(dialog.choices[0], "id")
    look.set_language("zh_CN")
    assert dialog.windowTitle() == "表格各列"
    assert dialog.choices[1].currentText() == "标题"
    assert dialog.fields == ("id", "title", "date", "text")


def test_an_unsure_table_is_asked_about_and_remembered(
    qtbot: QtBot, window: MainWindow, table: Path, archive_folder: Path
) -> None:
    window.import_paths([table])
    qtbot.waitUntil(lambda: window.import_desk.questions.dialog is not None)
    dialog = window.import_desk.questions.dialog
    assert dialog is not None
    choose(dialog.choices[0], "section")
    dialog.accept()
    settle(qtbot, window)
    with open_archive(archive_folder) as archive:
        titles = {item.title for item in archive.items()}
        assert list(archive.columns().values()) == [("section", "title", "date", "text")]
    assert "Ship 29 came" in titles
    window.import_paths([table])  # known now
    settle(qtbot, window)
    assert window.import_desk.questions.dialog is None


def test_saying_no_imports_nothing(qtbot: QtBot, window: MainWindow, table: Path) -> None:
    window.import_paths([table])
    qtbot.waitUntil(lambda: window.import_desk.questions.dialog is not None)
    dialog = window.import_desk.questions.dialog
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert window.import_desk.questions.dialog is None
    assert window.desk.archive is not None
    assert window.desk.archive.info().items == 3


def test_a_sure_table_is_imported_without_a_question_unless_asked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    sure = tmp_path / "sure.csv"
    sure.write_text(f"标题,日期,正文\n合作,2021-08-31,{TEXT}\n", "utf-8")
    window.import_paths([sure])
    settle(qtbot, window)
    assert window.desk.archive is not None
    assert window.desk.archive.info().items == 4
    window.import_paths([sure], ask_columns=True)
    qtbot.waitUntil(lambda: window.import_desk.questions.dialog is not None)
