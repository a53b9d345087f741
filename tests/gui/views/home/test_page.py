"""The home page: what an archive without a front item opens with; each figure leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.views.home.page import HomePage
from desktop_app.items import Item, Origin
from tests.gui.conftest import settle
from tests.gui.views.speakers.conftest import speeches
from tests.material import item, photo


def items() -> list[Item]:
    """What is said by a few people, and two items of one source, one of them with a photo."""
    return [
        *speeches(),
        item("pier", "The pier.", title="A pier", date=date(2001, 2, 3), source="Port News",
             photos=(photo("a.png"),)),
        item("quay", "The quay.", title="A quay", date=date(2003, 2, 3), source="Port News"),
    ]  # fmt: skip


@pytest.fixture
def archive_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "small.beilin"
    with open_for_import(folder, "Small archive") as archive:
        archive.put([(each, Origin("test"), False) for each in items()])
        archive.catch_up()
    return folder


@pytest.fixture
def page(window: MainWindow) -> Iterator[HomePage]:
    made = window.views.currentWidget()
    assert isinstance(made, HomePage)
    yield made


def row(page: HomePage, section: str, place: int) -> QPoint:
    rows = page.body.sections[section].list
    return rows.visualRect(rows.rows.index(place, 0)).center()


def words(page: HomePage, section: str) -> list[tuple[str, str]]:
    rows = page.body.sections[section].list.rows.rows
    return [(each.words, each.figure) for each in rows]


def test_an_archive_without_a_front_item_opens_with_what_it_holds(
    window: MainWindow, page: HomePage
) -> None:
    assert window.actions_["home"].isChecked()
    assert page.body.heading.text() == "Small archive"
    assert page.body.span.text() == "2001 – 2021"
    assert words(page, "people")[0] == ("Wang Shuguo", "3")
    assert ("Port News", "2") in words(page, "sources")
    assert words(page, "languages")[0] == ("English", "7")
    assert words(page, "latest")[0][0] == "A quay"
    figures = [each.text() for each in page.body._figures if each.isVisibleTo(page)]
    assert figures == ["9 items", "1 with photos", "9 unread"]


def test_a_source_a_person_and_an_item_lead_to_what_they_name(
    qtbot: QtBot, window: MainWindow, page: HomePage
) -> None:
    place = [name for name, _figure in words(page, "sources")].index("Port News")
    sources = page.body.sections["sources"].list
    QTest.mouseClick(sources.viewport(), Qt.MouseButton.LeftButton, pos=row(page, "sources", place))
    settle(qtbot, window)
    assert "Port News" in window.search_pane.box.text()
    assert window.search_pane.model.rowCount() == 2
    people = page.body.sections["people"].list
    QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=row(page, "people", 0))
    settle(qtbot, window)
    assert window.views.name == "speakers"
    window.actions_["back"].trigger()
    assert window.views.name == "home"
    latest = page.body.sections["latest"].list
    QTest.mouseClick(latest.viewport(), Qt.MouseButton.LeftButton, pos=row(page, "latest", 0))
    settle(qtbot, window)
    assert window.article_pane.item is not None and window.article_pane.item.id == "quay"
    assert window.views.name == "reading" and window.desk.archive is not None
    window.marks.reading.put_read(window.desk.archive.id, "quay", read=True)
    window.actions_["back"].trigger()
    assert window.views.name == "home"
    settle(qtbot, window)
    assert [each.text() for each in page.body._figures][2] == "8 unread"


def test_years_are_brushed_with_the_keys_and_the_search_pane_comes_into_sight(
    qtbot: QtBot, window: MainWindow, page: HomePage
) -> None:
    window.actions_["search_pane"].setChecked(False)
    page.body.bars.setFocus()
    QTest.keyClick(page.body.bars, Qt.Key.Key_Right)
    QTest.keyClick(page.body.bars, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.search_pane.isVisible()
    assert window.search_pane.box.text() == "date:2001"
    assert "2001: 1 item, 1 with photos" in page.body.bars.accessibleDescription()
    for _ in range(2):
        QTest.keyClick(page.body.bars, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window)
    assert window.search_pane.box.text() == "date:2001..2003"
    assert window.search_pane.model.rowCount() == 2


def test_the_keys_go_from_list_to_list_and_enter_follows(
    qtbot: QtBot, window: MainWindow, page: HomePage
) -> None:
    languages = page.body.sections["languages"].list
    languages.setFocus()
    QTest.keyClick(languages, Qt.Key.Key_Down)
    QTest.keyClick(languages, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.search_pane.box.text() == "lang:zh"
    QTest.keyClick(languages, Qt.Key.Key_Down)
    assert not languages.hasFocus()


def test_the_page_speaks_the_language_and_says_of_each_row_what_it_counts(
    qtbot: QtBot, look: Look, window: MainWindow, page: HomePage
) -> None:
    look.set_language("zh_CN")
    settle(qtbot, window)
    assert page.body.sections["latest"].heading.text() == "最近收入"
    rows = page.body.sections["languages"].list.rows
    spoken = rows.data(rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "中文: 2 条"


def test_an_archive_that_cannot_be_counted_says_so_and_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, page: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = window.desk.searched
    assert archive is not None

    def gone(*_given: object) -> None:
        raise OSError("the stick was pulled")

    monkeypatch.setattr(archive.overview, "on", gone)
    page._count()
    settle(qtbot, window)
    assert page.nothing.isVisible() and "stick" in page.nothing.accessibleDescription()
    monkeypatch.undo()
    page.nothing.button.click()
    settle(qtbot, window)
    assert page.body.isVisible()


def test_an_empty_archive_says_how_to_fill_it(
    qtbot: QtBot, window: MainWindow, page: HomePage, tmp_path: Path
) -> None:
    with open_for_import(tmp_path / "empty.beilin", "Empty"):
        pass
    window.open_folder(tmp_path / "empty.beilin")
    settle(qtbot, window)
    assert page.nothing.isVisible()
    assert page.nothing.accessibleName() == "This archive is empty"
