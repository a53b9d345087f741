"""Pointing at words and looking them up."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.language.lexicon import lexicon as lexicon_module
from desktop_app.language.lexicon.lexicon import Lexicon
from tests.gui.conftest import settle
from tests.gui.reading_aid.conftest import Pointer
from tests.material import item


def test_a_resting_pointer_tells_of_the_word_only_where_the_aid_is_on(pointer: Pointer) -> None:
    pointer.rest_on("签署合作")
    assert not pointer.popup.isVisible()
    pointer.switch_on()
    pointer.rest_on("签署合作")
    assert pointer.popup.isVisible()
    lines = pointer.popup.text.split("\n")
    assert lines[0] == "签署 簽署 qiān shǔ"
    assert lines[1].startswith("to sign")
    assert len(lines) <= 4


def test_it_is_never_over_the_word_and_never_takes_the_focus(pointer: Pointer) -> None:
    pointer.switch_on()
    for word in ("西安", "签署", "港口"):
        pointer.rest_on(word)
        assert pointer.popup.isVisible(), word
        assert not pointer.popup.geometry().intersects(pointer.place(word)), word
        assert pointer.view.viewport().rect().contains(pointer.popup.geometry())
        assert pointer.view.hasFocus()
        pointer.move_to(QPoint(2, 2))


def test_it_goes_when_the_pointer_leaves_the_word(pointer: Pointer) -> None:
    pointer.switch_on()
    pointer.rest_on("签署")
    pointer.move_to(pointer.place("协议").center())
    assert not pointer.popup.isVisible()


def test_nothing_is_shown_where_there_is_no_word(pointer: Pointer) -> None:
    pointer.switch_on()
    pointer.move_to(QPoint(pointer.view.width() - 30, pointer.view.height() - 10))
    pointer.qtbot.wait(60)
    assert not pointer.popup.isVisible()


def test_a_key_looks_up_the_word_at_the_caret_and_escape_leaves(pointer: Pointer) -> None:
    pointer.put_caret("合作协议。")
    pointer.look_up()
    assert pointer.popup.pinned
    assert pointer.popup.text.startswith("合作 hé zuò\nto cooperate")
    pointer.move_to(QPoint(2, 2))  # it stays with the word
    assert pointer.popup.isVisible()
    pointer.press(Qt.Key.Key_Escape)
    assert not pointer.popup.isVisible()
    assert pointer.view.extraSelections() == []


def test_arrows_step_from_word_to_word(pointer: Pointer) -> None:
    pointer.put_caret("签署合作协议。")
    pointer.look_up()
    said = [pointer.popup.text.split()[0]]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        pointer.press(key)
        said.append(pointer.popup.text.split()[0])
    assert said == ["签署", "合作", "协议", "港口", "协议"]


def test_an_english_word_has_its_chinese_senses(pointer: Pointer) -> None:
    pointer.show("front")
    pointer.put_caret("opened")
    pointer.look_up()
    assert "打开 打開 dǎ kāi to open" in pointer.popup.text
    pointer.put_caret("ships")
    pointer.look_up()
    pointer.press(Qt.Key.Key_Escape)
    pointer.look_up()
    assert "船 chuán boat" in pointer.popup.text
    assert "CL:" not in pointer.popup.text


def test_a_selection_is_looked_up_as_it_is(pointer: Pointer) -> None:
    pointer.put_caret("签署合作", select=True)
    pointer.look_up()
    lines = pointer.popup.text.split("\n")
    assert [line.split()[0] for line in lines] == ["签署", "合作"]
    assert "to cooperate" in lines[1]


def test_what_the_dictionary_does_not_know_is_said(pointer: Pointer, look: Look) -> None:
    pointer.window.article_pane.show_item(item("x", text="Colorocs said so."), None, Path)
    pointer.put_caret("Colorocs")
    pointer.look_up()
    assert (pointer.popup.text, pointer.popup.note) == (
        "", "“Colorocs” is not in the dictionary",
    )  # fmt: skip
    look.set_language("zh_CN")
    assert pointer.popup.note == "词典中没有“Colorocs”"


@pytest.mark.parametrize("how", ["scroll", "other item", "other view", "click"])
def test_it_goes_when_the_text_moves(pointer: Pointer, how: str) -> None:
    pointer.look_up()
    assert pointer.popup.isVisible()
    if how == "scroll":
        pointer.view.verticalScrollBar().valueChanged.emit(1)
    elif how == "other item":
        pointer.show("two")
    elif how == "other view":
        pointer.window.actions_["speakers"].trigger()
    else:
        pointer.qtbot.mouseClick(pointer.view.viewport(), Qt.MouseButton.LeftButton)
    assert not pointer.popup.isVisible()


def test_a_screen_reader_gets_all_of_it(pointer: Pointer) -> None:
    pointer.put_caret("合作协议。")
    pointer.look_up()
    assert pointer.popup.accessibleName() == "Reading aid"
    assert pointer.popup.accessibleDescription() == pointer.popup.text
    assert "to cooperate" in pointer.popup.accessibleDescription()


def test_whether_one_points_is_remembered(
    qtbot: QtBot, window: MainWindow, look: Look, tmp_path: Path
) -> None:
    window.actions_["reading_aid"].setChecked(True)
    settle(qtbot, window)
    window.state.save()
    again = MainWindow(look, Settings(tmp_path / "settings.toml"))
    qtbot.addWidget(again)
    assert again.actions_["reading_aid"].isChecked()
    settle(qtbot, again)
    again.close()


def test_a_missing_dictionary_is_said_in_one_line(
    pointer: Pointer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(
        Lexicon, "open", staticmethod(lambda: lexicon_module._opened(tmp_path / "no.lexicon"))
    )
    told: list[object] = []
    monkeypatch.setattr(pointer.window.dialogs, "show_error", told.append)
    pointer.window.reading_desk.failed.connect(told.append)
    pointer.look_up()
    QApplication.processEvents()
    assert "no.lexicon" in str(told[-1])
    assert not pointer.popup.isVisible()
