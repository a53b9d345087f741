"""The page of a speaker: what stands there, and where it leads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.search_pane.hit_list import SPEECHES
from desktop_app.gui.views.concordance.view import ConcordanceView
from desktop_app.gui.views.figure_table import FigureTable
from desktop_app.gui.views.speakers.page import SpeakersPage
from desktop_app.gui.views.speakers.role_table import bar
from desktop_app.items import Origin
from desktop_app.speaker_record import RoleHeld
from tests.gui.conftest import settle
from tests.gui.views.speakers.conftest import names, said


def cells(table: FigureTable) -> list[list[str]]:
    model = table.model()
    columns = range(model.columnCount())
    rows = range(model.rowCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in rows]


def click(table: FigureTable, row: int) -> None:
    table.scrollTo(table.model().index(row, 0))
    place = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def listed(window: MainWindow) -> list[str]:
    """The items of the statements listed."""
    pane = window.search_pane
    assert pane.list_name == SPEECHES
    return sorted(hit.item.id for hit in pane.model.loaded_rows())


def test_the_head_tells_who_it_is(page: SpeakersPage) -> None:
    head = page.person.head
    assert head.name.text() == "Wang Shuguo"
    assert head.also.text() == "Also: 王树国"
    assert head.figures.text().startswith("3 statements · Mar 1, 2019")
    assert head.figures.text().endswith("May 2, 2021")


def test_roles_stand_by_their_first_day_each_with_a_bar_on_one_axis(page: SpeakersPage) -> None:
    table = page.person.roles
    assert [row[:2] for row in cells(table)] == [["mayor", "2"], ["校长", "1"]]
    assert table.axis == ("2019-03-01", "2021-05-02")
    assert table.model().headerData(3, Qt.Orientation.Horizontal) == "2019–2021"
    cell, roles = QRect(100, 0, 200, 20), table.roles.rows
    mayor, head = (bar(cell, table.axis, role) for role in roles)
    assert (mayor.left(), head.right()) == (100, 300)
    assert mayor.right() < head.left()
    only = RoleHeld("x", "2020-01-01", "2020-01-01", 1)
    assert bar(cell, ("2020-01-01", "2020-01-01"), only).width() > 0


def test_the_bars_are_seen_in_both_themes(qtbot: QtBot, page: SpeakersPage, look: Look) -> None:
    table = page.person.roles
    for theme in ("light", "dark"):
        look.set_theme(theme)
        drawn = table.viewport().grab().toImage()
        ink = sum(
            drawn.pixelColor(x, y).name() == look.theme.accent
            for x in range(drawn.width())
            for y in range(drawn.height())
        )
        assert ink > 100
    look.set_theme("light")


def test_a_year_lists_what_was_said_in_it(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    years = page.person.years
    assert years.isVisible()
    assert years.words(2019) == "2019: 2 statements"
    place = years.bar(2019).center().toPoint()
    QTest.mouseClick(years, Qt.MouseButton.LeftButton, pos=QPoint(place.x(), 20))
    settle(qtbot, window)
    assert window.search_pane.box.text() == 'speaker:"Wang Shuguo" date:2019'
    assert listed(window) == ["mayor", "mayor2"]
    assert window.views.name == "speakers"


def test_all_statements_are_listed_even_where_the_pane_was_hidden(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    window.actions_["search_pane"].setChecked(False)
    page.person.head.list_button.click()
    settle(qtbot, window)
    assert window.search_pane.isVisible()
    assert listed(window) == ["head", "mayor", "mayor2"]


def test_a_word_leads_to_its_places_in_what_this_person_says_and_back(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    words = cells(page.person.words)
    harbour = next(row for row in words if row[0] == "harbour")
    assert (harbour[1], harbour[3]) == ("6", "0")
    click(page.person.words, words.index(harbour))
    settle(qtbot, window)
    assert window.search_pane.box.text() == 'speaker:"Wang Shuguo" =harbour'
    view = window.views.currentWidget()
    assert isinstance(view, ConcordanceView)
    assert view.model.rowCount() == 6
    assert window.actions_["back"].isEnabled()
    window.actions_["back"].trigger()
    assert window.views.currentWidget() is page


def test_a_chinese_word_leads_to_its_places_too(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    row = next(n for n, each in enumerate(cells(page.person.words)) if each[0] == "港口")
    page.person.words.setCurrentIndex(page.person.words.model().index(row, 0))
    QTest.keyClick(page.person.words, Qt.Key.Key_Return)
    settle(qtbot, window)
    view = window.views.currentWidget()
    assert isinstance(view, ConcordanceView)
    assert view.model.rowCount() == 3


def test_a_person_spoken_of_leads_to_their_page(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    assert cells(page.person.people) == [["Maria Gomez", "2"]]
    click(page.person.people, 0)
    settle(qtbot, window)
    assert page.person.head.name.text() == "Maria Gomez"
    assert page.list.table.currentIndex().data() == "Maria Gomez"
    assert not page.person.people.isVisible()  # she speaks of nobody
    assert not page.person.photos.isVisible()


def test_a_photo_opens_its_item(qtbot: QtBot, window: MainWindow, page: SpeakersPage) -> None:
    grid = page.person.photos.grid
    assert grid.isVisible()
    assert len(grid.photos) == 1
    grid.choose(0)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.article_pane.item is not None
    assert window.article_pane.item.id == "mayor2"
    assert window.views.name == "reading"
    window.actions_["back"].trigger()
    assert window.views.name == "speakers"


def test_over_time_draws_where_this_person_speaks(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage
) -> None:
    page.person.head.trend_button.click()
    settle(qtbot, window)
    assert window.views.name == "trend"
    assert window.search_pane.box.text() == 'speaker:"Wang Shuguo"'


def test_what_is_imported_is_seen_and_the_person_shown_stays(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage, archive_folder: Path
) -> None:
    page.show_person("Maria Gomez")
    settle(qtbot, window)
    more = said("more", "Maria Gomez", "minister", "Coal.", date(2022, 1, 1))
    with open_for_import(archive_folder) as archive:
        archive.put([(more, Origin("test"), False)])
        archive.catch_up()
    assert window.desk.archive is not None
    window.desk.archive.refresh()
    window.desk.opened.emit(window.desk.archive)
    settle(qtbot, window)
    assert page.person.head.figures.text().startswith("2 statements")


def test_an_archive_without_speakers_says_so(
    qtbot: QtBot, window: MainWindow, page: SpeakersPage, tmp_path: Path
) -> None:
    with open_for_import(tmp_path / "none.beilin", "None") as archive:
        archive.catch_up()
    window.open_folder(tmp_path / "none.beilin")
    settle(qtbot, window)
    assert page.nothing.isVisible()
    assert page.nothing.accessibleName() == "Nobody speaks here"
    assert not page.person.isVisible()
    assert names(page) == []


def test_the_language_follows(page: SpeakersPage, look: Look) -> None:
    for language, also in {"zh_CN": "又称：王树国", "zh_TW": "又稱：王树国"}.items():
        look.set_language(language)
        assert page.person.head.also.text() == also
        told = page.person.words.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert told.split("\n")[1].endswith(" 次")
