"""How large the whole window is drawn; Qt takes it before the first window and not after."""

from __future__ import annotations

import os
from collections.abc import MutableMapping

from desktop_app.gui.settings import Settings

KEY = "window_scale"
STEPS = (100, 125, 150, 175, 200, 250, 300)  # percent
# Read by Qt when the application is made; multiplies what the screen itself asks for.
_VARIABLE = "QT_SCALE_FACTOR"


def chosen_scale(settings: Settings) -> int:
    """The scale chosen in percent, the nearest step to what the settings say."""
    wanted = settings.number(KEY, 100)
    return min(STEPS, key=lambda step: abs(step - wanted))


def stepped_scale(percent: int, by: int) -> int:
    """The step after `percent`, before it for -1; 100 for 0."""
    if by == 0:
        return 100
    return STEPS[max(0, min(len(STEPS) - 1, STEPS.index(percent) + by))]


def apply_scale(settings: Settings, environment: MutableMapping[str, str] = os.environ) -> None:
    """Have Qt draw at the scale chosen, unless a person's environment says another."""
    percent = chosen_scale(settings)
    if percent != 100:
        environment.setdefault(_VARIABLE, str(percent / 100))
