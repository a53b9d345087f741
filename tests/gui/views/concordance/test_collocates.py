from __future__ import annotations

from PySide6.QtCore import Qt

from desktop_app.gui.views.concordance.line_model import Column
from tests.gui.views.concordance.conftest import Reader


def open_page(reader: Reader, query: str) -> None:
    reader.ask(query)
    reader.view.pages["collocates"].click()
    reader.settle()


def words(reader: Reader) -> list[str]:
    return [each.word for each in reader.view.collocates.model.rows]


def test_collocates_stand_by_strength_with_their_figures(reader: Reader) -> None:
    open_page(reader, "oil")
    model = reader.view.collocates.model
    assert {"has", "number", "in", "it"} <= set(words(reader))
    strengths = [each.log_likelihood for each in model.rows]
    assert strengths == sorted(strengths, reverse=True)
    has = next(each for each in model.rows if each.word == "has")
    assert (has.near, has.everywhere) == (400, 400)
    assert reader.view.count.text() == f"{len(model.rows)} words"


def test_collocates_are_of_both_languages_where_that_is_asked(reader: Reader) -> None:
    open_page(reader, "石油")
    assert "number" not in words(reader)
    reader.window.search_pane.both.setChecked(True)
    reader.settle()
    assert "number" in words(reader)


def test_any_column_sorts(reader: Reader) -> None:
    open_page(reader, "oil")
    table = reader.view.collocates.table
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert words(reader) == sorted(words(reader))
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    near = [each.near for each in reader.view.collocates.model.rows]
    assert near == sorted(near, reverse=True)


def test_the_span_is_counted_anew_and_rare_words_are_left_out(reader: Reader) -> None:
    open_page(reader, "oil")
    page = reader.view.collocates
    page.span.setValue(1)
    reader.settle()
    assert set(words(reader)) <= {"has", "in", "prices"}
    page.least.setValue(500)
    assert words(reader) == []
    page.least.setValue(3)
    assert "has" in words(reader)


def test_nothing_is_counted_while_nobody_looks(reader: Reader) -> None:
    reader.ask("oil")
    assert words(reader) == []
    reader.view.pages["collocates"].click()
    reader.settle()
    assert words(reader)


def test_choosing_one_searches_for_both_near_each_other(reader: Reader) -> None:
    open_page(reader, "oil")
    page = reader.view.collocates
    page.table.chosen.emit(words(reader).index("has"))
    reader.settle()
    assert reader.window.search_pane.box.text() == '"oil has"~4'
    assert reader.view.lines.isVisible()
    assert set(reader.rows(Column.KEY)) == {"oil", "has"}


def test_chinese_is_counted_in_pairs(reader: Reader) -> None:
    open_page(reader, "重要")
    assert reader.view.collocates.model.rowCount() == 0  # all stand there too seldom
    assert reader.view.count.text() == "0 words"


def test_a_row_is_told_with_the_names_of_its_figures(reader: Reader) -> None:
    open_page(reader, "oil")
    model = reader.view.collocates.model
    row = words(reader).index("has")
    told = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.split("\n")[:3] == ["has", "Near: 400", "In all: 400"]
