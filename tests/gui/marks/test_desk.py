"""Marks in the window: star, tags, unread, highlights and notes, by mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.errors import MarksError
from desktop_app.gui.article_pane.text_menu import TextMenu
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.marks.colours import ground
from desktop_app.gui.marks.desk import MarksDesk
from desktop_app.gui.marks.sorting_dialog import SortingDialog
from desktop_app.gui.settings import Settings
from desktop_app.items import Origin
from desktop_app.marks.anchors import anchor_at
from desktop_app.marks.marks import Marks
from desktop_app.marks.schema import FAVOURITES
from tests.gui.conftest import settle
from tests.material import item


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> MarksDesk:
    """The desk of a window that shows the item ``front``."""
    window.show_item("front")
    settle(qtbot, window)
    return window.marks_desk


def _select(window: MainWindow, words: str) -> None:
    view = window.article_pane.view
    cursor = view.document().find(words)
    assert not cursor.isNull()
    view.setTextCursor(cursor)


def _grounds(window: MainWindow) -> list[tuple[str, str]]:
    selections = window.article_pane.view.extraSelections()
    return [(s.cursor.selectedText(), s.format.background().color().name()) for s in selections]


def _menu(window: MainWindow, words: str) -> TextMenu:
    view = window.article_pane.view
    cursor = view.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    place = view.viewport().mapToGlobal(view.cursorRect(cursor).center())
    window.article_pane.links.open_menu("", place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, TextMenu)
    return menu


def test_the_star_bookmarks_the_item_and_the_list_shows_it(
    qtbot: QtBot, window: MainWindow, desk: MarksDesk
) -> None:
    subject = desk.subject()
    assert subject is not None and not desk.star.isChecked()
    qtbot.mouseClick(desk.star, Qt.MouseButton.LeftButton)
    assert desk.star.isChecked() and window.actions_["bookmark"].isChecked()
    assert desk.marks.collections.items(FAVOURITES, subject.archive) == {"front"}
    signs = window.search_pane.items.rows.signs
    assert signs.is_starred("front") and not signs.is_starred("two")
    window.show_item("two")
    assert not desk.star.isChecked()
    window.search_pane.box.setText("in:favourites")
    settle(qtbot, window)
    assert [hit.item.id for hit in window.search_pane.model.loaded_rows()] == ["front"]
    window.show_item("front")
    window.actions_["bookmark"].trigger()
    assert not desk.star.isChecked() and not signs.is_starred("front")


def test_an_item_shown_for_a_while_is_read_and_can_be_put_back(
    qtbot: QtBot, window: MainWindow, desk: MarksDesk
) -> None:
    signs = window.search_pane.items.rows.signs
    desk._reads.setInterval(1)
    window.show_item("two")
    assert signs.is_unread("two")
    qtbot.waitUntil(lambda: not signs.is_unread("two"))
    assert desk.marks.reading.history()[0].subject.item == "two"
    assert not window.actions_["unread"].isChecked()
    window.actions_["unread"].trigger()
    assert signs.is_unread("two") and window.actions_["unread"].isChecked()
    row = window.search_pane.model.loaded_rows()[0]
    assert ("unread" in window.search_pane.items.rows.spoken(row)) == signs.is_unread(row.item.id)


def test_the_words_selected_are_highlighted_and_kept(
    qtbot: QtBot, window: MainWindow, desk: MarksDesk, look: Look
) -> None:
    _select(window, " came to the ")
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    subject = desk.subject()
    assert subject is not None
    kept = desk.marks.highlights.of(subject.archive, "front")
    assert [each.anchor.exact for each in kept] == ["came to the"]
    assert _grounds(window) == [("came to the", ground(look.theme, "yellow"))]
    desk.highlighting.highlight("pink")  # at the caret now
    assert _grounds(window) == [("came to the", ground(look.theme, "pink"))]
    look.set_theme("dark")
    assert _grounds(window) == [("came to the", ground(look.theme, "pink"))]
    look.set_theme("light")
    window.show_item("two")
    assert _grounds(window) == []
    window.show_item("front")
    settle(qtbot, window)
    assert [words for words, _ground in _grounds(window)] == ["came to the"]


def test_matches_of_the_search_lie_over_highlights(
    qtbot: QtBot, window: MainWindow, desk: MarksDesk, look: Look
) -> None:
    _select(window, "ships came to the harbor")
    desk.highlighting.highlight("blue")
    window.search_pane.box.setText("harbor")
    settle(qtbot, window)
    grounds = _grounds(window)
    assert grounds[0] == ("ships came to the harbor", ground(look.theme, "blue"))
    assert ("harbor", look.theme.mark) in grounds[1:]


def test_a_selection_over_several_paragraphs_is_one_highlight_and_of_no_text_none(
    window: MainWindow, desk: MarksDesk
) -> None:
    view = window.article_pane.view
    first, last = view.document().find("opened."), view.document().find("Many ships")
    cursor = view.textCursor()
    cursor.setPosition(first.selectionStart())
    cursor.setPosition(last.selectionEnd(), cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    made = desk.highlighting.highlight()
    assert made is not None and made.anchor.exact == "opened.\nMany ships"
    assert [words for words, _ground in _grounds(window)] == ["opened.", "Many ships"]
    view.setTextCursor(view.document().find("Harbor opens"))
    told: list[object] = []
    desk.failed.disconnect()
    desk.failed.connect(told.append)
    assert desk.highlighting.highlight() is None
    assert isinstance(told[0], MarksError)


def test_a_note_is_written_on_a_card_which_escape_leaves_as_it_was(
    window: MainWindow, desk: MarksDesk
) -> None:
    _select(window, "Many ships")
    desk.highlighting.note()
    card = desk.highlighting.card
    assert card is not None
    QTest.keyClicks(card.text, "How many?")
    QTest.keyClick(card.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    subject = desk.subject()
    assert subject is not None
    kept = desk.marks.highlights.of(subject.archive, "front")[0]
    assert (kept.anchor.exact, kept.note) == ("Many ships", "How many?")
    selection = window.article_pane.view.extraSelections()[0]
    assert selection.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DashUnderline
    _select(window, "to the harbor")
    desk.highlighting.note()
    card = desk.highlighting.card
    assert card is not None
    card.text.setPlainText("Never mind")
    QTest.keyClick(card.text, Qt.Key.Key_Escape)
    highlight = desk.highlighting.at_caret()
    assert highlight is not None and highlight.note == ""


def test_a_note_is_shown_at_the_pointer_and_opened_by_a_click(
    qtbot: QtBot, window: MainWindow, desk: MarksDesk
) -> None:
    _select(window, "Many ships")
    made = desk.highlighting.highlight()
    assert made is not None
    desk.marks.highlights.change(made.id, note="How <many>?")
    desk.look_again()
    view = window.article_pane.view
    cursor = view.document().find("ships")
    place = view.cursorRect(cursor).center() - QPoint(6, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert "How &lt;many>?" in QToolTip.text()
    QToolTip.hideText()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: desk.highlighting.card is not None)
    card = desk.highlighting.card
    assert card is not None and card.text.toPlainText() == "How <many>?"
    qtbot.mouseClick(card.colours["green"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.remove, Qt.MouseButton.LeftButton)
    assert desk.highlighting.painter.placed == ()
    window.actions_["put_back_highlight"].trigger()
    back = desk.highlighting.painter.placed[0].highlight
    assert (back.note, back.colour) == ("How <many>?", "green")


def test_the_menu_of_the_text_offers_colours_where_words_are_selected(
    window: MainWindow, desk: MarksDesk
) -> None:
    plain = _menu(window, "Many ships")
    assert not plain.findChildren(type(plain), "highlightMenu")
    assert "removeHighlight" not in [each.objectName() for each in plain.actions()]
    plain.close()
    _select(window, "Many ships")
    menu = _menu(window, "Many ships")
    colours = next(each.menu() for each in menu.actions() if each.menu())
    entries = {each.objectName(): each for each in colours.actions()}
    menu.close()
    entries["highlight:green"].trigger()
    highlight = desk.highlighting.at_caret()
    assert highlight is not None and highlight.colour == "green"
    over = _menu(window, "Many ships")
    named = {each.objectName(): each for each in over.actions()}
    over.close()
    named["removeHighlight"].trigger()
    assert desk.highlighting.painter.placed == ()


def test_tags_and_collections_are_sorted_in_a_dialog_that_completes_names(
    qtbot: QtBot, window: MainWindow, desk: MarksDesk
) -> None:
    subject = desk.subject()
    assert subject is not None
    window.actions_["sort_item"].trigger()
    dialog = desk.dialog
    assert isinstance(dialog, SortingDialog)
    dialog.tags.setText("climate，港口, climate")
    dialog.name.setText("Trade talks")
    dialog.accept()
    assert desk.marks.tags.of(subject.archive, "front") == ["climate", "港口"]
    assert "climate" in desk.tags.text() and "Trade talks" in desk.tags.accessibleDescription()
    window.actions_["sort_item"].trigger()
    again = desk.dialog
    assert isinstance(again, SortingDialog)
    assert again.tags.text() == "climate, 港口"
    row = again.list.findItems("Trade talks", Qt.MatchFlag.MatchExactly)[0]
    assert row.checkState() == Qt.CheckState.Checked
    row.setCheckState(Qt.CheckState.Unchecked)
    again.tags.setText('a"b')
    again.accept()
    assert again.isVisible() and 'a"b' in again.problem.text()
    again.tags.setText("")
    again.accept()
    assert desk.marks.tags.of(subject.archive, "front") == []
    assert desk.tags.text() == ""

    desk.marks.tags.put(subject, ["climate policy", "港口"])
    desk.sort_item()
    dialog = desk.dialog
    assert dialog is not None
    dialog.tags.clear()
    QTest.keyClicks(dialog.tags, "oil, pol")
    completer = dialog.completer
    assert completer.splitPath(dialog.tags.text()) == ["pol"]
    completer.setCompletionPrefix("pol")
    assert completer.currentCompletion().endswith("climate policy")
    assert completer.pathFromIndex(completer.currentIndex()) == "oil, climate policy"
    dialog.reject()


def test_another_process_is_seen_and_all_is_there_at_the_next_start(
    qtbot: QtBot, look: Look, archive_folder: Path, tmp_path: Path
) -> None:
    file, settings = tmp_path / "marks.db", Settings(tmp_path / "settings.toml")
    with Marks.open(file) as marks, Marks.open(file) as other:
        window = MainWindow(look, settings, marks)
        qtbot.addWidget(window)
        window.open_folder(archive_folder)
        settle(qtbot, window)
        window.show_item("front")
        desk, shown = window.marks_desk, window.article_pane.item
        subject = desk.subject()
        assert subject is not None and shown is not None
        other.collections.add(FAVOURITES, subject)
        other.highlights.add(subject, anchor_at(shown.text, 0, 10))
        with qtbot.waitSignal(desk.changed):
            desk._check()
        assert desk.star.isChecked() and len(desk.highlighting.painter.placed) == 1
        window.close()
    with Marks.open(file) as marks:
        again = MainWindow(look, settings, marks)
        qtbot.addWidget(again)
        again.open_folder(archive_folder)
        settle(qtbot, again)
        again.show_item("front")
        assert again.marks_desk.star.isChecked()
        again.close()


def test_a_highlight_is_found_again_where_the_item_was_imported_anew(
    qtbot: QtBot, window: MainWindow, desk: MarksDesk, archive_folder: Path
) -> None:
    _select(window, "Many ships came to the harbor")
    desk.highlighting.highlight("green")
    text = "PORT CITY (Port News) -\nThe harbor opened.\nMany  ships came to the Harbor."
    with open_for_import(archive_folder) as archive:
        archive.put([(item("front", text, title="Harbor opens"), Origin("again"), False)])
        archive.catch_up()
    window.open_folder(archive_folder)
    settle(qtbot, window)
    window.show_item("front")
    settle(qtbot, window)
    assert [words for words, _ground in _grounds(window)] == ["Many  ships came to the Harbor"]
