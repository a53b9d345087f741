"""The list of speakers: order, filter, and who is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.views.speakers.page import SpeakersPage
from tests.gui.conftest import settle, type_text
from tests.gui.views.speakers.conftest import names


def test_everyone_with_a_name_is_listed_and_the_first_is_shown(page: SpeakersPage) -> None:
    assert names(page)[0] == "Wang Shuguo"
    assert sorted(names(page)[1:]) == ["Bush", "Maria Gomez", "单霁翔"]
    assert page.list.count.text() == "4 speakers"
    index = page.list.model.index(0, 0)
    cells = [index.siblingAtColumn(n).data() for n in range(3)]
    assert cells == ["Wang Shuguo", "3", "2019–2021"]
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole).split("\n")
    assert spoken[:3] == ["Wang Shuguo", "Also: 王树国", "3 statements"]
    assert (page.person.name, page.list.table.currentIndex().row()) == ("Wang Shuguo", 0)


def test_names_in_order_of_the_alphabet_chinese_ones_by_pinyin(page: SpeakersPage) -> None:
    page.list.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(page) == ["Bush", "Maria Gomez", "单霁翔", "Wang Shuguo"]  # Shan, not Dan
    assert page.list.table.currentIndex().row() == 3  # still the one that is shown
    page.list.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(page)[0] == "Wang Shuguo"


def test_names_stand_as_each_language_has_them(page: SpeakersPage, look: Look) -> None:
    page.list.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    for language in ("zh_CN", "zh_TW"):
        look.set_language(language)
        assert names(page) == ["单霁翔", "Bush", "Maria Gomez", "Wang Shuguo"]
    look.set_language("en")
    assert names(page) == ["Bush", "Maria Gomez", "单霁翔", "Wang Shuguo"]


_FOUND = {
    "gome": ["Maria Gomez"],
    "树国": ["Wang Shuguo"],
    "樹國": ["Wang Shuguo"],
    "shanji": ["单霁翔"],
    "shan ji xiang": ["单霁翔"],
    "WANG": ["Wang Shuguo"],
    "guo": ["Wang Shuguo"],
    "iang": [],  # no syllable begins so
    "zebra": [],
    '"(': [],
    "   ": ["Bush", "Maria Gomez", "Wang Shuguo", "单霁翔"],
}


def test_any_part_of_any_name_or_pinyin_finds(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    found = {}
    for typed in _FOUND:
        page.list.box.clear()
        type_text(page.list.box, typed)
        settle(qtbot, window)
        found[typed] = sorted(names(page))
        few = "" if len(found[typed]) == 4 else f"{len(found[typed])} of "
        assert page.list.count.text() == f"{few}4 speakers"
        assert page.person.name == "Wang Shuguo"  # nobody was chosen
    assert found == _FOUND


def test_from_the_box_into_the_list_and_down(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    type_text(page.list.box, "gomez")
    settle(qtbot, window)
    QTest.keyClick(page.list.box, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert page.person.head.name.text() == "Maria Gomez"
    page.list.box.clear()
    assert page.list.table.currentIndex().data() == "Maria Gomez"
    QTest.keyClick(page.list.table, Qt.Key.Key_Home)
    QTest.keyClick(page.list.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert page.person.name == "Wang Shuguo"


def test_a_person_asked_for_by_any_name_is_shown_and_chosen(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.views.show_person("单霁翔")
    settle(qtbot, window)
    page = window.views.currentWidget()
    assert isinstance(page, SpeakersPage)
    assert page.person.head.name.text() == "单霁翔"
    window.views.show_person("王树国")
    settle(qtbot, window)
    assert page.person.head.name.text() == "Wang Shuguo"
    assert page.list.table.currentIndex().data() == "Wang Shuguo"


def test_a_page_that_nobody_wanted_to_wait_for_is_read_when_chosen_again(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    table = page.list.table
    row = names(page).index("Maria Gomez")
    table.selectRow(row)
    page.person.wait.button.click()
    assert not page.person.busy
    assert page.person.failure.text().startswith("This page was not read to the end")
    assert page.person.head.name.text() == "Maria Gomez"
    place = table.visualRect(page.list.model.index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, window)
    assert not page.person.failure.isVisible()
    assert page.person.words.isVisible()


def test_who_has_no_name_is_not_listed_but_has_a_page(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    page.show_person("analysts")
    settle(qtbot, window)
    assert page.person.head.figures.text() == "1 statement · Jan 1, 2020"
    assert not page.list.table.selectionModel().hasSelection()
    page.show_person("Nobody Else")
    settle(qtbot, window)
    assert page.person.head.name.text() == ""
    assert page.person.failure.text() == "Nobody Else does not speak here."
