"""A contact sheet: which photos, in which order, when taken, who is named, what is known."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.views.sheet.bar import SIZES
from desktop_app.gui.views.sheet.page import SheetPage
from desktop_app.gui.views.sheet.scope import Scope
from desktop_app.sheets.sheet import SheetSort
from tests.gui.conftest import settle, type_text


def captions(page: SheetPage, count: int = 3) -> list[str]:
    photos = [page.photos.photo(place) for place in range(min(count, len(page.photos)))]
    return [photo.caption if photo else "" for photo in photos]


def test_the_whole_archive_is_shown_the_last_taken_first(page: SheetPage) -> None:
    assert len(page.photos) == 203
    assert captions(page) == ["A ship", "Neil Gaiman in the harbor", "Neil Gaiman at home"]
    assert page.bar.count.text() == "203 photos"


def test_pages_are_read_as_they_come_into_sight(
    qtbot: QtBot, window: MainWindow, page: SheetPage
) -> None:
    assert page.photos.photo(202) is None  # asked for, and on its way
    page.grid.scrollToBottom()
    settle(qtbot, window)
    last = page.photos.photo(202)
    assert last is not None and last.caption == "Caption number 199"


def test_other_orders_and_scopes(qtbot: QtBot, window: MainWindow, page: SheetPage) -> None:
    page.bar.sort.setCurrentIndex(list(SheetSort).index(SheetSort.OLDEST))
    page.bar.sort.activated.emit(1)
    settle(qtbot, window)
    assert captions(page, 1) == ["Neil Gaiman at home"]
    page.bar.scopes[Scope.ITEM].click()
    settle(qtbot, window)
    assert len(page.photos) == 3


def test_a_search_shows_its_own_photos_with_its_words_marked(
    qtbot: QtBot, window: MainWindow, page: SheetPage
) -> None:
    window.search_pane.box.setText("caption:harbor")
    settle(qtbot, window)
    assert page.bar.scope is Scope.SEARCH
    assert captions(page) == ["Neil Gaiman in the harbor"]
    caption = next(row for row in page.details._rows if row.value.startswith("Neil"))
    assert ">harbor</span>" in caption.words.text()
    window.search_pane.box.setText("")
    settle(qtbot, window)
    assert len(page.photos) == 203


def test_people_in_captions_narrow_the_sheet(
    qtbot: QtBot, window: MainWindow, page: SheetPage
) -> None:
    assert [page.bar.person.itemText(row) for row in range(page.bar.person.count())] == [
        "Anybody in the captions",
        "Neil Gaiman · 2",
    ]
    page.bar.person.setCurrentIndex(1)
    page.bar.person.activated.emit(1)
    settle(qtbot, window)
    assert captions(page) == ["Neil Gaiman in the harbor", "Neil Gaiman at home"]
    assert page.bar.person.count() == 2


def test_the_time_line_is_brushed_looked_into_and_left(
    qtbot: QtBot, window: MainWindow, page: SheetPage
) -> None:
    bars = page.timeline.bars
    assert bars.words(0) == "2019: 1 photo" or bars.words(0) == "January 2019: 1 photo"
    assert page.timeline.undated.text() == "Undated 200"
    keys = [each.key for each in bars._periods]
    start, end = keys.index("2021"), keys.index("2021")
    press, release = bars.bar(start).center().toPoint(), bars.bar(end).center().toPoint()
    QTest.mousePress(bars, Qt.MouseButton.LeftButton, pos=press)
    QTest.mouseMove(bars, release)
    QTest.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=release)
    settle(qtbot, window)
    assert captions(page) == ["A ship", "Neil Gaiman in the harbor"]
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Down)  # into 2021
    settle(qtbot, window)
    assert [each.count for each in bars.periods] == [0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0]
    for _step in range(9):
        QTest.keyClick(bars, Qt.Key.Key_Right)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert captions(page) == ["A ship"]
    QTest.keyClick(bars, Qt.Key.Key_Up)
    page.timeline.undated.click()
    settle(qtbot, window)
    assert len(page.photos) == 200
    QTest.keyClick(bars, Qt.Key.Key_Right)
    page.timeline.undated.click()
    settle(qtbot, window)
    assert len(page.photos) == 203


def test_all_that_is_known_of_the_chosen_photo_can_be_copied(
    qtbot: QtBot, window: MainWindow, page: SheetPage
) -> None:
    page.grid.choose(1)
    settle(qtbot, window)
    facts = dict(page.details.facts)
    assert facts["Caption"] == "Neil Gaiman in the harbor"
    assert facts["Camera"] == "Canon EOS 7D"
    assert facts["Taken on"] == "Aug 31, 2021"
    assert len(facts["SHA-256"]) == 64 and facts["File name"].endswith(".jpg")
    row = next(row for row in page.details._rows if row.name.text() == "SHA-256")
    row.copy.click()
    assert QGuiApplication.clipboard().text() == facts["SHA-256"]


def test_sizes_change_how_many_stand_side_by_side(page: SheetPage) -> None:
    columns = []
    for size in SIZES:
        page.bar.sizes[size].click()
        columns.append(page.grid.columns())
    assert columns[0] > columns[1] > columns[2] >= 1


def test_shift_chooses_from_one_photo_to_another_as_one_reads(page: SheetPage) -> None:
    page.grid.choose(1)
    grid, columns = page.grid, page.grid.columns()
    grid.selectionModel().setCurrentIndex(
        grid.model().index(0, 1), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    grid.setFocus()
    at = grid.visualRect(grid.model().index(0, 1)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    to = grid.visualRect(grid.model().index(1, 0)).center()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, shift, to)
    assert grid.chosen() == list(range(1, columns + 1))
    assert f"{columns} chosen" in page.bar.count.text()


def test_the_photo_leads_to_its_place_in_the_item_and_back(
    qtbot: QtBot, window: MainWindow, page: SheetPage
) -> None:
    page.details.go.click()
    settle(qtbot, window)
    assert window.views.name == "reading"
    assert window.article_pane.item is not None and window.article_pane.item.id == "three"
    window.actions_["back"].trigger()
    settle(qtbot, window)
    assert window.views.currentWidget() is page


def test_nothing_found_says_so_and_the_language_follows(
    qtbot: QtBot, window: MainWindow, page: SheetPage, look: Look
) -> None:
    window.search_pane.box.setFocus()
    type_text(window.search_pane.box, "zebra")
    settle(qtbot, window)
    assert page.nothing.accessibleName() == "What the search finds has no photos."
    look.set_language("zh_CN")
    assert page.nothing.accessibleName() == "搜索结果中没有照片。"


def test_matches_are_marked_in_the_large_view_and_in_the_photo_pane(
    qtbot: QtBot, window: MainWindow, page: SheetPage
) -> None:
    window.search_pane.box.setText("caption:harbor")
    settle(qtbot, window)
    viewer = page.enlarge(0)
    settle(qtbot, window)
    assert ">harbor</span>" in viewer.words.caption.text()
    viewer.words.caption.setSelection(0, 11)
    assert viewer.words.caption.selected == "Neil Gaiman"
    viewer.close_view()
    window.actions_["reading"].trigger()
    settle(qtbot, window)
    assert ">harbor</span>" in window.photo_pane.words.caption.text()
