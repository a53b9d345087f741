"""The photo pane makes room for views, and comes back as wide as it was."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from tests.gui.conftest import settle


def test_its_width_goes_to_the_view_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    window.splitter.setSizes([350, 600, 328])
    before = window.splitter.sizes()
    window.actions_["concordance"].trigger()
    settle(qtbot, window)
    search, view, _photos = window.splitter.sizes()
    assert search == before[0]
    assert view >= before[1] + before[2]
    window.actions_["reading"].trigger()
    settle(qtbot, window)
    assert window.splitter.sizes() == before


def test_a_window_closed_in_a_view_opens_with_the_pane_as_it_was(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    widths = []
    for _ in range(2):
        window = MainWindow(look, Settings(tmp_path / "settings.toml"))
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        widths.append(window.splitter.sizes())
        window.actions_["concordance"].trigger()
        window.close()
    assert max(abs(a - b) for a, b in zip(*widths, strict=True)) <= 2
