"""Searching while someone types: a pause, one search, and the newest query wins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.search_pane.pane import SearchPane
from tests.gui.search_pane.conftest import SlowArchive


def started(qtbot: QtBot, pane: SearchPane, archive: SlowArchive) -> None:
    """Search in `archive`, its first answer given."""
    pane.set_archive(archive.as_archive())
    qtbot.waitUntil(lambda: not pane.busy)
    archive.asked.clear()


def test_words_are_searched_not_letters(qtbot: QtBot, pane: SearchPane) -> None:
    archive = SlowArchive()
    started(qtbot, pane, archive)
    QTest.keyClicks(pane.box, "harbor")
    assert archive.asked == []  # nothing before the pause
    qtbot.waitUntil(lambda: not pane.busy)
    assert archive.asked == ["harbor"]


def test_enter_searches_without_the_pause(qtbot: QtBot, pane: SearchPane) -> None:
    archive = SlowArchive()
    started(qtbot, pane, archive)
    pane.runner._pause.setInterval(1_000_000)
    QTest.keyClicks(pane.box, "oil")
    QTest.keyClick(pane.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: archive.asked == ["oil"])


def test_a_newer_query_cancels_the_older_one_which_never_answers(
    qtbot: QtBot, pane: SearchPane
) -> None:
    archive = SlowArchive()
    started(qtbot, pane, archive)
    archive.hold("old")
    answers: list[str] = []
    pane.runner.found.connect(lambda query, _matches: answers.append(query))
    pane.box.setText("old")
    qtbot.waitUntil(lambda: "old" in archive.held)
    pane.box.setText("new")  # typed while the old search is still under way
    qtbot.waitUntil(lambda: answers == ["new"])
    archive.let_go("old")
    qtbot.waitUntil(lambda: archive.cancelled == ["old"])
    qtbot.wait(20)
    assert answers == ["new"]


def test_the_box_takes_keys_while_a_search_goes_on(qtbot: QtBot, pane: SearchPane) -> None:
    archive = SlowArchive()
    started(qtbot, pane, archive)
    archive.hold("slow")
    pane.box.setText("slow")
    qtbot.waitUntil(lambda: "slow" in archive.held)
    QTest.keyClicks(pane.box, "er")
    assert pane.box.text() == "slower"
    archive.let_go("slow")
    qtbot.waitUntil(lambda: not pane.busy)


def test_another_archive_ends_the_search_in_the_one_before(qtbot: QtBot, pane: SearchPane) -> None:
    first, second = SlowArchive(), SlowArchive()
    started(qtbot, pane, first)
    first.hold("old")
    pane.box.setText("old")
    qtbot.waitUntil(lambda: "old" in first.held)
    pane.set_archive(second.as_archive())
    first.let_go("old")
    qtbot.waitUntil(lambda: not pane.busy)
    assert pane.box.text() == ""
    assert second.asked == [""]


def test_a_search_that_fails_is_told_calmly_and_the_next_one_works(
    qtbot: QtBot, pane: SearchPane
) -> None:
    started(qtbot, pane, SlowArchive())
    pane.box.setText("broken")
    qtbot.waitUntil(lambda: pane.notice.accessibleName() == "The search failed")
    assert "the disc was taken out" in pane.notice.accessibleDescription()
    pane.box.setText("whole")
    qtbot.waitUntil(lambda: pane.notice.accessibleName() == "Nothing found")
