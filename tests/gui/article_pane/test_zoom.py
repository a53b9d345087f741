"""Steps of zoom."""

from __future__ import annotations

from desktop_app.gui.article_pane.zoom import STEPS, bounded, stepped


def test_steps_lead_up_and_down_and_back_to_normal() -> None:
    assert stepped(100, 1) == 110
    assert stepped(110, -1) == 100
    assert stepped(100, 3) == 150
    assert stepped(100, -2) == 80
    assert stepped(175, 0) == 100


def test_steps_start_from_any_percentage() -> None:
    assert stepped(104, 1) == 110
    assert stepped(104, -1) == 100


def test_the_ends_hold() -> None:
    assert stepped(STEPS[-1], 1) == STEPS[-1]
    assert stepped(STEPS[0], -5) == STEPS[0]
    assert stepped(60, -5) == STEPS[0]
    assert bounded(7) == STEPS[0]
    assert bounded(9000) == STEPS[-1]
    assert bounded(104) == 104
