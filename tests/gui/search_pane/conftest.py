"""The search pane alone, on the small archive or on one that answers when it is told to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from desktop_app.archive import Archive, open_archive
from desktop_app.errors import Cancelled
from desktop_app.gui.look import Look
from desktop_app.gui.search_pane.pane import SearchPane
from desktop_app.search.engine import Matches, Sort
from desktop_app.search.hits import Hit
from desktop_app.search.query import parse
from desktop_app.speech_search.matches import SaidMatches
from desktop_app.speech_search.ranking import StatementSort
from desktop_app.speech_search.speakers import Speakers
from tests.gui.fixed_matches import FixedMatches
from tests.speech_search.conftest import ITEMS, fill


class NoThumbnails:
    def thumbnail(self, _path: object, _size: object) -> None:
        return None


class SlowArchive:
    """Stands for an archive in which each search takes until it is let go."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.cancelled: list[str] = []
        self.gates: dict[str, threading.Event] = {}
        self.held: set[str] = set()
        self.photos = SimpleNamespace(folder=Path())
        self.marked = SimpleNamespace(problems=lambda _node: ())

    def hold(self, query: str) -> None:
        """Have a search for `query` wait for `let_go`."""
        self.gates[query] = threading.Event()

    def let_go(self, query: str) -> None:
        self.gates[query].set()

    def search(self, query: str, _sort: Sort, cancelled: Callable[[], bool]) -> Matches:
        self.asked.append(query)
        gate = self.gates.get(query)
        if gate is not None:
            self.held.add(query)
            gate.wait(20)
        if cancelled():
            self.cancelled.append(query)
            raise Cancelled
        if query == "broken":
            raise OSError("the disc was taken out")
        return FixedMatches(query=parse(query))

    def statements(
        self, query: str, sort: StatementSort, cancelled: Callable[[], bool], collation: str
    ) -> SaidMatches:
        self.search(query, Sort.RELEVANCE, cancelled)
        return SaidMatches(parse(query).node, [], [], [], lambda _places: {}, str, lambda _one: {})

    def speakers(self) -> Speakers:
        self.asked.append("who speaks")
        return Speakers((), {})

    def indexed(self) -> int:
        return 0

    def hits(self, _matches: Matches, _start: int, _stop: int, _cancelled: object) -> list[Hit]:
        return []

    def as_archive(self) -> Archive:
        return cast(Archive, self)


class Searcher:
    """Someone at the pane."""

    def __init__(self, pane: SearchPane, qtbot: QtBot) -> None:
        self.pane, self._qtbot = pane, qtbot

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.pane.busy, timeout=20_000)
        self._qtbot.wait(10)
        self._qtbot.waitUntil(lambda: not self.pane.busy, timeout=20_000)

    def ask(self, query: str) -> None:
        self.pane.box.setText(query)
        self.wait()

    @property
    def titles(self) -> list[str]:
        """The titles of all hits in their order."""
        self.pane.model.row(0)
        self.wait()
        return [hit.item.title for hit in self.pane.model.loaded_rows()]


@pytest.fixture
def pane(qtbot: QtBot, look: Look) -> Iterator[SearchPane]:
    pool = QThreadPool()
    made = SearchPane(look, pool, NoThumbnails())
    made.warm_up._pause.setInterval(1_000_000)  # or it would be among the searches counted
    qtbot.addWidget(made)
    made.resize(390, 700)
    made.show()
    yield made
    made.stop()
    pool.waitForDone()
    look.set_theme("light")


@pytest.fixture
def searcher(qtbot: QtBot, pane: SearchPane, archive_folder: Path) -> Iterator[Searcher]:
    """A searcher in the small archive: two English items, one Chinese."""
    with open_archive(archive_folder) as archive:
        made = Searcher(pane, qtbot)
        pane.set_archive(archive)
        made.wait()
        yield made
        pane.set_archive(None)


@pytest.fixture
def listener(qtbot: QtBot, pane: SearchPane, tmp_path: Path) -> Iterator[Searcher]:
    """A searcher among five statements in three items; a fourth item has none."""
    fill(tmp_path / "said.beilin", *ITEMS)
    with open_archive(tmp_path / "said.beilin") as archive:
        made = Searcher(pane, qtbot)
        pane.set_archive(archive)
        made.wait()
        yield made
        pane.set_archive(None)
