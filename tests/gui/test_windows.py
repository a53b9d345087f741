"""Several windows at once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.dialogs import Dialogs
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import Settings
from desktop_app.gui.windows import Windows
from desktop_app.importing.report import Report
from desktop_app.items import Origin
from desktop_app.marks.marks import Marks
from tests.gui.conftest import settle
from tests.material import item


@pytest.fixture
def windows(qtbot: QtBot, look: Look, archive_folder: Path, tmp_path: Path) -> Iterator[Windows]:
    """One window on a small archive."""
    made = Windows(look, Settings(tmp_path / "settings.toml"), Marks.in_memory())
    settle(qtbot, made.open_first([archive_folder]))
    yield made
    for window in made.windows:
        close(window)


def close(window: MainWindow) -> None:
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def second(qtbot: QtBot, windows: Windows) -> MainWindow:
    settle(qtbot, windows.windows[-1])
    return windows.windows[-1]


def test_a_second_window_shows_the_same_item_and_goes_its_own_way(
    qtbot: QtBot, windows: Windows, look: Look
) -> None:
    first = windows.windows[0]
    first.show_item("two")
    first.actions_["new_window"].trigger()
    other = second(qtbot, windows)
    assert other is not first
    assert other.article_pane.item == first.article_pane.item
    assert other.pos() != first.pos()
    other.show_item("three")
    other.search_pane.box.setText("harbor")
    settle(qtbot, other)
    assert first.search_pane.box.text() == ""
    assert first.article_pane.item is not None
    assert first.article_pane.item.id == "two"
    look.set_language("zh_CN")
    assert {each.actions_["new_tab"].text() for each in windows.windows} == {"新标签页"}


def test_closing_one_window_leaves_the_other_at_work(
    qtbot: QtBot, windows: Windows, look: Look
) -> None:
    first = windows.windows[0]
    first.tabs.window_wanted.emit("front", 19, 34)
    other = second(qtbot, windows)
    assert other.article_pane.found.start == 19
    close(first)
    assert windows.windows == (other,)
    look.set_language("zh_TW")  # nothing of the window that is gone is asked
    look.set_theme("dark")
    look.set_theme("light")
    other.search_pane.box.setText("oil")
    settle(qtbot, other)
    other.search_pane.hits.choose_row(0)
    settle(qtbot, other)
    assert other.article_pane.item is not None
    assert other.article_pane.item.id == "two"


def test_the_last_tab_of_a_window_closes_it_where_there_is_another(
    qtbot: QtBot, windows: Windows
) -> None:
    windows.windows[0].actions_["new_window"].trigger()
    other = second(qtbot, windows)
    other.actions_["close_tab"].trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (left,) = windows.windows
    left.actions_["close_tab"].trigger()
    assert windows.windows == (left,)  # the only window stays


def test_what_one_window_imports_the_other_sees(
    qtbot: QtBot, windows: Windows, archive_folder: Path
) -> None:
    first = windows.windows[0]
    first.actions_["new_window"].trigger()
    other = second(qtbot, windows)
    with open_for_import(archive_folder) as archive:
        archive.put([(item("four", "A lighthouse."), Origin("test"), False)])
        archive.catch_up()
    first.desk.imported.emit(Report(imported=1))
    settle(qtbot, other)
    other.search_pane.box.setText("lighthouse")
    settle(qtbot, other)
    assert other.search_pane.count.text().startswith("1 item ")


def test_another_window_has_the_same_archives_open(
    qtbot: QtBot, windows: Windows, archive_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(archive_folder, tmp_path / "copy.beilin")
    first = windows.windows[0]
    first.several.open_beside([tmp_path / "copy.beilin"])
    settle(qtbot, first)
    first.actions_["new_window"].trigger()
    other = second(qtbot, windows)
    names = [each.folder.name for each in other.desk.archives.all]
    assert names == ["small.beilin", "copy.beilin"]


def test_a_file_opened_with_the_program_is_imported(
    qtbot: QtBot, look: Look, archive_folder: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A new harbor\n\nShips came to it.\n", encoding="utf-8")
    made = Windows(look, Settings(tmp_path / "settings.toml"), Marks.in_memory())
    window = made.open_first([archive_folder], [page])
    qtbot.waitUntil(lambda: window.desk.archive is not None, timeout=20_000)
    settle(qtbot, window)
    window.search_pane.box.setText('title:"new harbor"')
    settle(qtbot, window)
    assert [hit.item.title for hit in window.search_pane.model.loaded_rows()] == ["A new harbor"]
    close(window)


def test_a_file_opened_alone_asks_for_the_archive_it_is_to_go_to(
    qtbot: QtBot, look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A new harbor\n\nShips came to it.\n", encoding="utf-8")
    made = Windows(look, Settings(tmp_path / "settings.toml"), Marks.in_memory())
    monkeypatch.setattr(Dialogs, "new_archive", lambda _self: tmp_path / "new.beilin")
    window = made.open_first([], [page])
    qtbot.waitUntil(lambda: window.desk.archive is not None, timeout=20_000)
    settle(qtbot, window)
    assert window.search_pane.model.rowCount() == 1
    close(window)
