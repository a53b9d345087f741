"""Reading two languages side by side, on real posts, in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive import open_archive
from desktop_app.errors import ArchiveError
from desktop_app.gui.article_pane.lines import Role
from desktop_app.gui.article_pane.parallel.arrangement import Arrangement
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screenshot import Shot, screenshot
from desktop_app.gui.settings import Settings
from desktop_app.items import Pair
from tests.gui.pairs.conftest import Reader


@pytest.fixture
def pair(reader: Reader) -> Pair:
    """A pair with photos, shown in English."""
    found = reader.pair("v1.11")
    reader.show(found.en)
    return found


def arrangement(reader: Reader) -> Arrangement:
    found = reader.window.article_pane._composer.arrangement
    assert found is not None
    return found


def top(reader: Reader, line: int) -> float:
    """Pixels from the top of the text to where a line's letters begin, but for its own margin."""
    view = reader.window.article_pane.view
    block = view.document().findBlockByNumber(line)
    return view.document().documentLayout().blockBoundingRect(block).top()


def test_the_bar_says_that_there_is_a_counterpart_and_how_it_was_found(
    reader: Reader, pair: Pair, look: Look
) -> None:
    button = reader.window.article_pane.bar.pair
    assert button.isVisible()
    assert button.text() == "Also in Chinese"
    assert button.toolTip() == f"The two pages name each other; score {round(pair.score, 2)}"
    look.set_language("zh_CN")
    assert button.text() == "另有中文版"
    look.set_language("en")
    reader.show(pair.zh)
    assert button.text() == "Also in English"


def test_an_item_without_a_counterpart_has_no_button(reader: Reader, pair: Pair) -> None:
    reader.do("reject_pair")
    assert reader.window.pair_desk.pair is None
    assert not reader.window.article_pane.bar.pair.isVisible()
    assert not reader.window.actions_["counterpart"].isEnabled()


def test_a_pair_can_be_read_side_by_side_with_all_of_both_texts(reader: Reader) -> None:
    all_is_shown(reader)


@pytest.mark.slow
def test_so_can_all_nineteen(reader: Reader, all_pairs: Path) -> None:
    reader.window.open_folder(all_pairs)
    reader.wait()
    assert len(reader.pairs) == 19
    all_is_shown(reader)


def all_is_shown(reader: Reader) -> None:
    reader.do("parallel")
    for pair in reader.pairs:
        reader.show(pair.zh)
        sheet = reader.window.article_pane._sheet
        assert sheet is not None
        assert sheet.document.blockCount() == len(sheet.lines)
        shown = [
            sheet.document.findBlockByNumber(number).text() for number in range(len(sheet.lines))
        ]
        assert [line.text for line in sheet.lines] == shown
        for item_id in (pair.en, pair.zh):
            item = reader.item(item_id)
            spots = [spot for spot in arrangement(reader).spots if spot.piece.paragraph >= 0]
            side = int(item_id == pair.en)
            told = "".join(spot.piece.line.text for spot in spots if spot.side == side)
            assert told.replace("\u2028", "\n") == "".join(item.paragraphs)


def test_what_belongs_together_begins_at_one_height(reader: Reader, pair: Pair) -> None:
    reader.do("parallel")
    for table in arrangement(reader).tables:
        for left, right in table.rows:
            lines = reader.window.article_pane._sheet.lines  # type: ignore[union-attr]
            if Role.GAP not in (lines[left.start].role, lines[right.start].role):
                assert abs(top(reader, left.start) - top(reader, right.start)) < 8


def test_a_photo_of_both_is_shown_once(reader: Reader, pair: Pair) -> None:
    reader.do("parallel")
    pane = reader.window.article_pane
    files = [photo.file for photo in pane.photo_item.photos]  # type: ignore[union-attr]
    assert len(files) == len(set(files)) > 0
    assert set(files) == {
        photo.file for each in (pair.en, pair.zh) for photo in reader.item(each).photos
    }
    pictures = [line.photo for line in pane._sheet.lines if line.role is Role.PICTURE]  # type: ignore[union-attr]
    assert sorted(pictures) == list(range(len(files)))
    pane.photo_activated.emit(len(files) - 1)  # of whichever side
    reader.wait()


def test_paragraph_by_paragraph_each_counterpart_follows(reader: Reader, pair: Pair) -> None:
    reader.do("interleaved")
    reader.do("parallel")
    english, chinese = reader.item(pair.en), reader.item(pair.zh)
    text = reader.text
    places = [text.index(english.title), text.index(chinese.title)]
    places += [text.index(english.paragraphs[0]), text.index(chinese.paragraphs[0])]
    assert places == sorted(places)
    assert not arrangement(reader).tables
    reader.do("interleaved")
    assert arrangement(reader).tables
    reader.do("parallel")
    assert reader.window.article_pane.twin is None
    assert chinese.paragraphs[0] not in reader.text


def test_pointing_at_a_sentence_marks_its_counterpart(reader: Reader, pair: Pair) -> None:
    reader.do("parallel")
    view = reader.window.article_pane.view
    line = next(n for n, s in enumerate(arrangement(reader).spots) if s.piece.paragraph == 0)
    block = view.document().findBlockByNumber(line)
    rect = view.cursorRect(QTextCursor(block))
    point = QPointF(rect.center() + QPoint(30, 0))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, point, point, none, none, Qt.KeyboardModifier.NoModifier
    )
    view.mouseMoveEvent(event)
    marked = [each.cursor.selectedText() for each in view.extraSelections()]  # type: ignore[attr-defined]
    english, chinese = reader.item(pair.en), reader.item(pair.zh)
    assert any(each and english.paragraphs[0].startswith(each) for each in marked)
    assert any(each and chinese.paragraphs[0].startswith(each) for each in marked)
    view.pointed.emit(-1, 0)
    assert view.extraSelections() == []


def test_finding_and_searching_mark_both_sides(reader: Reader, pair: Pair) -> None:
    window = reader.window
    window.search_pane.box.setText("集群 OR cluster")
    reader.wait()
    reader.show(pair.en)
    alone = window.article_pane.match_count
    reader.do("parallel")
    assert window.article_pane.match_count > alone > 0
    reader.do("find")
    window.article_pane.find_bar.box.setText("集群")
    reader.wait()
    assert window.article_pane.match_count > 0
    assert window.article_pane.match_label.startswith("1 / ")
    window.article_pane.find_bar.box.setText("cluster")
    reader.wait()
    sides = {
        arrangement(reader).spots[match.line].side
        for match in window.article_pane._finding.marker._scan.found
    }
    assert 0 in sides


def test_the_text_keeps_its_place_from_one_way_to_the_other(reader: Reader, pair: Pair) -> None:
    view = reader.window.article_pane.view
    view.verticalScrollBar().setValue(900)
    reader.wait()
    text = view.cursorForPosition(QPoint(60, 5)).block().text()
    reader.do("parallel")
    assert view.cursorForPosition(QPoint(60, 5)).block().text() == text
    reader.do("interleaved")
    assert view.cursorForPosition(QPoint(60, 5)).block().text() == text
    reader.do("parallel")
    assert view.cursorForPosition(QPoint(60, 5)).block().text() == text


def test_keys_scroll_both_and_size_theme_and_language_are_live(
    reader: Reader, pair: Pair, look: Look
) -> None:
    reader.do("parallel")
    pane = reader.window.article_pane
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_PageDown)
    assert pane.view.verticalScrollBar().value() > 0
    pane.view.verticalScrollBar().setValue(0)
    before = top(reader, len(arrangement(reader).spots) - 1)
    pane.scale.step_zoom(1)
    reader.wait()
    assert top(reader, len(arrangement(reader).spots) - 1) > before
    assert "Sep 13, 2024" in reader.text
    look.set_language("zh_CN")
    reader.wait()
    assert reader.text.count("2024年9月13日") == 2
    look.set_theme("dark")
    reader.wait()
    line = next(n for n, s in enumerate(arrangement(reader).spots) if s.piece.own == 1)
    cursor = pane._sheet.line_cursor(line)  # type: ignore[union-attr]
    assert cursor.charFormat().foreground().color().name() == look.theme.quiet


def test_a_place_one_was_led_to_stays_marked(reader: Reader, pair: Pair) -> None:
    reader.do("parallel")
    reader.show(pair.zh)
    item = reader.item(pair.en)
    start = item.text.index(item.paragraphs[3])
    reader.window.show_place(pair.en, start, start + len(item.paragraphs[3]))
    reader.wait()
    view = reader.window.article_pane.view
    assert reader.window.article_pane.twin is not None
    marked = [each.cursor.selectedText() for each in view.extraSelections()]  # type: ignore[attr-defined]
    assert marked == [item.paragraphs[3]]


def test_a_selection_in_a_column_is_of_that_column(reader: Reader, pair: Pair) -> None:
    reader.do("parallel")
    spots, view = arrangement(reader).spots, reader.window.article_pane.view
    sheet = reader.window.article_pane._sheet
    assert sheet is not None
    row = [n for n, s in enumerate(spots) if not s.side and s.link in (2, 3)]
    cursor = sheet.line_cursor(row[0], 0, 0)
    last = sheet.line_cursor(row[-1])
    cursor.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.selected_text().split("\n") == [spots[n].piece.line.text for n in row]


def test_the_window_remembers_the_way_of_reading(
    reader: Reader, pair: Pair, qtbot: QtBot, look: Look
) -> None:
    reader.do("interleaved")
    reader.do("parallel")
    reader.window.close()
    again = MainWindow(look, Settings(reader.settings))
    qtbot.addWidget(again)
    assert again.actions_["parallel"].isChecked()
    assert again.actions_["interleaved"].isChecked()
    again.close()


def test_the_counterpart_opens_and_back_leads_to_the_item(reader: Reader, pair: Pair) -> None:
    window = reader.window
    reader.do("counterpart")
    assert window.article_pane.item is not None
    assert window.article_pane.item.id == pair.zh
    reader.do("back")
    assert window.article_pane.item.id == pair.en


# -- room for two columns


def test_photos_make_room_for_two_columns_and_come_back(reader: Reader, pair: Pair) -> None:
    window = reader.window
    widths = window.splitter.sizes()
    reader.do("parallel")
    assert not window.photo_pane.isVisible()
    assert window.article_pane.view.column > 700
    reader.show(pair.zh)
    assert not window.photo_pane.isVisible()
    reader.do("interleaved")
    assert window.photo_pane.isVisible()  # one column has the room
    reader.do("interleaved")
    reader.do("parallel")
    assert window.photo_pane.isVisible()
    assert window.splitter.sizes() == widths


def test_a_reader_s_own_choice_of_photos_wins_and_is_remembered(
    reader: Reader, pair: Pair, look: Look, qtbot: QtBot
) -> None:
    window = reader.window
    reader.do("photo_pane")  # no photos beside one text
    reader.do("parallel")
    reader.do("photo_pane")  # but beside two columns
    assert window.photo_pane.isVisible()
    reader.do("parallel")
    assert not window.photo_pane.isVisible()
    window.state.save()
    again = MainWindow(look, Settings(reader.settings))
    qtbot.addWidget(again)
    assert again.view_desk.photo_wishes == {False: False, True: True}


# -- pictures


def test_a_pair_is_drawn_in_columns_or_paragraph_by_paragraph(
    qtbot: QtBot, look: Look, few_pairs: Path, tmp_path: Path
) -> None:
    with open_archive(few_pairs) as archive:
        item = archive.pairing.pairs()[0].en
    pictures = []
    for number, shot in enumerate(
        (Shot(item=item), Shot(item=item, parallel=True), Shot(item=item, interleaved=True))
    ):
        screenshot(few_pairs, tmp_path / f"{number}.png", shot)
        pictures.append(QImage(str(tmp_path / f"{number}.png")))
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_what_has_no_counterpart_is_not_drawn_beside_one(
    qtbot: QtBot, look: Look, archive_folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(ArchiveError, match="no counterpart of “two”; leave out --parallel"):
        screenshot(archive_folder, tmp_path / "a.png", Shot(item="two", parallel=True))
    assert not (tmp_path / "a.png").exists()
