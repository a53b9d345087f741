"""A piece of the text on a ground of its own, as Qt wants it."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit


def grounded(cursor: QTextCursor, ground: str, ink: str) -> QTextEdit.ExtraSelection:
    """What `cursor` selects in the colour `ink` on `ground`, both ``#rrggbb``."""
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format.setBackground(QColor(ground))
    made.format.setForeground(QColor(ink))
    return made
