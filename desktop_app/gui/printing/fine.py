"""Lengths on paper: texts are laid out many times enlarged, and drawn scaled down.

Qt lays text out on the pixels of the screen, where a character of ten points is 13 or 14
pixels wide. Enlarged, the rounding is too small to be seen on paper, and needs no device.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

ENLARGED = 16
_POINTS = 72  # an inch


def unit() -> float:
    """The pixels of layout a point on paper has."""
    return ENLARGED * dots() / _POINTS


def dots() -> float:
    """The pixels an inch that Qt reckons with for a font in points."""
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen is not None else 96.0
