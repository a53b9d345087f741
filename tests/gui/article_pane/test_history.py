"""Back and forward."""

from __future__ import annotations

from desktop_app.gui.article_pane.history import LONGEST, History, Place


def read(history: History, *items: str) -> None:
    for item in items:
        history.arrive(item)


def go(history: History, forward: bool = False) -> str:
    """Take a step as the window does: ask, then show."""
    wanted = history.forward() if forward else history.back()
    assert wanted is not None
    history.arrive(wanted)
    return wanted


def test_at_first_there_is_nowhere_to_go() -> None:
    history = History()
    assert history.back() is None
    assert history.forward() is None
    read(history, "a")
    assert not history.can_go_back
    assert not history.can_go_forward


def test_back_and_forward_walk_the_items_read() -> None:
    history = History()
    read(history, "a", "b", "c")
    assert [go(history), go(history)] == ["b", "a"]
    assert not history.can_go_back
    assert [go(history, True), go(history, True)] == ["b", "c"]
    assert not history.can_go_forward


def test_choosing_another_item_after_going_back_starts_a_new_branch() -> None:
    history = History()
    read(history, "a", "b", "c")
    go(history)
    read(history, "d")
    assert not history.can_go_forward
    assert [go(history), go(history)] == ["b", "a"]


def test_an_item_comes_back_where_it_was_left() -> None:
    history = History()
    read(history, "a")
    history.leave(Place(7, 12, 3))
    read(history, "b")
    wanted = history.back()
    assert wanted is not None
    assert history.arrive(wanted) == Place(7, 12, 3)


def test_an_item_chosen_anew_starts_at_its_top() -> None:
    history = History()
    read(history, "a")
    history.leave(Place(7, 12, 3))
    read(history, "b")
    assert history.arrive("a") == Place()


def test_the_same_item_again_is_no_new_step() -> None:
    history = History()
    read(history, "a", "a")
    assert not history.can_go_back


def test_an_item_that_cannot_be_shown_is_skipped_by_the_next_press() -> None:
    history = History()
    read(history, "a", "gone", "c")
    assert history.back() == "gone"  # and the window could not show it
    assert history.back() == "a"
    history.arrive("a")
    assert not history.can_go_back


def test_only_so_many_items_are_remembered() -> None:
    history = History()
    read(history, *map(str, range(LONGEST + 50)))
    steps = 0
    while history.can_go_back:
        go(history)
        steps += 1
    assert steps == LONGEST - 1
