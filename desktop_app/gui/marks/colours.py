"""The grounds of highlights in each theme.

The theme's text stands on each at a contrast of 4.5 : 1 at least, at high contrast of 7 : 1;
the tests hold that. None is the ground of a match of the search.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.gui.theme import Theme
from desktop_app.marks.highlights import COLOURS
from desktop_app.messages import Message, message

NAMES: Mapping[str, Message] = {
    "yellow": message("Yellow"),
    "green": message("Green"),
    "blue": message("Blue"),
    "pink": message("Pink"),
}
_GROUNDS: Mapping[str, tuple[str, str, str, str]] = {
    "light": ("#f7f2a1", "#cdeec0", "#cbe3f7", "#f9d3df"),
    "dark": ("#4f4b1c", "#27492d", "#24435f", "#5a2f46"),
    "sepia": ("#ece68f", "#cfdfa6", "#c9dad6", "#f0c8ba"),
    "contrast-light": ("#ffff80", "#a9f0a2", "#a8dcff", "#ffc0df"),
    "contrast-dark": ("#4a4700", "#004d14", "#003f73", "#6b0047"),
}


def ground(theme: Theme, colour: str) -> str:
    """The ground of a highlight of `colour`, as ``#rrggbb``."""
    grounds = dict(zip(COLOURS, _GROUNDS[theme.name], strict=True))
    return grounds.get(colour, grounds[COLOURS[0]])


def is_underlined(theme: Theme) -> bool:
    """Whether highlights are underlined too, for eyes that tell no pale grounds apart."""
    return theme.name.startswith("contrast")
