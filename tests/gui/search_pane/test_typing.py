"""Searching while someone types: at once, one search at a time, and the newest query wins."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.gui.search_pane.pane import SearchPane
from tests.gui.search_pane.conftest import Searcher, SlowArchive


def started(qtbot: QtBot, pane: SearchPane, archive: SlowArchive) -> None:
    """Search in `archive`, its first answer given."""
    pane.set_archive(archive.as_archive())
    qtbot.waitUntil(lambda: not pane.busy)
    archive.asked.clear()


def test_the_first_key_is_searched_at_once(qtbot: QtBot, pane: SearchPane) -> None:
    archive = SlowArchive()
    started(qtbot, pane, archive)
    with qtbot.waitSignal(pane.runner.started, timeout=0):
        QTest.keyClicks(pane.box, "h")
    qtbot.waitUntil(lambda: archive.asked == ["h"])


def test_keys_during_a_search_are_answered_by_one_more_search(
    qtbot: QtBot, pane: SearchPane
) -> None:
    archive = SlowArchive()
    started(qtbot, pane, archive)
    archive.hold("h")
    pane.runner._patience.setInterval(1_000_000)
    QTest.keyClicks(pane.box, "h")
    qtbot.waitUntil(lambda: "h" in archive.held)
    QTest.keyClicks(pane.box, "arbor")
    archive.let_go("h")
    qtbot.waitUntil(lambda: not pane.busy)
    assert archive.asked == ["h", "harbor"]


def test_searches_that_cannot_stop_hold_up_the_newest_for_a_moment_and_never_pile_up(
    qtbot: QtBot, pane: SearchPane
) -> None:
    archive = SlowArchive()
    started(qtbot, pane, archive)
    for query in ("h", "ha"):
        archive.hold(query)
        pane.box.setText(query)
        qtbot.waitUntil(lambda query=query: query in archive.held)  # type: ignore[misc]
    pane.box.setText("har")
    qtbot.wait(3 * pane.runner._patience.interval())
    assert archive.asked == ["h", "ha"]
    archive.let_go("h")
    qtbot.waitUntil(lambda: archive.asked == ["h", "ha", "har"])
    archive.let_go("ha")
    qtbot.waitUntil(lambda: not pane.busy)


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


def test_typing_on_ends_the_search_for_what_may_have_been_meant(searcher: Searcher) -> None:
    pane = searcher.pane
    searcher.ask("harbr")
    assert pane.meant.busy
    QTest.keyClicks(pane.box, "x")
    assert not pane.meant.busy
