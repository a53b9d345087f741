"""The panel "Aa": what is chosen acts at once and is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.gui.appearance.panel import AppearancePanel
from desktop_app.gui.appearance.window_scale import (
    STEPS,
    apply_scale,
    chosen_scale,
    stepped_scale,
)
from desktop_app.gui.article_pane.text_style import CHOICES
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from tests.event_loop import wait
from tests.gui.conftest import settle


def panel_of(window: MainWindow) -> AppearancePanel:
    panel = window.appearance.panel
    if not panel.isVisible():
        window.article_pane.bar.appearance.click()
    assert panel.isVisible()
    return panel


def press(window: MainWindow, name: str) -> None:
    button = panel_of(window).findChild(QToolButton, name)
    assert isinstance(button, QToolButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def body_height(window: MainWindow) -> float:
    return window.article_pane.view.document().findBlockByNumber(2).blockFormat().lineHeight()


def test_every_choice_acts_at_once(window: MainWindow, look: Look) -> None:
    view, usual = window.article_pane.view, body_height(window)
    press(window, "leading:loose")
    assert body_height(window) > usual * 1.1
    press(window, "leading:tight")
    assert body_height(window) < usual
    press(window, "face:serif")
    assert "DejaVu Serif" in view.document().defaultFont().families()
    press(window, "alignment:justified")
    alignment = view.document().findBlockByNumber(2).blockFormat().alignment()
    assert alignment & Qt.AlignmentFlag.AlignJustify
    press(window, "themes:sepia")
    assert look.theme.name == "sepia"
    press(window, "textSizes:L")
    press(window, "textZoom:larger")
    assert (window.article_pane.scale.size, window.article_pane.scale.zoom) == ("L", 110)


def test_what_was_chosen_is_there_next_time(
    qtbot: QtBot, window: MainWindow, look: Look, tmp_path: Path
) -> None:
    for name in ("face:serif", "leading:loose", "alignment:ragged"):
        press(window, name)
    window.close()
    again = MainWindow(look, Settings(tmp_path / "settings.toml"))
    qtbot.addWidget(again)
    style = again.article_pane.scale.style
    assert (style.face, style.leading, style.alignment) == ("serif", "loose", "ragged")
    assert again.appearance.panel.styles["face"].buttons["serif"].isChecked()
    again.close()


def test_settings_that_name_no_choice_leave_what_is_usual(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "odd.ini")
    settings.put("face", "gothic")
    settings.put("window_scale", -7)
    window = MainWindow(look, settings)
    qtbot.addWidget(window)
    assert window.article_pane.scale.style.face in CHOICES["face"]
    assert chosen_scale(settings) == 100
    window.close()


def test_all_is_reached_by_keys_and_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_["appearance"].trigger()
    panel = window.appearance.panel
    seen = set()
    for _press in range(60):
        focus = window.focusWidget() if not panel.isActiveWindow() else panel.focusWidget()
        assert focus is not None
        if isinstance(focus, QToolButton):
            assert focus.accessibleName()
            seen.add(focus.objectName().partition(":")[0])
        QTest.keyClick(panel, Qt.Key.Key_Tab)
    wanted = {"themes", "textSizes", "textZoom", *CHOICES, "windowScale"}
    assert seen >= wanted
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_window_is_scaled_when_it_next_opens(window: MainWindow, tmp_path: Path) -> None:
    panel = panel_of(window)
    assert panel.note.isHidden()
    press(window, "windowScale:larger")
    assert not panel.note.isHidden()
    press(window, "windowScale:reset")
    assert panel.note.isHidden()
    press(window, "windowScale:larger")
    window.close()
    environment: dict[str, str] = {}
    apply_scale(Settings(tmp_path / "settings.toml"), environment)
    assert environment == {"QT_SCALE_FACTOR": "1.25"}
    apply_scale(Settings(tmp_path / "none.ini"), environment := {"QT_SCALE_FACTOR": "3"})
    assert environment == {"QT_SCALE_FACTOR": "3"}  # a person's own word counts


@pytest.mark.parametrize(("start", "by", "end"), [(100, -1, 100), (300, 1, 300), (125, 1, 150)])
def test_scales_go_by_steps_and_end(start: int, by: int, end: int) -> None:
    assert stepped_scale(start, by) == end
    assert (STEPS[0], STEPS[-1]) == (100, 300)


def test_the_place_read_stays_when_the_style_changes(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.article_pane
    pane.scale.set_zoom(300)
    settle(qtbot, window)
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = pane.view.place()
    press(window, "leading:loose")
    after = pane.view.place()
    assert (before.line, before.character) == (after.line, after.character)


@pytest.mark.parametrize("width", [320, 360, 700])
def test_nothing_in_the_bar_is_cut_in_a_narrow_pane(
    qtbot: QtBot, window: MainWindow, width: int
) -> None:
    window.search_pane.box.setText("harbor")
    settle(qtbot, window)
    bar = window.article_pane.bar
    bar.setFixedWidth(width)
    wait(20)
    shown = [each for each in bar.findChildren(QToolButton) if each.isVisibleTo(bar)]
    assert bar.appearance in shown
    assert all(each.width() >= each.sizeHint().width() for each in shown)
    assert all(each.isVisibleTo(bar) == (width > 600) for each in bar.sizes.values())
