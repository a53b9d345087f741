"""The view of marks: what it lists, opens, orders, removes and brings back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.views.marks.page import MarksPage
from desktop_app.gui.views.marks.sections import Kind
from desktop_app.marks.anchors import anchor_at
from desktop_app.marks.schema import FAVOURITES
from desktop_app.marks.subjects import Subject
from tests.gui.conftest import settle

_TEXT = "The harbor opened.\nMany ships came to the harbor."


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> MarksPage:
    """The view, with some of everything."""
    archive, marks = window.desk.archive, window.marks
    assert archive is not None
    own = archive.manifest.id
    subjects = [
        Subject(own, name, title)
        for name, title in (
            ("front", "Harbor opens"),
            ("two", "Oil prices"),
            ("three", "合作协议"),
        )
    ]
    for subject in subjects:
        marks.collections.add(FAVOURITES, subject)
    marks.collections.add(marks.collections.make("Trade talks"), subjects[2])
    marks.tags.put(subjects[1], ["energy", "to read"])
    marks.highlights.add(subjects[0], anchor_at(_TEXT, 19, 29), "green", "How many?")
    marks.visit(own, "two", "Oil prices")
    marks.visit("another archive", "elsewhere", "Elsewhere")
    window.actions_["marks"].trigger()
    settle(qtbot, window)
    found = window.views.currentWidget()
    assert isinstance(found, MarksPage)
    return found


def _titles(page: MarksPage) -> list[str]:
    rows = (page.model.row(number) for number in range(page.model.rowCount()))
    return [row.title for row in rows if row is not None]


def _go(page: MarksPage, kind: Kind, name: str = "") -> None:
    place = next(
        at for at, each in enumerate(page._sections) if (each.kind, each.name) == (kind, name)
    )
    page.list.setCurrentRow(place)


def test_every_section_lists_what_is_marked_in_this_archive_and_can_be_filtered(
    page: MarksPage,
) -> None:
    names = [page.list.item(row).text() for row in range(page.list.count())]
    assert names == [
        "Bookmarks  3",
        "Highlights and notes  1",
        "Tags  2",
        "Lately read  1",
        "Trade talks  1",
    ]
    assert _titles(page) == ["Harbor opens", "Oil prices", "合作协议"]
    _go(page, Kind.TAGS)
    assert _titles(page) == ["energy", "to read"]
    _go(page, Kind.HISTORY)
    assert _titles(page) == ["Oil prices"]

    _go(page, Kind.COLLECTION)
    page.bar.filter.setText("OIL")
    assert _titles(page) == ["Oil prices"]
    page.bar.filter.setText("合作協議")
    assert _titles(page) == ["合作协议"]
    page.bar.filter.setText("nothing like it")
    assert page._stack.currentWidget() is page.empty
    _go(page, Kind.HIGHLIGHTS)
    page.bar.filter.setText("how many ships")
    assert _titles(page) == ["Harbor opens"]


def test_return_leads_to_the_place_and_back_again(
    qtbot: QtBot, window: MainWindow, page: MarksPage
) -> None:
    _go(page, Kind.HIGHLIGHTS)
    page.rows.setFocus()
    page.rows.activated.emit(page.model.index(0, 0))
    settle(qtbot, window)
    item = window.article_pane.item
    assert window.views.name == "reading" and item is not None and item.id == "front"
    marked = [each.cursor.selectedText() for each in window.article_pane.view.extraSelections()]
    assert "Many ships" in marked
    window.actions_["back"].trigger()
    assert window.views.name == "marks" and page.section.kind is Kind.HIGHLIGHTS


def test_a_tag_and_a_collection_are_searched_for(
    qtbot: QtBot, window: MainWindow, page: MarksPage
) -> None:
    _go(page, Kind.TAGS)
    page.rows.activated.emit(page.model.index(1, 0))
    settle(qtbot, window)
    assert window.search_pane.box.text() == 'tag:"to read"'
    assert [hit.item.id for hit in window.search_pane.model.loaded_rows()] == ["two"]

    _go(page, Kind.COLLECTION, "Trade talks")
    page.bar.search.trigger()
    settle(qtbot, window)
    assert [hit.item.id for hit in window.search_pane.model.loaded_rows()] == ["three"]


def test_keys_and_dragging_put_bookmarks_in_order(page: MarksPage, window: MainWindow) -> None:
    page.rows.choose(2)
    keys = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(page.rows, Qt.Key.Key_Up, keys)
    assert _titles(page) == ["Harbor opens", "合作协议", "Oil prices"]
    assert page.rows.currentIndex().row() == 1
    page.bar.down.click()
    assert _titles(page) == ["Harbor opens", "Oil prices", "合作协议"]
    dragged = page.model.mimeData([page.model.index(2, 0)])
    page.model.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert _titles(page) == ["合作协议", "Harbor opens", "Oil prices"]
    page.bar.filter.setText("o")
    assert not page.bar.up.isEnabled() and not page.bar.down.isEnabled()
    found = window.marks.collections.contents(FAVOURITES)
    assert [each.subject.item for each in found] == ["three", "front", "two"]


def test_what_is_removed_can_be_brought_back(page: MarksPage) -> None:
    for kind, name, left in (
        (Kind.COLLECTION, "", ["Oil prices", "合作协议"]),
        (Kind.HIGHLIGHTS, "", []),
        (Kind.TAGS, "", ["to read"]),
        (Kind.HISTORY, "", []),
        (Kind.COLLECTION, "Trade talks", []),
    ):
        _go(page, kind, name)
        before = _titles(page)
        page.rows.choose(0)
        QTest.keyClick(page.rows, Qt.Key.Key_Delete)
        assert _titles(page) == left
        assert page.bar.undo.isVisible()
        page.bar.undo.click()
        assert _titles(page) == before
        assert not page.bar.undo.isVisible()


def test_collections_are_made_renamed_and_taken_away(page: MarksPage) -> None:
    page.bar.make.trigger()
    QTest.keyClicks(page.bar.name, "Trade Talks")
    QTest.keyClick(page.bar.name, Qt.Key.Key_Return)
    assert page.section.name == "Trade talks"  # there is one of this name
    page.bar.make.trigger()
    QTest.keyClicks(page.bar.name, "To check")
    QTest.keyClick(page.bar.name, Qt.Key.Key_Return)
    assert (page.section.name, page.section.size) == ("To check", 0)
    page.bar.rename.trigger()
    page.bar.name.setText("trade talks")
    QTest.keyClick(page.bar.name, Qt.Key.Key_Return)
    assert "trade talks" in page.bar.problem.text()
    page.bar.name.setText("Checked")
    QTest.keyClick(page.bar.name, Qt.Key.Key_Return)
    assert page.section.name == "Checked" and not page.bar.problem.isVisible()
    _go(page, Kind.COLLECTION, "Trade talks")
    page.bar.drop.trigger()
    assert "Trade talks" not in [each.name for each in page._sections]
    page.bar.undo.click()
    assert [each.name for each in page._sections if each.is_own] == ["Trade talks", "Checked"]
    _go(page, Kind.COLLECTION, "Trade talks")
    assert _titles(page) == ["合作协议"]


def test_the_history_is_cleared_and_what_is_marked_elsewhere_appears(
    page: MarksPage, window: MainWindow
) -> None:
    _go(page, Kind.HISTORY)
    page.bar.drop.trigger()
    assert _titles(page) == []
    assert [each.subject.item for each in window.marks.reading.history()] == ["elsewhere"]
    page.bar.undo.click()
    assert _titles(page) == ["Oil prices"]

    archive = window.desk.archive
    assert archive is not None
    _go(page, Kind.COLLECTION, "Trade talks")
    number = window.marks.collections.named("Trade talks") or 0
    window.marks.collections.add(number, Subject(archive.manifest.id, "two", "Oil prices"))
    page._look_again()
    assert _titles(page) == ["合作协议", "Oil prices"]


def test_rows_are_told_to_screen_readers_whole(page: MarksPage) -> None:
    _go(page, Kind.HIGHLIGHTS)
    told = page.model.data(page.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(told, str)
    assert "Harbor opens" in told and "Many ships" in told and "How many?" in told
    interface = QAccessible.queryAccessibleInterface(page.rows)
    assert interface.text(QAccessible.Text.Name) == "What is marked"
