"""The list of statements: the same query and filters, other rows, orders and words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.archive import open_archive
from desktop_app.archive_writer import open_for_import
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.hit_list import ITEMS, SPEECHES
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.gui.search_pane.speaker_query import only_by
from tests.gui.search_pane.conftest import Searcher, SlowArchive
from tests.material import photo
from tests.speech_search.conftest import fill, reported


def switch(listener: Searcher, name: str = SPEECHES) -> None:
    QTest.mouseClick(listener.pane.switch.button(name), Qt.MouseButton.LeftButton)
    listener.wait()


def words(listener: Searcher) -> list[str]:
    return [hit.statement.text for hit in listener.pane.speeches.model.loaded_rows()]


def sort(listener: Searcher, row: int) -> None:
    listener.pane.sort.setCurrentIndex(row)
    listener.wait()


def row_rect(pane: SearchPane, row: int) -> QRect:
    return pane.hits.visualRect(pane.model.index(row, 0))


def test_the_switch_lists_statements_for_the_same_query_and_filters(listener: Searcher) -> None:
    pane = listener.pane
    listener.ask("harbour")
    pane.dates.chosen.emit("2020")
    listener.wait()
    switch(listener)
    assert sorted(words(listener)) == ["No harbour", "We build the harbour"]
    assert re.fullmatch(r"2 statements · \d+ ms", pane.count.text())
    assert pane.query == '(harbour) date:"2020"'
    assert pane.speeches.view.isVisible()
    switch(listener, ITEMS)
    assert re.fullmatch(r"1 item · \d+ ms", pane.count.text())
    assert not pane.speeches.view.isVisible()


def test_chips_and_years_count_statements(listener: Searcher) -> None:
    switch(listener)
    chip = listener.pane.facets._shown["language", "en"]
    assert chip.text() == "English  4"
    assert listener.pane.dates._years == {"2020": 3, "2021": 1}
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    listener.wait()
    assert len(words(listener)) == 4


def test_orders_are_those_of_statements_and_the_one_chosen_stays(listener: Searcher) -> None:
    pane = listener.pane
    sort(listener, 2)
    switch(listener)
    names = [pane.sort.itemText(row) for row in range(pane.sort.count())]
    assert names == ["Best match first", "Newest first", "Oldest first", "By speaker"]
    assert pane.sort.currentText() == "Oldest first"
    assert words(listener)[0] == "We build the harbour"
    sort(listener, 3)
    persons = [hit.person for hit in pane.speeches.model.loaded_rows()]
    assert persons == ["Bush", "Li", *["Wang Shuguo"] * 3]
    switch(listener, ITEMS)
    assert pane.sort.currentText() == "Best match first"


def test_by_speaker_a_line_stands_over_the_first_of_each(listener: Searcher, look: Look) -> None:
    pane = listener.pane
    pane.resize(390, 1100)
    switch(listener)

    def headed() -> list[bool]:
        """Whether the accent's line runs across the top of each row."""
        shown = pane.hits.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        return [
            any(
                QColor(shown.pixel(120, y)).name() == look.theme.accent
                for y in range(row_rect(pane, row).top(), row_rect(pane, row).top() + 8)
            )
            for row in range(5)
        ]

    assert headed() == [False] * 5
    sort(listener, 3)
    assert headed() == [True, True, True, False, False]


def test_a_photo_of_the_speaker_stands_at_the_right_and_the_name_leaves_room(
    qtbot: QtBot, pane: SearchPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    red = QPixmap(64, 64)
    red.fill(QColor("#ff0000"))

    def thumbnail(path: Path, _size: QSize) -> QPixmap:
        shown.append(path.name)
        return red

    monkeypatch.setattr(pane.speeches.rows._thumbnails, "thumbnail", thumbnail)
    name = "Minister " + "Ann " * 30 + "Lee"
    photos = (photo("a.png", f"Minister {name} opens the harbour."), photo("b.png", "A ship"))
    fill(tmp_path / "a", reported("a", "“Ships.”", (name, "Ships"), photos=photos))
    with open_archive(tmp_path / "a") as archive:
        pane.set_archive(archive)
        pane.show_list(SPEECHES)
        qtbot.waitUntil(lambda: not pane.busy)
        picture = pane.hits.viewport().grab().toImage()
        assert set(shown) == {"a.png"}
        place = row_rect(pane, 0)
        assert QColor(picture.pixel(place.right() - 40, place.center().y())).name() == "#ff0000"
        hit = pane.speeches.model.row(0)
        assert hit is not None
        named = pane.speeches.rows.name_rect(place, pane.hits.font(), hit)
        assert named.right() < place.right() - 74
        pane.set_archive(None)


def test_a_row_says_who_whether_quoted_the_words_and_where(
    listener: Searcher, look: Look, tmp_path: Path
) -> None:
    listener.ask("国际合作")
    switch(listener)
    index = listener.pane.model.index(0, 0)
    look.set_language("zh_CN")
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole)).split("\n")
    assert spoken == [
        "Wang Shuguo", "原话", "加強國際合作", "2021年9月1日 · Test · Title of school",
    ]  # fmt: skip
    assert index.data() == "Wang Shuguo：加強國際合作"
    look.set_language("en")
    rows = listener.pane.speeches.rows
    hit = listener.pane.speeches.model.row(0)
    assert hit is not None
    assert rows.sign(hit) == "word for word"


def test_tab_leads_down_the_pane(listener: Searcher) -> None:
    pane = listener.pane
    switch(listener)
    pane.box.setFocus()
    order = []
    while not pane.hits.hasFocus() and len(order) < 20:
        order.append(pane.focusWidget().objectName())
        QTest.keyClick(pane.focusWidget(), Qt.Key.Key_Tab)
    switch_and_order = ["listSwitch:items", "listSwitch:speeches", "sortOrder"]
    assert order[:5] == ["queryBox", "bothLanguages", *switch_and_order]
    assert order[-1] == "dateBars"


def test_the_list_is_named_for_those_who_cannot_see_it(listener: Searcher, look: Look) -> None:
    switch(listener)
    assert listener.pane.hits.accessibleName() == "Statements"
    look.set_language("zh_TW")
    assert listener.pane.hits.accessibleName() == "講話"
    assert listener.pane.switch.button(ITEMS).text() == "條目"


def test_the_language_changes_and_order_choice_and_query_stay(
    listener: Searcher, look: Look
) -> None:
    pane = listener.pane
    switch(listener)
    listener.ask("harbour OR peace")
    sort(listener, 3)
    pane.hits.choose_row(2)
    look.set_language("zh_CN")
    listener.wait()
    assert pane.sort.currentText() == "按讲话人"
    assert pane.hits.current_row() == 2
    assert pane.count.text().startswith("4 段讲话")


def test_rows_are_chosen_by_keys_and_enter_chooses_again(listener: Searcher, qtbot: QtBot) -> None:
    pane = listener.pane
    switch(listener)
    sort(listener, 2)
    chosen: list[str] = []
    pane.said_chosen.connect(lambda hit: chosen.append(hit.statement.text))
    pane.hits.setFocus()
    QTest.keyClick(pane.hits, Qt.Key.Key_Down)
    QTest.keyClick(pane.hits, Qt.Key.Key_Down)
    QTest.keyClick(pane.hits, Qt.Key.Key_Return)
    assert chosen == ["We build the harbour", "No harbour", "No harbour"]


def test_a_query_about_speech_links_to_the_statements(listener: Searcher, look: Look) -> None:
    pane = listener.pane
    link = pane.count_line.link
    listener.ask("harbour")
    assert not link.isVisible()
    listener.ask("speaker:王树国")
    assert pane.list_name == ITEMS
    assert link.text() == "3 statements"
    look.set_language("zh_CN")
    assert link.text() == "3 段讲话"
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    listener.wait()
    assert len(words(listener)) == 3
    assert pane.switch.button(SPEECHES).isChecked()
    assert not link.isVisible()


def test_what_asks_for_words_said_links_too_and_nothing_found_links_nowhere(
    listener: Searcher,
) -> None:
    listener.ask("said:harbour")
    assert listener.pane.count_line.link.text() == "3 statements"
    listener.ask("said:zebra")
    assert not listener.pane.count_line.link.isVisible()


def test_nothing_said_is_explained_with_a_way_out(listener: Searcher) -> None:
    pane = listener.pane
    switch(listener)
    listener.ask("harbour peace")
    assert pane.notice.accessibleName() == "Nothing found"
    assert "in one statement" in pane.notice.accessibleDescription()
    button = pane.notice.findChild(QPushButton, "noticeButton")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    listener.wait()
    assert len(words(listener)) == 5


def test_an_archive_in_which_nobody_speaks_leads_back_to_its_items(
    qtbot: QtBot, pane: SearchPane, tmp_path: Path
) -> None:
    fill(tmp_path / "quiet.beilin", reported("quiet", "The harbour is still."))
    searcher = Searcher(pane, qtbot)
    with open_archive(tmp_path / "quiet.beilin") as archive:
        pane.set_archive(archive)
        searcher.wait()
        switch(searcher)
        for query in ("", "harbour"):
            searcher.ask(query)
            assert pane.notice.accessibleName() == "No statements here"
        button = pane.notice.findChild(QPushButton, "noticeButton")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        searcher.wait()
        assert searcher.titles == ["Title of quiet"]
        pane.set_archive(None)


def test_an_empty_archive_invites_to_import_from_here_too(
    qtbot: QtBot, pane: SearchPane, tmp_path: Path
) -> None:
    open_for_import(tmp_path / "empty.beilin").close()
    with open_archive(tmp_path / "empty.beilin") as archive:
        pane.set_archive(archive)
        pane.show_list(SPEECHES)
        qtbot.waitUntil(lambda: not pane.busy)
        assert pane.notice.accessibleName() == "This archive is empty"
        pane.set_archive(None)


def test_the_switch_gives_up_the_search_for_the_other_list(qtbot: QtBot, pane: SearchPane) -> None:
    archive = SlowArchive()
    pane.set_archive(archive.as_archive())
    qtbot.waitUntil(lambda: not pane.busy)
    archive.hold("old")
    pane.box.setText("old")
    qtbot.waitUntil(lambda: "old" in archive.held)
    shown: list[str] = []
    pane.runner.found.connect(lambda _query, _answer: shown.append(pane.list_name))
    pane.box.setText("new")
    pane.show_list(SPEECHES)
    archive.let_go("old")
    qtbot.waitUntil(lambda: not pane.busy)
    assert archive.cancelled[0] == "old"
    assert shown == [SPEECHES]


def opened_menu(pane: SearchPane) -> QMenu:
    menu = pane.hits.findChild(QMenu, "speechMenu")
    assert isinstance(menu, QMenu)
    return menu


def pick(menu: QMenu, name: str) -> None:
    (action,) = [each for each in menu.actions() if each.text() == name]
    action.trigger()
    menu.close()
    QApplication.processEvents()


def name_place(pane: SearchPane, row: int) -> QPoint:
    hit = pane.speeches.model.row(row)
    assert hit is not None
    return pane.speeches.rows.name_rect(row_rect(pane, row), pane.hits.font(), hit).center()


def test_a_click_on_a_name_opens_its_menu_and_chooses_no_row(listener: Searcher) -> None:
    pane = listener.pane
    switch(listener)
    sort(listener, 3)
    viewport = pane.hits.viewport()
    QTest.mouseMove(viewport, name_place(pane, 2))
    assert viewport.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=name_place(pane, 2))
    assert pane.hits.current_row() == -1
    listener.pane.box.setText("harbour OR peace")
    pick(opened_menu(pane), "Only this speaker")
    listener.wait()
    assert pane.box.text() == '(harbour OR peace) speaker:"Wang Shuguo"'
    assert sorted(words(listener)) == ["Peace", "We build the harbour"]
    beside = row_rect(pane, 0).center()
    QTest.mouseMove(viewport, beside)
    assert viewport.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=beside)
    assert pane.hits.current_row() == 0


def test_the_menu_key_opens_the_menu_of_the_row_chosen(listener: Searcher, qtbot: QtBot) -> None:
    pane = listener.pane
    switch(listener)
    sort(listener, 3)
    pane.hits.choose_row(1)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(pane.hits, key)
    with qtbot.waitSignal(pane.speeches.menu.person_wanted) as told:
        pick(opened_menu(pane), "About this speaker")
    assert told.args == ["Li"]


def test_the_words_are_copied_exactly_by_menu_and_by_key(listener: Searcher) -> None:
    pane, clipboard = listener.pane, QGuiApplication.clipboard()
    switch(listener)
    sort(listener, 1)
    pick(pane.speeches.menu.menu(pane.speeches.model.loaded_rows()[0]), "Copy the words")
    assert clipboard.text() == "加強國際合作"
    pane.hits.choose_row(3)
    QTest.keySequence(pane.hits, "Ctrl+C")
    assert clipboard.text() == words(listener)[3]


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_the_menu_speaks_the_language(listener: Searcher, look: Look, language: str) -> None:
    switch(listener)
    look.set_language(language)
    menu = listener.pane.speeches.menu.menu(listener.pane.speeches.model.loaded_rows()[0])
    texts = [each.text() for each in menu.actions() if each.text()]
    assert len(texts) >= 3
    assert [text for text in texts if re.search("[A-Za-z]", text)] == []


@pytest.mark.parametrize(
    ("query", "narrowed"),
    [
        ("", 'speaker:"Li"'),
        ("oil gas", 'oil gas speaker:"Li"'),
        ("oil OR gas", '(oil OR gas) speaker:"Li"'),
        ("石油 或 天然气", '(石油 或 天然气) speaker:"Li"'),
        ('say "oil', 'say "oil" speaker:"Li"'),
        ('oil speaker:"Li"', 'oil speaker:"Li"'),
    ],
)
def test_a_query_is_narrowed_to_a_speaker(query: str, narrowed: str) -> None:
    assert only_by("Li", query) == narrowed
