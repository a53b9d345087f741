from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtTest import QTest

from desktop_app.archive import open_archive
from desktop_app.gui.look import Look
from desktop_app.gui.views.concordance.fitting import Fitter
from desktop_app.gui.views.concordance.line_model import Column
from desktop_app.speeches.concordance import Concordance, Line
from tests.gui.views.concordance.conftest import Reader


def test_every_place_is_a_line_and_they_are_counted(reader: Reader) -> None:
    reader.ask("oil prices")
    assert reader.rows(Column.KEY) == ["oil", "prices", "oil", "oil", "prices", "oil"]
    assert reader.rows(Column.LEFT)[0] == "Crude "
    assert reader.rows(Column.RIGHT)[0].startswith(" prices rose. =Cheap oil is")
    assert reader.rows(Column.DATE)[3] == "Feb 26, 1987"
    assert reader.view.count.text().startswith("6 lines · 2 items · ")


def test_the_speaker_is_named_or_else_the_source(reader: Reader) -> None:
    reader.ask("oil prices")
    assert reader.rows(Column.WHO)[0] == "Port News"
    assert reader.rows(Column.WHO)[3] == "John Smith"


def test_typing_on_changes_the_lines_and_the_newest_query_wins(reader: Reader) -> None:
    for query in ("o", "oi", "oil", "石油"):
        reader.window.search_pane.box.setText(query)
    reader.settle()
    assert reader.rows(Column.KEY) == ["石油"]
    assert reader.rows(Column.LEFT) == ["双方将加强合作，扩大"]


def test_both_languages_have_lines_where_that_is_asked(reader: Reader) -> None:
    reader.ask("石油")
    assert reader.rows(Column.KEY) == ["石油"]
    reader.window.search_pane.both.setChecked(True)
    reader.settle()
    assert reader.view.model.rowCount() > 400
    assert {"石油", "oil"} <= {*reader.rows(Column.KEY, 500)}
    for chip in reader.window.search_pane.expansions.chips:
        chip.click()
    reader.settle()
    assert reader.rows(Column.KEY) == ["石油"]


def test_enter_leads_to_the_place_and_back_to_the_line(reader: Reader) -> None:
    reader.ask("合作")
    reader.choose(1)
    QTest.keyClick(reader.view.lines, Qt.Key.Key_Return)
    reader.settle()
    assert reader.window.views.name == "reading"
    article = reader.window.article_pane
    assert article.item is not None
    assert article.item.id == "zh"
    reader.window.actions_["back"].trigger()
    reader.settle()
    assert reader.window.views.currentWidget() is reader.view
    assert reader.view.lines.chosen_ranges() == [(1, 1)]
    assert reader.view.lines.currentIndex().row() == 1


def test_a_place_carries_the_span_of_the_word(reader: Reader) -> None:
    reader.ask("合作")
    places: list[tuple[str, int, int]] = []
    reader.view.place_wanted.connect(lambda *place: places.append(place))
    row = reader.view.model.index(1, Column.KEY)
    at = reader.view.lines.visualRect(row).center()
    QTest.mouseClick(reader.view.lines.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(reader.view.lines.viewport(), Qt.MouseButton.LeftButton, pos=at)
    (item, start, end), *_more = places
    with open_archive(reader.window.desk.archive.folder) as archive:  # type: ignore[union-attr]
        text = archive.item(item).text
    assert (text[start:end], text[start - 2 : start]) == ("合作", "石油")


def test_only_lines_near_those_in_sight_are_read(reader: Reader) -> None:
    reader.ask("oil")
    view = reader.view
    assert view.model.rowCount() == 404
    assert reader.rows(Column.KEY, 1) == ["oil"]
    assert len(view.model._pages) < 404 // 64
    view.lines.scrollToBottom()
    view.lines.viewport().repaint()
    reader.settle()
    assert view.model.index(403, Column.LEFT).data().endswith("Number 399 has ")


def test_the_key_stands_in_the_middle_whatever_the_width(reader: Reader) -> None:
    reader.ask("oil")
    lines = reader.view.lines
    for width in (500, 800, 1400):
        reader.window.resize(width + 500, 700)
        reader.window.splitter.setSizes([300, width, 0])
        reader.settle()
        widths = [lines.columnWidth(column) for column in Column]
        hidden = [lines.isColumnHidden(column) for column in Column]
        shown = [w for w, gone in zip(widths, hidden, strict=True) if not gone]
        assert sum(shown) == lines.viewport().width()
        assert abs(widths[Column.LEFT] - widths[Column.RIGHT]) <= 1
        assert hidden[:3] == [False] * 3


def test_a_wider_window_shows_more_context(reader: Reader) -> None:
    reader.ask('"200 has oil"')
    narrow = reader.rows(Column.LEFT)[0]
    reader.window.resize(3200, 700)
    reader.settle()
    wide = reader.rows(Column.LEFT)[0]
    assert wide.endswith(narrow)
    assert len(wide) > len(narrow)


@pytest.mark.parametrize("text", ["plain words", "双方将加强合作，扩大石油", "混合 text 文字", ""])
def test_contexts_are_cut_between_characters_to_the_width(reader: Reader, text: str) -> None:
    metrics = QFontMetricsF(reader.view.lines.font())
    fitter = Fitter(reader.view.lines.font())
    for width in range(0, 220, 7):
        end, start = fitter.end(text, width), fitter.start(text, width)
        assert text.endswith(end)
        assert text.startswith(start)
        assert max(map(metrics.horizontalAdvance, (end, start))) <= width


def test_copying_takes_the_chosen_lines_with_where_they_are_from(reader: Reader) -> None:
    reader.ask("prices")
    reader.choose(0)
    QTest.keyClick(reader.view.lines, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(reader.view.lines, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    reader.settle()
    first, second = QGuiApplication.clipboard().text().split("\n")
    assert first == "…Crude oil prices rose. =Cheap oil is gone… (Port News · Dear · Aug 31, 2021)"
    assert second.startswith('…"Heavy oil prices fell,"')


def menu_texts(reader: Reader) -> dict[str, bool]:
    menu = reader.view.lines.menu()
    return {action.text(): action.isEnabled() for action in menu.actions() if action.text()}


def test_the_menu_offers_what_can_be_done_with_the_line(reader: Reader) -> None:
    reader.ask("oil prices")
    reader.choose(0)
    assert menu_texts(reader) == {
        "Open at this place": True, "Copy 1 line": True, "Only this speaker": False
    }  # fmt: skip
    reader.choose(3)
    assert menu_texts(reader)["Only this speaker"]


def test_only_this_speaker_narrows_the_query(reader: Reader) -> None:
    reader.ask("合作")
    spoken = reader.rows(Column.WHO).index("王树国")
    reader.choose(spoken)
    action = next(a for a in reader.view.lines.menu().actions() if a.text() == "Only this speaker")
    action.trigger()
    reader.settle()
    assert reader.window.search_pane.box.text() == '合作 speaker:"王树国"'
    assert set(reader.rows(Column.WHO)) == {"王树国"}


def test_each_row_is_a_whole_line_to_those_who_cannot_see_it(reader: Reader) -> None:
    reader.ask("prices")
    reader.rows(Column.KEY)
    told = reader.view.model.index(0, Column.KEY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.split("\n") == [
        "Crude oil prices rose. =Cheap oil is gone", "Aug 31, 2021", "Port News"
    ]  # fmt: skip
    assert reader.view.lines.accessibleName() == "Lines"


def test_an_empty_box_is_explained_and_so_is_a_query_without_a_word(reader: Reader) -> None:
    notice = reader.view.notice
    assert notice.isVisible()
    assert "合作" in notice.accessibleDescription()
    assert "harbor" in notice.accessibleDescription()
    reader.ask("oil")
    assert not notice.isVisible()
    reader.ask("date:2021")
    assert notice.accessibleName() == "No lines"
    reader.ask("")
    assert notice.accessibleName().startswith("Every place of a word")


def test_language_and_theme_change_while_lines_are_chosen(reader: Reader, look: Look) -> None:
    reader.ask("oil prices")
    reader.choose(2)
    look.set_language("zh_CN")
    reader.settle()
    assert "6 行" in reader.view.count.text()
    assert reader.rows(Column.DATE)[3] == "1987年2月26日"
    assert reader.view.lines.chosen_ranges() == [(2, 2)]
    for theme, colour in (("dark", "#e58578"), ("light", "#a3342a")):
        look.set_theme(theme)
        reader.settle()
        assert colour in colours(reader, 0, Column.KEY)


def colours(reader: Reader, row: int, column: Column) -> set[str]:
    """All colours of a cell as it is painted."""
    lines = reader.view.lines
    area = lines.visualRect(reader.view.model.index(row, column))
    image = lines.viewport().grab(area).toImage()
    points = (QPoint(x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(point).name() for point in points}


def test_another_archive_leaves_no_lines_behind(reader: Reader, tmp_path: Path) -> None:
    reader.ask("oil")
    reader.choose(0)
    reader.view.set_archive(None)
    assert reader.view.model.rowCount() == 0
    assert not reader.view.busy


def test_lines_that_cannot_be_read_say_so_and_are_read_again_by_a_click(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> list[Line]:
        raise OSError("the stick is out")

    monkeypatch.setattr(Concordance, "lines", fail)
    reader.ask("oil prices")
    model, lines = reader.view.model, reader.view.lines
    assert model.failed(0)
    assert "could not be read" in str(model.index(0, Column.KEY).data())
    monkeypatch.undo()
    QTest.mouseClick(
        lines.viewport(),
        Qt.MouseButton.LeftButton,
        pos=lines.visualRect(model.index(0, Column.RIGHT)).center(),
    )
    reader.settle()
    assert reader.rows(Column.KEY)[:2] == ["oil", "prices"]
