"""What a search shows: count, order, chips, years, hits, and words where there are none."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.items import Origin
from tests.gui.search_pane.conftest import Searcher
from tests.material import item


def chips(pane: SearchPane) -> dict[str, QToolButton]:
    """The chips that can be seen, by name."""
    found = pane.facets.findChildren(QToolButton)
    return {chip.objectName(): chip for chip in found if chip.isVisible()}


def click(widget: QToolButton | QPushButton, searcher: Searcher) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    searcher.wait()


def notice_button(pane: SearchPane) -> QPushButton:
    found = pane.notice.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def test_count_and_time_are_written_for_people(searcher: Searcher, look: Look) -> None:
    assert re.fullmatch(r"3 items · \d+ ms", searcher.pane.count.text())
    searcher.ask("oil")
    assert re.fullmatch(r"1 item · \d+ ms", searcher.pane.count.text())
    look.set_language("zh_TW")
    assert re.fullmatch(r"1 條 · \d+ 毫秒", searcher.pane.count.text())


def test_hits_come_in_the_order_chosen_and_it_stays_for_the_next_query(
    searcher: Searcher,
) -> None:
    pane = searcher.pane
    pane.sort.setCurrentIndex(1)
    assert searcher.titles == ["合作协议", "Harbor opens", "Oil prices"]
    pane.sort.setCurrentIndex(2)
    assert searcher.titles == ["Oil prices", "Harbor opens", "合作协议"]
    searcher.ask("lang:en")
    assert searcher.titles == ["Oil prices", "Harbor opens"]


def test_chips_count_filter_together_and_free_again(searcher: Searcher) -> None:
    pane = searcher.pane
    assert chips(pane)["chip:language:en"].text() == "English  2"
    click(chips(pane)["chip:language:en"], searcher)
    assert chips(pane)["chip:language:en"].isChecked()
    click(chips(pane)["chip:source:Test"], searcher)
    assert searcher.titles == ["Oil prices"]
    assert pane.query == 'lang:"en" source:"Test"'
    click(chips(pane)["chip:source:Test"], searcher)
    click(chips(pane)["chip:language:en"], searcher)
    assert len(searcher.titles) == 3


def test_filters_join_the_words_in_the_box_and_outlast_them(searcher: Searcher) -> None:
    click(chips(searcher.pane)["chip:language:en"], searcher)
    searcher.ask("港口")
    assert searcher.titles == []
    searcher.ask("harbor OR oil")
    assert sorted(searcher.titles) == ["Harbor opens", "Oil prices"]


def test_a_chip_keeps_the_focus_when_it_was_pressed_by_key(searcher: Searcher) -> None:
    chip = chips(searcher.pane)["chip:language:zh"]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    searcher.wait()
    assert searcher.titles == ["合作协议"]
    assert chips(searcher.pane)["chip:language:zh"].hasFocus()


def test_matches_are_marked_in_the_hits(searcher: Searcher) -> None:
    searcher.ask("harbor")
    hit = searcher.pane.model.row(0)
    assert hit is not None
    marked = [hit.snippet.text[start:end] for start, end in hit.snippet.marks]
    assert set(marked) == {"harbor"}
    picture = searcher.pane.hits.viewport().grab().toImage()
    shown = picture.convertToFormat(QImage.Format.Format_RGB32)
    colours = {QColor(shown.pixel(x, y)).name() for x in range(0, shown.width()) for y in range(80)}
    assert searcher.pane._look.theme.mark in colours


def test_no_hits_are_explained_with_a_way_out(searcher: Searcher) -> None:
    pane = searcher.pane
    searcher.ask("zebra")
    assert pane.notice.isVisible()
    assert pane.notice.accessibleName() == "Nothing found"
    assert notice_button(pane).text() == "Clear the search"
    click(notice_button(pane), searcher)
    assert len(searcher.titles) == 3
    assert not pane.notice.isVisible()


def test_no_hits_under_filters_offer_to_remove_them(searcher: Searcher) -> None:
    pane = searcher.pane
    click(chips(pane)["chip:language:zh"], searcher)
    searcher.ask("harbor")
    assert notice_button(pane).text() == "Remove filters"
    click(notice_button(pane), searcher)
    assert searcher.titles == ["Harbor opens"]


def test_a_query_without_meaning_says_how_to_write_it(searcher: Searcher, look: Look) -> None:
    searcher.ask("date:never")
    pane = searcher.pane
    assert pane.problems.text().startswith("“never” is not a date; write 2021")
    assert pane.box.accessibleDescription() == pane.problems.text()
    look.set_language("zh_CN")
    assert "不是日期" in pane.problems.text()


def test_an_empty_archive_invites_to_import(qtbot: QtBot, pane: SearchPane, tmp_path: Path) -> None:
    open_for_import(tmp_path / "empty.beilin").close()
    with open_archive(tmp_path / "empty.beilin") as archive:
        pane.set_archive(archive)
        qtbot.waitUntil(lambda: not pane.busy)
        assert pane.notice.accessibleName() == "This archive is empty"
        with qtbot.waitSignal(pane.import_wanted):
            QTest.mouseClick(notice_button(pane), Qt.MouseButton.LeftButton)
        pane.set_archive(None)


def test_the_language_changes_and_query_filter_order_and_choice_stay(
    searcher: Searcher, look: Look
) -> None:
    pane = searcher.pane
    click(chips(pane)["chip:language:en"], searcher)
    searcher.ask("harbor OR oil")
    pane.sort.setCurrentIndex(2)
    searcher.wait()
    pane.hits.choose_row(1)
    look.set_language("zh_CN")
    searcher.wait()
    assert pane.query == '(harbor OR oil) lang:"en"'
    assert pane.sort.currentText() == "最早的在前"
    assert pane.hits.current_row() == 1
    assert chips(pane)["chip:language:en"].text() == "英语  2"
    assert chips(pane)["chip:language:en"].isChecked()


def test_an_item_in_two_languages_counts_in_both_and_has_a_chip_of_its_own(
    searcher: Searcher, archive_folder: Path, look: Look
) -> None:
    pane = searcher.pane
    assert "chip:language:mul" not in chips(pane)
    with open_for_import(archive_folder) as archive:
        both = item("both", "The harbor opened.\n港口今日开放。", other_languages=("zh",))
        archive.put([(both, Origin("test"), False)])
        archive.catch_up()
    with open_archive(archive_folder) as archive:
        pane.set_archive(archive)
        searcher.wait()
        found = {name: chip.text() for name, chip in chips(pane).items() if "language" in name}
        assert found == {
            "chip:language:en": "English  3",
            "chip:language:zh": "Chinese  2",
            "chip:language:mul": "Bilingual  1",
        }
        click(chips(pane)["chip:language:mul"], searcher)
        assert searcher.titles == ["Title of both"]
        hit = pane.model.row(0)
        assert hit is not None
        meta = pane.items.rows.meta
        assert meta(hit) == "Aug 31, 2021 · Test · English and Chinese"
        look.set_language("zh_CN")
        assert chips(pane)["chip:language:mul"].text() == "双语  1"
        assert meta(hit) == "2021年8月31日 · Test · 英语和中文"
        pane.set_archive(None)
