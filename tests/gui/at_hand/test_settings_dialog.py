"""The settings dialog: everything is found, holds at once, is kept, and needs no mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.gui.at_hand.settings_dialog.dialog import SettingsDialog
from desktop_app.gui.at_hand.settings_dialog.keys_editor import KeysEditor
from desktop_app.gui.at_hand.settings_dialog.row import SettingRow
from desktop_app.gui.at_hand.settings_dialog.setting import GROUPS, KEYS
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[SettingsDialog]:
    window.actions_["settings"].trigger()
    made = window.at_hand.dialog
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def rows(dialog: SettingsDialog) -> list[SettingRow]:
    return [row for page in dialog.sheets.values() for row in page.rows]


def row(dialog: SettingsDialog, name: str) -> SettingRow:
    return next(each for each in rows(dialog) if each.setting.name == name)


def groups(dialog: SettingsDialog) -> list[str]:
    items = (dialog.groups.item(number) for number in range(dialog.groups.count()))
    return [item.text() for item in items if not item.isHidden()]


def choose(dialog: SettingsDialog, name: str, value: object) -> None:
    control = row(dialog, name).control
    if isinstance(control, QComboBox):
        control.setCurrentIndex(control.findData(value))
        control.activated.emit(control.currentIndex())
    else:
        control.setChecked(bool(value))


def test_every_setting_has_its_name_help_and_value(dialog: SettingsDialog) -> None:
    assert len(rows(dialog)) >= 12
    for each in rows(dialog):
        assert each.control.accessibleName() and each.help.text().endswith(".")
        shown = each.control
        value = shown.isChecked() if isinstance(shown, QCheckBox) else shown.currentData()
        assert value == each.setting.get(), each.setting.name


def test_what_is_chosen_holds_at_once_and_is_kept(
    dialog: SettingsDialog, window: MainWindow, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, "theme", "dark")
    assert look.theme.name == "dark"
    choose(dialog, "text_size", "L")
    assert window.article_pane.scale.size == "L"
    choose(dialog, "photo_pane", False)
    assert not window.photo_pane.isVisible()
    choose(dialog, "language", "zh_CN")
    assert dialog.windowTitle() == "设置"
    assert groups(dialog)[1] == "外观"
    path = tmp_path / "settings.toml"
    qtbot.waitUntil(
        lambda: 'text_size = "L"' in path.read_text("utf-8") if path.exists() else False
    )
    kept = Settings(path)
    assert (kept.string("theme"), kept.string("language")) == ("dark", "zh_CN")
    assert not kept.flag("photo_pane", True)
    look.set_theme("light")


def test_what_is_changed_elsewhere_is_shown(dialog: SettingsDialog, look: Look) -> None:
    look.set_theme("dark")
    control = row(dialog, "theme").control
    assert isinstance(control, QComboBox) and control.currentData() == "dark"
    look.set_theme("light")


@pytest.mark.parametrize("typed", ["pinyin", "拼音", "py"])
def test_a_setting_is_found_in_any_language(dialog: SettingsDialog, typed: str) -> None:
    dialog.box.setText(typed)
    shown = [each.setting.name for each in rows(dialog) if not each.isHidden()]
    assert "pinyin" in shown and len(shown) < 5
    assert dialog.groups.currentItem().text() == "Reading"
    dialog.box.clear()
    assert groups(dialog) == ["General", "Appearance", "Reading", "Search and import", "Files",
                              "Shortcuts"]  # fmt: skip


def test_shortcuts_are_found_by_name_and_key_and_nothing_is_said_to_be_nothing(
    dialog: SettingsDialog,
) -> None:
    dialog.box.setText("ctrl+k")
    model = dialog.shortcuts.model
    assert groups(dialog) == ["Shortcuts"]
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["Search"]
    dialog.box.setText("zebra")
    assert groups(dialog) == []
    assert dialog.none.isVisible()


def editor(dialog: SettingsDialog, action: str) -> KeysEditor:
    dialog.open_at(KEYS)
    dialog.shortcuts.show_action(action)
    dialog.shortcuts.editor.fields[0].setFocus()
    return dialog.shortcuts.editor


def press(editor: KeysEditor, keys: str, number: int = 0) -> None:
    field = editor.fields[number]
    field.setFocus()
    QTest.keySequence(field, QKeySequence(keys))
    field.editingFinished.emit()  # as a second later, or with the focus leaving


def test_a_shortcut_is_changed_by_pressing_it(dialog: SettingsDialog, window: MainWindow) -> None:
    keys = editor(dialog, "about")
    press(keys, "Ctrl+Alt+B")
    assert window.actions_["about"].shortcut() == QKeySequence("Ctrl+Alt+B")
    index = dialog.shortcuts.model.index(dialog.shortcuts.model.row_of("about"), 1)
    assert index.data() == "Ctrl+Alt+B" and index.data(Qt.ItemDataRole.FontRole).bold()
    assert keys.reset.isEnabled()
    keys.reset.click()
    assert window.actions_["about"].shortcuts() == []


def test_a_conflict_is_told_and_can_be_settled(dialog: SettingsDialog, window: MainWindow) -> None:
    keys = editor(dialog, "about")
    press(keys, "Ctrl+K")
    assert window.actions_["about"].shortcuts() == []
    assert "Ctrl+K belongs to “Search” now" in keys.told.text()
    keys.take.click()
    assert window.actions_["about"].shortcut() == QKeySequence("Ctrl+K")
    assert window.actions_["search"].shortcuts() == [QKeySequence("/")]
    dialog.shortcuts.reset_all.click()
    assert window.actions_["search"].shortcut() == QKeySequence("Ctrl+K")
    assert not dialog.shortcuts.reset_all.isEnabled()


def test_the_fields_are_no_trap(dialog: SettingsDialog, window: MainWindow) -> None:
    keys = editor(dialog, "help")
    QTest.keyClick(keys.fields[0], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not None
    assert not keys.fields[0].isAncestorOf(QApplication.focusWidget())
    assert window.actions_["help"].shortcut() == QKeySequence("F1")
    keys.fields[0].setFocus()
    QTest.keyClick(keys.fields[0], Qt.Key.Key_Delete)
    assert window.actions_["help"].shortcuts() == []
    press(keys, "Up", number=1)
    assert "needed" in keys.told.text() and window.actions_["help"].shortcuts() == []
    keys.reset.click()
    QTest.keyClick(keys.fields[0], Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_goes_by_keys_alone(dialog: SettingsDialog, look: Look) -> None:
    assert dialog.box.hasFocus()
    QTest.keyClick(dialog.box, Qt.Key.Key_Tab)
    assert dialog.groups.hasFocus()
    QTest.keyClick(dialog.groups, Qt.Key.Key_Down)
    assert dialog.pages.currentWidget() is dialog.sheets["looks"]
    QTest.keyClick(dialog.groups, Qt.Key.Key_Tab)
    control = QApplication.focusWidget()
    assert control is row(dialog, "theme").control
    QTest.keyClick(control, Qt.Key.Key_End)
    assert look.theme_choice == "contrast-dark"
    look.set_theme("light")


def test_enter_in_the_box_presses_nothing(dialog: SettingsDialog) -> None:
    QTest.keyClick(dialog.box, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert len(GROUPS) == dialog.groups.count()
