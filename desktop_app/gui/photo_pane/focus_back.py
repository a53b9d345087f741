"""Gives the focus back when what covered a window goes."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def give_focus_back(before: QWidget | None, behind: QWidget) -> None:
    """To what had it `before`, if that is still there, else to the window `behind`.

    It is let go before the cover is hidden: Qt moves it out of what is being hidden, through
    `focusNextPrevChild`, again and again until the stack is full when that keeps it within.
    """
    there = before is not None and shiboken6.isValid(before) and before.isVisible()
    target = before if there and before is not None else behind
    target.setFocus(Qt.FocusReason.OtherFocusReason)
