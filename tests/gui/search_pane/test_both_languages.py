"""The button and the chips of a search in both languages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.search_pane.hit_list import SPEECHES
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.gui.settings import Settings
from desktop_app.language.rewriting import AS_PUBLISHED, SIMPLIFIED
from desktop_app.search.hits import Hit
from tests.gui.conftest import settle
from tests.gui.search_pane.conftest import Searcher


def press(searcher: Searcher, button: QToolButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    searcher.wait()


def chips(pane: SearchPane) -> list[tuple[str, bool]]:
    return [(chip.text(), chip.isChecked()) for chip in pane.expansions.chips]


def metas(searcher: Searcher) -> list[str]:
    found = [hit for hit in searcher.pane.model.loaded_rows() if isinstance(hit, Hit)]
    return [searcher.pane.items.rows.meta(hit) for hit in found]


def test_the_button_finds_translations_and_lets_them_go(searcher: Searcher) -> None:
    searcher.ask("harbor")
    assert searcher.titles == ["Harbor opens"]
    assert not searcher.pane.expansions.isVisible()
    press(searcher, searcher.pane.both)
    assert searcher.titles == ["Harbor opens", "合作协议"]
    assert chips(searcher.pane) == [("港口", True)]
    press(searcher, searcher.pane.both)
    assert searcher.titles == ["Harbor opens"]
    assert not searcher.pane.expansions.isVisible()


def test_a_chip_leaves_a_translation_out_and_takes_it_back(searcher: Searcher) -> None:
    searcher.pane.both.setChecked(True)
    searcher.ask("harbor")
    (chip,) = searcher.pane.expansions.chips
    press(searcher, chip)
    assert searcher.titles == ["Harbor opens"]
    assert searcher.pane.expansions.chips == [chip]
    assert (chip.isChecked(), chip.font().strikeOut()) == (False, True)
    searcher.ask("harbor oil")
    searcher.ask("harbor")
    assert chips(searcher.pane) == [("港口", False)]
    press(searcher, searcher.pane.expansions.chips[0])
    assert searcher.titles == ["Harbor opens", "合作协议"]


def test_each_row_tells_in_which_language_it_matched(searcher: Searcher, look: Look) -> None:
    searcher.pane.both.setChecked(True)
    searcher.ask("港口")
    assert searcher.titles == ["合作协议", "Harbor opens"]
    assert [meta.rpartition(" · ")[2] for meta in metas(searcher)] == [
        "found in Chinese",
        "found in English",
    ]
    look.set_language("zh_CN")
    assert metas(searcher)[1].endswith(" · 英文匹配")
    searcher.pane.both.setChecked(False)
    searcher.wait()
    assert [meta.rpartition(" · ")[2] for meta in metas(searcher)] == ["中文"]


def test_translations_are_marked_in_rows_and_texts(searcher: Searcher) -> None:
    searcher.pane.both.setChecked(True)
    searcher.ask("harbor")
    hit = searcher.pane.model.row(1)
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["港口"]
    highlighter = searcher.pane.highlighter()
    assert highlighter is not None
    assert [span[:2] for span in highlighter.in_body("港口今日开放。")] == [(0, 2)]


def test_chips_are_in_the_interface_s_own_script_and_search_as_ever(
    searcher: Searcher, look: Look
) -> None:
    searcher.pane.both.setChecked(True)
    searcher.ask("agreement")
    assert chips(searcher.pane) == [("协议", True)]
    (chip,) = searcher.pane.expansions.chips
    look.set_language("zh_TW")
    assert chips(searcher.pane) == [("協議", True)]
    assert chip.accessibleName() == "「agreement」的譯詞「協議」"
    assert searcher.pane.expansions.chips == [chip]  # which keeps the focus it may have
    press(searcher, chip)
    assert searcher.titles == []
    press(searcher, chip)
    assert searcher.titles == ["合作协议"]
    look.set_script(SIMPLIFIED)
    assert chips(searcher.pane) == [("协议", True)]
    look.set_script(AS_PUBLISHED)


def test_words_without_translation_are_told(searcher: Searcher) -> None:
    searcher.pane.both.setChecked(True)
    searcher.ask("Hague")
    assert searcher.pane.expansions.isVisible()
    assert chips(searcher.pane) == []
    searcher.ask("")
    assert not searcher.pane.expansions.isVisible()
    assert len(searcher.titles) == 3


def test_filters_hold_in_both_languages(searcher: Searcher) -> None:
    searcher.pane.both.setChecked(True)
    searcher.ask("harbor")
    searcher.pane._toggle("language", "zh")
    searcher.wait()
    assert searcher.titles == ["合作协议"]


def test_speeches_are_found_in_both_languages(listener: Searcher) -> None:
    listener.pane.show_list(SPEECHES)
    listener.ask("peace OR cooperation")
    assert listener.pane.model.rowCount() == 1
    listener.pane.both.setChecked(True)
    listener.wait()
    assert listener.pane.model.rowCount() == 2
    metas = [listener.pane.speeches.rows.meta(row) for row in listener.pane.model.loaded_rows()]
    assert ["found in English" in metas[0], "found in Chinese" in metas[1]] == [True, True]


def test_the_key_does_the_same_and_the_window_remembers(
    qtbot: QtBot, window: MainWindow, look: Look, tmp_path: Path
) -> None:
    window.search_pane.box.setText("harbor")
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert window.search_pane.both.isChecked()
    assert window.search_pane.model.rowCount() == 2
    window.state.save()
    other = MainWindow(look, Settings(tmp_path / "settings.toml"))
    qtbot.addWidget(other)
    assert other.search_pane.both.isChecked()
    window.search_pane.both.click()
    assert not window.actions_["both_languages"].isChecked()
