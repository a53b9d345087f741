from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.gui.look import Look
from desktop_app.gui.views.concordance.line_model import Column
from tests.gui.views.concordance.conftest import Reader
from tests.gui.views.concordance.test_lines import colours


def click_head(reader: Reader, column: Column) -> None:
    heads = reader.view.lines.horizontalHeader()
    at = heads.sectionViewportPosition(column) + heads.sectionSize(column) // 2
    place = heads.viewport().rect().center()
    place.setX(at)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    reader.settle()


def choose_key(reader: Reader, level: int, key: str) -> None:
    box = reader.view.sort.boxes[level]
    box.setCurrentIndex(box.findData(key))
    reader.settle()


def test_clicking_a_head_sorts_by_what_stands_under_it(reader: Reader) -> None:
    reader.ask("oil -number")
    for column, told, expected in (
        (Column.LEFT, Column.LEFT, ["buys", "=Cheap", "Crude", '"Heavy']),
        (Column.RIGHT, Column.RIGHT, ["is", "now.", "prices", "prices"]),
        (Column.DATE, Column.DATE, ["Feb 26, 1987"] * 2 + ["Aug 31, 2021"] * 2),
        (Column.KEY, Column.LEFT, ["Crude", "=Cheap", '"Heavy', "buys"]),
    ):
        click_head(reader, column)
        cells = reader.rows(told)
        if told is Column.LEFT:
            cells = [cell.split()[-1] for cell in cells]
        if told is Column.RIGHT:
            cells = [cell.split()[0] for cell in cells]
        assert cells == expected, column


def test_a_second_key_sorts_what_the_first_leaves_alike(reader: Reader) -> None:
    reader.ask("oil -number")
    choose_key(reader, 0, "R1")
    assert [row.split()[-1] for row in reader.rows(Column.LEFT)][2:] == ['"Heavy', "Crude"]
    choose_key(reader, 1, "L1")
    assert reader.view.sort.keys == ("R1", "L1")
    assert [row.split()[-1] for row in reader.rows(Column.LEFT)][2:] == ["Crude", '"Heavy']


def test_further_keys_are_offered_once_there_is_a_first(reader: Reader) -> None:
    boxes = reader.view.sort.boxes
    assert [box.isVisible() for box in boxes] == [True, False, False]
    choose_key(reader, 0, "L1")
    assert [box.isVisible() for box in boxes] == [True, True, False]
    choose_key(reader, 1, "R1")
    choose_key(reader, 2, "date")
    assert reader.view.sort.keys == ("L1", "R1", "date")
    choose_key(reader, 0, "")
    assert reader.view.sort.keys == ()


def test_the_words_sorted_by_stand_in_the_colours_of_their_keys(reader: Reader, look: Look) -> None:
    reader.ask("oil")
    theme = look.theme
    plain = colours(reader, 0, Column.LEFT) | colours(reader, 0, Column.RIGHT)
    assert not plain & {theme.first, theme.second}
    reader.view.sort.choose("R1", "L1")
    reader.settle()
    assert theme.first in colours(reader, 5, Column.RIGHT)
    assert theme.second in colours(reader, 5, Column.LEFT)
    assert theme.first not in colours(reader, 5, Column.LEFT)


def test_sorting_does_not_search_again(reader: Reader) -> None:
    reader.ask("oil")
    found = reader.view.model.lines
    reader.view.sort.choose("L1")
    reader.settle()
    lines = reader.view.model.lines
    assert lines is not None
    assert found is not None
    assert lines.places is found.places
    assert lines is not found
