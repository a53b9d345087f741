"""The stack makes views when they are first shown and tells the one in sight of the query."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.archive import Archive
from desktop_app.gui.look import Look
from desktop_app.gui.views.stack import READING, ViewStack
from tests.gui.views.made_up import MadeUpView

FIRST, SECOND = cast(Archive, "first archive"), cast(Archive, "second archive")
MAKERS = dict.fromkeys(("lines", "speakers"), MadeUpView)


@pytest.fixture
def stack(qtbot: QtBot, look: Look) -> Iterator[ViewStack]:
    pool = QThreadPool()
    made = ViewStack(look, pool, QLabel("article"), MAKERS)
    qtbot.addWidget(made)
    made.set_archive(FIRST, FIRST)
    yield made
    pool.waitForDone()


def view(stack: ViewStack) -> MadeUpView:
    """The view shown now."""
    shown = stack.currentWidget()
    assert isinstance(shown, MadeUpView)
    return shown


def test_a_view_is_made_when_first_shown_and_only_once(stack: ViewStack) -> None:
    assert stack.names == (READING, "lines", "speakers")
    assert (stack.name, stack.count()) == (READING, 1)
    stack.show_view("lines")
    made = view(stack)
    assert (stack.name, stack.count(), made.archives) == ("lines", 2, [FIRST])
    stack.show_view(READING)
    stack.show_view("lines")
    assert view(stack) is made


def test_only_the_view_in_sight_is_told_of_a_query(stack: ViewStack) -> None:
    stack.set_query("oil")
    stack.show_view("lines")
    lines = view(stack)
    stack.set_query("gas")
    stack.show_view("speakers")
    stack.set_query("coal")
    assert view(stack).queries == ["gas", "coal"]
    assert lines.queries == ["oil", "gas"]
    stack.show_view("lines")
    assert lines.queries == ["oil", "gas", "coal"]


def test_without_an_archive_there_is_no_query_to_show(stack: ViewStack) -> None:
    stack.set_archive(None, None)
    stack.show_view("lines")
    stack.set_query("oil")
    assert (view(stack).archives, view(stack).queries) == ([None], [])


def test_every_view_made_hears_of_another_archive_and_of_the_end(stack: ViewStack) -> None:
    stack.show_view("lines")
    lines = view(stack)
    stack.show_view("speakers")
    stack.set_archive(SECOND, SECOND)
    assert (lines.archives, view(stack).archives) == ([FIRST, SECOND], [FIRST, SECOND])
    lines.busy = True
    assert stack.busy
    stack.stop()
    assert lines.stopped and view(stack).stopped


def test_a_place_followed_leads_to_the_article_and_back_into_the_view(
    qtbot: QtBot, stack: ViewStack
) -> None:
    offered: list[bool] = []
    stack.return_available.connect(offered.append)
    assert not stack.go_back()
    stack.show_view("lines")
    stack.follow()
    assert (stack.name, stack.can_return) == (READING, True)
    stack.follow()  # another place, out of the article itself
    assert stack.can_return
    assert stack.go_back()
    assert (stack.name, stack.can_return) == ("lines", False)
    assert offered == [False, True, False]


def test_a_view_chosen_by_hand_forgets_the_way_back(stack: ViewStack) -> None:
    stack.show_view("lines")
    stack.follow()
    stack.show_view("speakers")
    assert not stack.can_return


def test_what_a_view_wants_is_passed_on(qtbot: QtBot, stack: ViewStack) -> None:
    stack.show_view("lines")
    with qtbot.waitSignal(stack.place_wanted) as place:
        view(stack).place_wanted.emit("front", 3, 9)
    with qtbot.waitSignal(stack.query_wanted) as query:
        view(stack).query_wanted.emit("oil")
    assert (place.args, query.args) == (["front", 3, 9], ["oil"])


def test_a_person_wanted_is_shown_among_the_speakers(stack: ViewStack) -> None:
    stack.show_view("lines")
    view(stack).person_wanted.emit("Li")
    assert (stack.name, view(stack).persons) == ("speakers", ["Li"])
    assert stack.go_back()
    assert (stack.name, stack.can_return) == ("lines", False)


def test_a_person_wanted_leads_nowhere_where_no_view_tells_of_persons(
    qtbot: QtBot, look: Look
) -> None:
    stack = ViewStack(look, QThreadPool(), QLabel("article"), {"lines": MadeUpView})
    qtbot.addWidget(stack)
    stack.show_view("lines")
    stack.show_person("Li")
    assert (stack.name, stack.tells_of_persons) == ("lines", False)
