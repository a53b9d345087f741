"""The view that compares, on a small archive of what two people say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.archive_writer import open_for_import
from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.views.comparison.page import ComparisonPage
from desktop_app.gui.views.comparison.sides import Kind, of_word, side_query
from desktop_app.items import Origin, Statement
from desktop_app.search.query import parse
from tests.gui.conftest import settle
from tests.material import item

_WANG, _LI = "Peace and trade. " * 12, "War and trade. " * 12


@pytest.fixture
def archive_folder(tmp_path: Path) -> Path:
    """Wang speaks of peace in 2020, Li of war in 2021."""
    folder = tmp_path / "small.beilin"
    with open_for_import(folder, "Small archive") as archive:
        made = [
            item("wang", _WANG, date=date(2020, 1, 5), statements=(_said("Wang Yi", _WANG),)),
            item("li", _LI, date=date(2021, 1, 5), statements=(_said("Li Hua", _LI),)),
        ]
        archive.put([(each, Origin("test"), False) for each in made])
        archive.catch_up()
    return folder


def _said(speaker: str, text: str) -> Statement:
    return Statement(speaker, "", "said", text, True, 0, len(text))


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> Iterator[ComparisonPage]:
    window.actions_["comparison"].trigger()
    settle(qtbot, window)
    made = window.views.currentWidget()
    assert isinstance(made, ComparisonPage)
    yield made


def words(page: ComparisonPage, side: int) -> list[str]:
    return [each.word for each in page.panels[side].model.rows]


def test_without_sides_the_view_says_what_it_is_for(page: ComparisonPage) -> None:
    assert not page.nothing.isHidden()
    assert "two speakers" in page.nothing.accessibleDescription()
    page.sides.compare(Kind.SPEAKERS, "Wang Yi", "")
    assert not page.nothing.isHidden()


def test_speakers_are_offered_and_compared(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    first, second = page.sides.entries
    assert [first.itemText(row) for row in range(first.count())] == ["Li Hua", "Wang Yi"]
    for entry, name in ((first, "Wang Yi"), (second, "Li Hua")):
        edit = entry.lineEdit()
        assert edit is not None
        edit.setText(name)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert (words(page, 0), words(page, 1)) == (["peace"], ["war"])
    assert page.panels[0].heading.text() == "More in Wang Yi than in Li Hua"
    assert page.count.text() == "Wang Yi: 36 words · Li Hua: 36 words"


def test_a_word_shows_its_places_and_a_place_its_item(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    page.sides.compare(Kind.SPEAKERS, "Wang Yi", "Li Hua")
    settle(qtbot, window)
    page.panels[1].table.selectRow(0)
    settle(qtbot, window)
    assert page.model.rowCount() == 12
    page.panels[0].table.selectRow(0)
    settle(qtbot, window)
    assert page.told.text() == "“peace” in Wang Yi"
    assert not page.panels[1].table.selectionModel().hasSelection()
    page.lines.selectRow(1)
    QTest.keyClick(page.lines, Qt.Key.Key_Return)
    settle(qtbot, window)
    shown = window.article_pane.item
    assert shown is not None and shown.id == "wang"
    assert window.views.name == "reading"
    window.actions_["back"].trigger()
    assert window.views.name == "comparison"


def test_periods_and_searches(qtbot: QtBot, window: MainWindow, page: ComparisonPage) -> None:
    page.sides.kind.setCurrentIndex(1)
    first = page.sides.entries[0]
    assert {first.itemText(row) for row in range(first.count())} == {"2020", "2021"}
    page.sides.compare(Kind.PERIODS, "2021", "2020 - 2020")
    settle(qtbot, window)
    assert words(page, 0) == []  # a span is written with two dots or a long dash
    page.sides.compare(Kind.PERIODS, "2021", "2019–2020")
    settle(qtbot, window)
    assert (words(page, 0), words(page, 1)) == (["war"], ["peace"])
    page.sides.compare(Kind.SEARCHES, "peace", "war")
    settle(qtbot, window)
    assert (words(page, 0), words(page, 1)) == (["peace"], ["war"])


def test_what_is_searched_for_narrows_both_sides(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    page.sides.compare(Kind.SPEAKERS, "Wang Yi", "Li Hua")
    window.search_pane.box.setText("peace")
    settle(qtbot, window)
    assert page.count.text() == "Wang Yi: 36 words · Li Hua: 0 words · within “peace”"
    assert words(page, 0) == []  # nothing to hold it against
    window.search_pane.box.setText("trade")
    settle(qtbot, window)
    assert page.count.text().endswith("within “trade”")
    assert words(page, 0) == ["peace"]


def test_only_what_the_other_never_says(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, tmp_path: Path
) -> None:
    with open_for_import(tmp_path / "small.beilin") as archive:
        text = "Peace. "
        more = item("li2", text, statements=(_said("Li Hua", text),))
        archive.put([(more, Origin("test"), False)])
        archive.catch_up()
    window.open_folder(tmp_path / "small.beilin")
    settle(qtbot, window)
    page.sides.compare(Kind.SPEAKERS, "Wang Yi", "Li Hua")
    settle(qtbot, window)
    assert words(page, 0) == ["peace"]
    page.only.setChecked(True)
    assert (words(page, 0), words(page, 1)) == ([], ["war"])


def test_the_language_follows(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, look: Look
) -> None:
    page.sides.compare(Kind.SPEAKERS, "Wang Yi", "Li Hua")
    settle(qtbot, window)
    look.set_language("zh_CN")
    assert page.panels[0].heading.text() == "“Wang Yi”比“Li Hua”用得多的词"
    assert page.sides.kind.itemText(1) == "两个时段"
    assert page.sides.sides == ("Wang Yi", "Li Hua")
    model = page.panels[0].model
    told = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "peace\n本方每百万词 333,333 次，对方 0 次"


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("entry", ['a "b', "2021", "(x", "王树国", "a OR b"])
@pytest.mark.parametrize("within", ["", "x OR y", '"open', "(x"])
def test_sides_keep_to_themselves_whatever_is_typed(kind: Kind, entry: str, within: str) -> None:
    query = side_query(kind, entry, within)
    if within and kind is Kind.SPEAKERS:
        assert "speaker" in str(parse(query).node)
    assert "oil" in str(of_word(query, "oil"))


def test_in_both_languages_a_side_is_what_translations_find_too(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage
) -> None:
    page.sides.compare(Kind.SPEAKERS, "Wang Yi", "Li Hua")
    window.search_pane.box.setText("和平 OR 战争")
    settle(qtbot, window)
    assert not page.nothing.isHidden()  # nobody says that
    window.search_pane.both.setChecked(True)
    settle(qtbot, window)
    assert (words(page, 0), words(page, 1)) == (["peace"], ["war"])
    assert page.count.text().endswith("within “和平 OR 战争” · in both languages")
    page.panels[0].table.setCurrentIndex(page.panels[0].model.index(0, 0))
    settle(qtbot, window)
    window.search_pane.both.setChecked(False)
    settle(qtbot, window)
    assert not page.nothing.isHidden()


def test_a_speaker_called_otherwise_is_offered_so(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, tmp_path: Path
) -> None:
    page.sides.compare(Kind.SPEAKERS, "Wang Yi", "Li Hua")
    settle(qtbot, window)
    with open_for_import(tmp_path / "small.beilin") as archive:
        archive.decide_speakers({"Li Hua": "Lee Hwa"})
    window.views.names_decided.emit()
    settle(qtbot, window)
    second = page.sides.entries[1]
    assert "Lee Hwa" in {second.itemText(row) for row in range(second.count())}
    assert page.sides.sides == ("Wang Yi", "Li Hua")
    assert words(page, 1) == ["war"]  # any name of a person will do
