"""Where an item is opened, and how mouse and keys say so; as browsers and mail programs have it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt


class Where(Enum):
    """In place of what is shown, in a new tab, in one behind the one shown, in a new window."""

    HERE = auto()
    TAB = auto()
    BEHIND = auto()
    WINDOW = auto()


def where_of(keys: Qt.KeyboardModifier) -> Where:
    """What a click or Enter with these keys held down means: Ctrl behind, with Shift in front."""
    if not keys & Qt.KeyboardModifier.ControlModifier:
        return Where.HERE
    return Where.TAB if keys & Qt.KeyboardModifier.ShiftModifier else Where.BEHIND
