"""The switch of language leaves everything where it was."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.main_window import MainWindow
from desktop_app.items import Origin
from tests.gui.conftest import settle
from tests.material import item, photo

LONG = "\n".join(f"Paragraph {n} of the harbor. " + "Ships came and went. " * 9 for n in range(80))


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow, archive_folder: Path) -> Iterator[MainWindow]:
    """Forty hits, one read far down with words selected, the find bar open."""
    with open_for_import(archive_folder) as archive:
        items = [item(f"long{n}", LONG, photos=(photo(),) * 9) for n in range(40)]
        archive.put([(each, Origin("test"), False) for each in items])
        archive.catch_up()
    assert window.desk.archive is not None
    window.desk.archive.refresh()
    window.search_pane.box.setText("harbor")
    settle(qtbot, window)
    window.splitter.setSizes([350, 560, 370])
    window.search_pane.hits.choose_row(20)
    settle(qtbot, window)
    view = window.article_pane.view
    view.verticalScrollBar().setValue(1234)
    cursor = view.cursorForPosition(QPoint(80, 90))
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 4)
    view.setTextCursor(cursor)
    window.article_pane.open_find()
    window.photo_pane.grid.choose(7)
    settle(qtbot, window)
    yield window


@dataclass(frozen=True)
class Kept:
    """What a switch of language must not change."""

    query: str
    caret: int
    row: int
    hits_scrolled: int
    item: str
    place: object
    selected: str
    found: str
    sizes: tuple[int, ...]
    photo: int
    photos_scrolled: int
    focus: str


def kept(window: MainWindow) -> Kept:
    search, article, grid = window.search_pane, window.article_pane, window.photo_pane.grid
    focus = QApplication.focusWidget()
    return Kept(
        query=search.box.text(),
        caret=search.box.cursorPosition(),
        row=search.hits.current_row(),
        hits_scrolled=search.hits.verticalScrollBar().value(),
        item=article.item.id if article.item else "",
        place=article.view.place(),
        selected=article.view.textCursor().selectedText(),
        found=article.find_bar.box.text(),
        sizes=tuple(window.splitter.sizes()),
        photo=grid.current_place(),
        photos_scrolled=grid.verticalScrollBar().value(),
        focus=focus.objectName() if focus else "",
    )


def focusable(window: MainWindow, name: str) -> QWidget:
    found = [each for each in window.findChildren(QWidget, name) if each.isVisible()]
    return found[-1]


@pytest.mark.parametrize(
    "name",
    ["queryBox", "sortOrder", "chip:source:Test", "hitList", "articleView", "findBox",
     "photoGrid", "sizeM", "languageSwitch"],
)  # fmt: skip
def test_query_selection_scroll_focus_and_sizes_are_kept(
    qtbot: QtBot, reading: MainWindow, name: str
) -> None:
    focusable(reading, name).setFocus()
    before = kept(reading)
    assert before.focus == name
    assert before.hits_scrolled > 0
    assert before.selected
    for _ in range(2):
        QTest.mouseClick(reading.language_switch, Qt.MouseButton.LeftButton)
        settle(qtbot, reading)
        assert kept(reading) == before


def test_the_button_names_the_language_it_switches_to(reading: MainWindow) -> None:
    button = reading.language_switch
    assert isinstance(button, QToolButton)
    assert button.text() == "中文"
    reading.look_menus.language.chosen.emit("zh_TW")
    assert button.text() == "English"
    button.click()
    assert button.text() == "中文"
    button.click()
    assert reading.actions_["quit"].text() == "結束"  # the script last used


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_TW.UTF-8"}, "zh_TW"),
        ({"LANG": "zh_SG.UTF-8"}, "zh_CN"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:zh_CN"}, "zh_CN"),
    ],
)
def test_the_first_start_follows_the_system(
    variables: dict[str, str], language: str, tmp_path: Path
) -> None:
    # A process of its own: Qt reads the system's languages once.
    code = (
        "from pathlib import Path; from desktop_app.gui.application import first_language;"
        "from desktop_app.gui.settings import Settings;"
        f"print(first_language(Settings(Path({str(tmp_path / 'new.toml')!r}))))"
    )
    root = Path(__file__).parent.parent.parent
    ran = subprocess.run(
        [sys.executable, "-c", code], env=variables, cwd=root, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert ran.stdout.strip() == language
