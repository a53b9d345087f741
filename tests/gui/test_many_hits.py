"""A list of 100,000 hits or statements reads only what it paints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.answer import FIRST_ROWS, Answer
from desktop_app.gui.search_pane.hit_rows import HitRows
from desktop_app.gui.search_pane.paged_model import PagedModel
from desktop_app.gui.search_pane.row_view import RowView
from desktop_app.gui.search_pane.speech_list import SpeechList
from desktop_app.items import Item, Statement
from desktop_app.search.engine import Matches
from desktop_app.search.highlight import Highlighter
from desktop_app.search.hits import Hit, make_hit
from desktop_app.search.nodes import Everything
from desktop_app.speech_search.matches import Place, SaidHit, SaidMatches
from desktop_app.speech_search.ranking import StatementSort
from tests.gui.fixed_matches import FixedMatches
from tests.material import item

MANY = 100_000


class Reading:
    """Stands for an archive and counts the hits that were read of it."""

    def __init__(self) -> None:
        self.read = 0

    def hits(self, matches: Matches, start: int, stop: int) -> list[Hit]:
        numbers = matches.numbers[start:stop]
        self.read += len(numbers)
        nothing = Highlighter.of(Everything())
        return [make_hit(item(f"i{number}"), 1.0, nothing) for number in numbers]


class NoThumbnails:
    def thumbnail(self, _path: object, _size: object) -> None:
        return None


def scrolled_to_the_end(view: RowView, qtbot: QtBot) -> object:
    """Scroll through all in fifty steps; gives the last row, which is chosen."""
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for place in range(0, bar.maximum(), bar.maximum() // 50):
        bar.setValue(place)
        qtbot.wait(1)
    view.choose_row(MANY - 1)
    with qtbot.waitSignal(view.row_chosen) as chosen:
        pass
    assert chosen.args is not None
    return chosen.args[0]


def test_only_what_is_painted_is_read(qtbot: QtBot, look: Look) -> None:
    reading = Reading()
    rows = HitRows(look, NoThumbnails())
    model = PagedModel(rows, QThreadPool.globalInstance())
    view = RowView(look, model, rows)
    qtbot.addWidget(view)
    view.resize(400, 800)
    view.show()
    matches = FixedMatches(range(MANY))
    model.show_rows(MANY, lambda start, stop: reading.hits(matches, start, stop))
    qtbot.waitUntil(lambda: model.row(0) is not None)
    last = scrolled_to_the_end(view, qtbot)
    assert isinstance(last, Hit)
    assert last.item.id == f"i{MANY - 1}"
    qtbot.waitUntil(lambda: not model.busy)
    assert reading.read < MANY / 10


def test_so_it_is_with_statements_by_speaker(qtbot: QtBot, look: Look) -> None:
    parent, read = QWidget(), []
    qtbot.addWidget(parent)
    speeches = SpeechList(look, QThreadPool.globalInstance(), NoThumbnails(), parent)
    said = Statement("Li", "", "said", "Some words", True, 0, 10)

    def page(places: Sequence[Place]) -> dict[Place, tuple[Item, Statement]]:
        read.extend(places)
        return {place: (item(f"i{place[0]}"), said) for place in places}

    numbers = range(MANY)
    matches = SaidMatches(
        Everything(), numbers, [0] * MANY, numbers, page, str, lambda _numbers: {}
    )
    items = FixedMatches(numbers)
    answer = Answer(matches.query, MANY, {}, 1.0, matches.hits(0, FIRST_ROWS), matches.hits, items)
    parent.resize(400, 800)
    speeches.view.resize(400, 800)
    parent.show()
    speeches.show_answer(answer, StatementSort.SPEAKER)
    last = scrolled_to_the_end(speeches.view, qtbot)
    assert isinstance(last, SaidHit)
    assert last.item.id == f"i{MANY - 1}"
    qtbot.waitUntil(lambda: not speeches.model.busy)
    assert len(read) < MANY / 10
