"""The place someone stopped at, and how far an item is read."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.gui.look import Look
from desktop_app.gui.main_window import MainWindow
from desktop_app.marks.marks import Marks
from tests.gui.conftest import settle


def scroll(qtbot: QtBot, window: MainWindow, share: float) -> None:
    bar = window.article_pane.view.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))
    qtbot.wait(50)  # the moment the view takes to settle
    settle(qtbot, window)


def show(qtbot: QtBot, window: MainWindow, item: str) -> None:
    window.show_item(item)
    qtbot.wait(50)
    settle(qtbot, window)


def archive_id(window: MainWindow) -> str:
    assert window.search_pane.archive is not None
    return window.search_pane.archive.manifest.id


@pytest.mark.parametrize("item", ["english", "chinese"])
def test_a_long_item_is_taken_up_where_it_was_left(
    qtbot: QtBot, room: MainWindow, marks: Marks, item: str
) -> None:
    article, sign = room.article_pane, room.room.places.sign
    show(qtbot, room, item)
    scroll(qtbot, room, 0.5)
    top = article.view.place()
    show(qtbot, room, "short")
    room.pool.waitForDone()
    position = marks.position(archive_id(room), item)
    assert position is not None
    assert 0.4 < position.share < 0.6
    show(qtbot, room, item)  # chosen anew: the history would have it at its top
    assert article.view.place().line == top.line
    assert abs(article.view.place().character - top.character) < 100
    assert sign.isVisible()
    assert sign.accessibleName().startswith("Continued where you stopped, at ")
    sign.button.click()
    assert article.view.verticalScrollBar().value() == 0
    assert not sign.isVisible()


def test_an_item_with_matches_stays_at_its_top_and_offers_the_place(
    qtbot: QtBot, room: MainWindow, marks: Marks
) -> None:
    article, sign = room.article_pane, room.room.places.sign
    marks.put_position(archive_id(room), "english", 5000, 20000)
    room.search_pane.box.setText("harbor")
    settle(qtbot, room)
    show(qtbot, room, "english")
    assert article.view.verticalScrollBar().value() == 0
    assert sign.accessibleName() == "You have read 25% of this"
    show(qtbot, room, "short")  # without moving: the place stays
    room.pool.waitForDone()
    position = marks.position(archive_id(room), "english")
    assert position is not None
    assert position.share == 0.25
    show(qtbot, room, "english")
    sign.button.click()
    assert article.view.verticalScrollBar().value() > 0


def test_who_is_led_to_a_passage_is_not_led_elsewhere(
    qtbot: QtBot, room: MainWindow, marks: Marks
) -> None:
    marks.put_position(archive_id(room), "english", 5000, 20000)
    room.show_place("english", 100, 120)
    qtbot.wait(50)
    assert room.article_pane.view.verticalScrollBar().value() == 0
    assert not room.room.places.sign.isVisible()


@pytest.mark.parametrize(("item", "point"), [("english", 0.01), ("english", 0.99), ("short", 0.5)])
def test_what_is_hardly_begun_or_read_or_short_starts_at_its_top(
    qtbot: QtBot, room: MainWindow, marks: Marks, item: str, point: float
) -> None:
    marks.put_position(archive_id(room), item, int(point * 10_000), 10_000)
    show(qtbot, room, item)
    assert room.article_pane.view.verticalScrollBar().value() == 0
    assert not room.room.places.sign.isVisible()


def test_the_end_in_sight_is_the_end(qtbot: QtBot, room: MainWindow, marks: Marks) -> None:
    show(qtbot, room, "english")
    scroll(qtbot, room, 1.0)
    room.close()
    position = marks.position(archive_id(room), "english")
    assert position is not None
    assert position.share == 1.0


def test_the_line_grows_with_reading_and_tells_what_is_left(
    qtbot: QtBot, room: MainWindow, look: Look
) -> None:
    line = room.room.progress
    show(qtbot, room, "short")
    assert not line.isVisible()
    show(qtbot, room, "english")
    assert line.isVisible()
    assert line.value() == 0
    assert line.toolTip() == "0% · 16 minutes left"
    scroll(qtbot, room, 0.5)
    assert 400 < line.value() < 600
    scroll(qtbot, room, 1.0)
    assert line.value() == 1000
    assert line.toolTip() == "100% · 0 minutes left"
    look.set_language("zh_CN")
    assert line.toolTip() == "100% · 还需约 0 分钟"
