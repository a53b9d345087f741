"""Long work is told of, can be given up, and holds nothing up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.errors import Cancelled
from desktop_app.gui.views.concordance.line_model import Column
from desktop_app.speeches.concordance import Concordance
from desktop_app.word_use import WordUse
from tests.gui.views.concordance.conftest import Reader


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Until it is set, finding the lines of ``slow`` goes on, as in a huge archive."""
    opened, real = threading.Event(), WordUse.concordance

    def concordance(self: WordUse, query: str, cancelled: Callable[[], bool]) -> Concordance:
        while query == "slow" and not opened.wait(0.005):
            if cancelled():
                raise Cancelled
        return real(self, "oil" if query == "slow" else query, cancelled)

    monkeypatch.setattr(WordUse, "concordance", concordance)
    yield opened
    opened.set()


def test_what_takes_long_is_told_of_until_it_is_there(
    qtbot: QtBot, reader: Reader, gate: threading.Event
) -> None:
    wait = reader.view.wait
    reader.window.search_pane.box.setText("slow")
    qtbot.waitUntil(wait.isVisible)
    assert wait._label.text() == "Searching for lines…"
    assert reader.window.busy
    gate.set()
    reader.settle()
    assert not wait.isVisible()
    assert reader.view.model.rowCount() == 404


def test_it_can_be_given_up(qtbot: QtBot, reader: Reader, gate: threading.Event) -> None:
    reader.window.search_pane.box.setText("slow")
    qtbot.waitUntil(reader.view.wait.isVisible)
    reader.view.wait.button.click()
    assert not reader.view.busy
    assert reader.view.notice.accessibleName() == "Stopped"
    reader.window.pool.waitForDone()
    gate.set()
    reader.view.notice._button.click()
    reader.settle()
    assert reader.view.model.rowCount() == 404


def test_another_query_does_not_wait_for_a_slow_one(
    qtbot: QtBot, reader: Reader, gate: threading.Event
) -> None:
    reader.window.search_pane.box.setText("slow")
    qtbot.waitUntil(reader.view.wait.isVisible)
    reader.ask("石油")
    assert not gate.is_set()
    assert reader.rows(Column.KEY) == ["石油"]
    assert not reader.view.wait.isVisible()


def test_a_failure_is_told_in_place_of_the_lines(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_asked: object) -> Concordance:
        raise OSError("the disc was taken out")

    with monkeypatch.context() as broken:
        broken.setattr(WordUse, "concordance", fail)
        reader.ask("oil")
    assert reader.view.notice.isVisible()
    assert "the disc was taken out" in reader.view.notice.accessibleDescription()
    reader.view.notice._button.click()
    reader.settle()
    assert reader.view.model.rowCount() == 404


def test_closing_the_window_ends_what_is_under_way(
    qtbot: QtBot, reader: Reader, gate: threading.Event
) -> None:
    reader.window.search_pane.box.setText("slow")
    qtbot.waitUntil(reader.view.wait.isVisible)
    reader.window.close()
    assert not gate.is_set()
    assert not reader.view.busy
