"""Rows that cannot be read say so, and are read again when a person asks for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.hit_rows import HitRows
from desktop_app.gui.search_pane.paged_model import PagedModel
from desktop_app.gui.search_pane.row_view import RowView
from desktop_app.search.highlight import Highlighter
from desktop_app.search.hits import Hit, make_hit
from desktop_app.search.nodes import Everything
from tests.gui.search_pane.conftest import NoThumbnails, Searcher
from tests.material import item


class Stick:
    """Gives rows unless it is out."""

    def __init__(self) -> None:
        self.out = True

    def read(self, start: int, stop: int) -> Sequence[Hit]:
        if self.out:
            raise OSError("the stick is out")
        nothing = Highlighter.of(Everything())
        return [make_hit(item(f"i{number}"), 1.0, nothing) for number in range(start, stop)]


@pytest.fixture
def stick() -> Stick:
    return Stick()


@pytest.fixture
def view(qtbot: QtBot, look: Look, stick: Stick) -> RowView:
    rows = HitRows(look, NoThumbnails())
    model: PagedModel[Hit] = PagedModel(rows, QThreadPool.globalInstance())
    made = RowView(look, model, rows)
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    model.show_rows(50, stick.read)
    qtbot.waitUntil(lambda: model.failed(0) and not model.busy)
    return made


def test_a_row_that_cannot_be_read_says_so_also_to_screen_readers(
    view: RowView, look: Look
) -> None:
    spoken = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "This line could not be read. Try again"
    look.set_language("zh_CN")
    assert view.model().index(0, 0).data() == "这一行无法读取。 重试"


def test_a_click_reads_it_again_and_chooses_it(qtbot: QtBot, view: RowView, stick: Stick) -> None:
    stick.out = False
    with qtbot.waitSignal(view.row_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    assert chosen.args is not None and isinstance(chosen.args[0], Hit)
    qtbot.waitUntil(lambda: not view._rows.busy)
    assert not view._rows.failed(0)


def test_what_still_cannot_be_read_can_be_asked_for_again_by_the_keys(
    qtbot: QtBot, view: RowView, stick: Stick
) -> None:
    view.setFocus()
    view.choose_row(0)
    qtbot.waitUntil(lambda: view._rows.failed(0) and not view._rows.busy)
    stick.out = False
    with qtbot.waitSignal(view.row_chosen):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_a_search_that_failed_is_made_again(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = searcher.pane.archive
    assert archive is not None

    def fail(*_given: object) -> None:
        raise OSError("the stick is out")

    monkeypatch.setattr(type(archive), "search", fail)
    searcher.ask("harbor")
    assert searcher.pane.notice.accessibleName() == "The search failed"
    monkeypatch.undo()
    searcher.pane.notice.button_clicked.emit()
    searcher.wait()
    assert searcher.titles == ["Harbor opens"]
