"""The hit list with 100,000 hits reads only what it paints."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.hit_rows import HitRows
from desktop_app.gui.search_pane.paged_model import PagedModel
from desktop_app.gui.search_pane.row_view import RowView
from desktop_app.search.engine import Matches
from desktop_app.search.highlight import Highlighter
from desktop_app.search.hits import Hit, make_hit
from desktop_app.search.nodes import Everything
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
    bar = view.verticalScrollBar()
    for place in range(0, bar.maximum(), bar.maximum() // 50):
        bar.setValue(place)
        qtbot.wait(1)
    view.choose_row(MANY - 1)
    with qtbot.waitSignal(view.row_chosen) as chosen:
        pass
    assert chosen.args is not None
    assert chosen.args[0].item.id == f"i{MANY - 1}"
    qtbot.waitUntil(lambda: not model.busy)
    assert reading.read < MANY / 10
