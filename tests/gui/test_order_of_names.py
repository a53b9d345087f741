"""Names stand in the order in which readers of the interface's language look for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.search_pane.hit_list import SPEECHES
from desktop_app.gui.settings import Settings
from desktop_app.gui.views.speakers.page import SpeakersPage
from desktop_app.speech_search.ranking import StatementSort
from tests.gui.conftest import settle
from tests.speech_search.conftest import fill, reported

NAMES = ("Ann Lee", "丁薛祥", "李克强", "王毅")


@pytest.fixture
def archive_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "small.beilin"
    words = "我们开放。"
    fill(folder, *(reported(f"i{n}", words, (name, words)) for n, name in enumerate(NAMES)))
    return folder


@pytest.fixture
def by_name(qtbot: QtBot, window: MainWindow, look: Look) -> Iterator[MainWindow]:
    """A window that lists statements by speaker."""
    pane = window.search_pane
    pane.show_list(SPEECHES)
    pane.sort.setCurrentIndex(list(StatementSort).index(StatementSort.SPEAKER))
    pane.search()
    settle(qtbot, window)
    yield window
    look.set_names_by("")


def speakers(qtbot: QtBot, window: MainWindow) -> str:
    """The speakers of the statements as listed: a letter each."""
    settle(qtbot, window)
    return "".join(row.person[0] for row in window.search_pane.model.loaded_rows())


def choose(window: MainWindow, by: str) -> None:
    menu = window.look_menus.names
    next(each for each in menu.actions() if each.objectName() == f"action:names:{by}").trigger()


def test_statements_by_speaker_follow_the_language_and_the_choice(
    qtbot: QtBot, by_name: MainWindow, look: Look, tmp_path: Path
) -> None:
    assert speakers(qtbot, by_name) == "A丁李王"
    look.set_language("zh_CN")
    assert speakers(qtbot, by_name) == "丁李王A"
    look.set_language("zh_TW")
    assert speakers(qtbot, by_name) == "丁王李A"
    choose(by_name, "pinyin")
    assert speakers(qtbot, by_name) == "丁李王A"
    look.set_language("en")
    choose(by_name, "strokes")
    assert speakers(qtbot, by_name) == "丁王李A"
    by_name.state.save()
    look.set_names_by("")
    again = MainWindow(look, Settings(tmp_path / "settings.toml"))
    qtbot.addWidget(again)
    assert look.names_by == "strokes"


def test_the_speakers_view_follows_the_choice(qtbot: QtBot, window: MainWindow, look: Look) -> None:
    window.views.show_view("speakers")
    settle(qtbot, window)
    page = window.views.currentWidget()
    assert isinstance(page, SpeakersPage)
    page.list.table.sortByColumn(0, page.list.table.horizontalHeader().sortIndicatorOrder())
    rows = page.list.model
    names = ["".join(row.speaker.name[0] for row in rows.rows)]
    for by in ("strokes", "pinyin", ""):
        look.set_names_by(by)
        names.append("".join(row.speaker.name[0] for row in rows.rows))
    wanted = ["A丁李王", "丁王李A", "A丁李王", "A丁李王"]
    assert names in (wanted, [each[::-1] for each in wanted])
