"""The first search in an archive is done in the background, once, before someone types it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from desktop_app.gui.search_pane.warm_up import WarmUp
from tests.gui.search_pane.conftest import SlowArchive


@pytest.fixture
def warm_up(qapp: QObject) -> Iterator[WarmUp]:
    pool = QThreadPool()
    yield WarmUp(pool, pool)
    pool.waitForDone()


def test_a_word_of_each_script_and_the_speakers_are_looked_up_once_and_not_at_once(
    qtbot: QtBot, warm_up: WarmUp
) -> None:
    archive = SlowArchive()
    warm_up.set_archive(archive.as_archive())
    warm_up.begin()
    assert archive.asked == []
    qtbot.waitUntil(lambda: not warm_up.busy)
    assert archive.asked == ["the", "的", "who speaks"]
    warm_up.begin()
    assert not warm_up.busy


def test_it_ends_with_its_archive(qtbot: QtBot, warm_up: WarmUp) -> None:
    archive = SlowArchive()
    archive.hold("the")
    warm_up.set_archive(archive.as_archive())
    warm_up.begin()
    qtbot.waitUntil(lambda: "the" in archive.held)
    warm_up.set_archive(None)
    archive.let_go("the")
    qtbot.waitUntil(lambda: archive.cancelled == ["the"])
    assert not warm_up.busy
    assert archive.asked == ["the"]


def test_it_makes_way_for_a_search_and_begins_anew(qtbot: QtBot, warm_up: WarmUp) -> None:
    archive = SlowArchive()
    archive.hold("the")
    warm_up.set_archive(archive.as_archive())
    warm_up.begin()
    qtbot.waitUntil(lambda: "the" in archive.held)
    warm_up.make_way()
    archive.let_go("the")
    qtbot.waitUntil(lambda: archive.cancelled == ["the"])
    warm_up.begin()
    qtbot.waitUntil(lambda: not warm_up.busy)
    assert archive.asked == ["the", "the", "的", "who speaks"]
