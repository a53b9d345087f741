"""Highlights can be read in every theme."""

from __future__ import annotations

import pytest

from desktop_app.gui.marks.colours import NAMES, ground
from desktop_app.gui.theme import CHOICES, SYSTEM, Theme, theme_of
from desktop_app.marks.highlights import COLOURS

THEMES = [theme_of(name) for name in CHOICES if name != SYSTEM]


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_stands_out_from_every_ground(theme: Theme) -> None:
    least = 7.0 if theme.name.startswith("contrast") else 4.5
    for colour in COLOURS:
        assert _contrast(theme.text, ground(theme, colour)) >= least


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_grounds_differ_from_each_other_and_from_matches(theme: Theme) -> None:
    grounds = [ground(theme, colour) for colour in COLOURS]
    assert len({*grounds, theme.mark, theme.mark_now, theme.page}) == len(COLOURS) + 3
    assert set(NAMES) == set(COLOURS)
